import type { Meeting } from '../core/model/record.ts';
import type { MeetingQuery, Store } from '../store/store.ts';

/** A dossier on one page: more meetings than this are for the record table. */
export const mostMeetings = 300;

/** The newest meetings of a list, up to the limit of one dossier. */
export async function readAll(store: Store, query: MeetingQuery): Promise<Meeting[]> {
  return [...(await store.record.listMeetings({ ...query, limit: mostMeetings })).items];
}
