import type { Meeting } from '../core/model/record.ts';
import type { MeetingQuery, Store } from '../store/store.ts';

/** A dossier on one page: more meetings than this are for the record table. */
export const mostMeetings = 300;

/** Pages through a list up to the limit of one dossier. */
export async function readAll(store: Store, query: MeetingQuery): Promise<Meeting[]> {
  const meetings: Meeting[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.record.listMeetings({ ...query, limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    meetings.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && meetings.length < mostMeetings);
  return meetings.slice(0, mostMeetings);
}
