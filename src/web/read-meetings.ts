import type { Meeting } from '../core/model/record.ts';
import type { MeetingQuery, Store } from '../store/store.ts';

/** A dossier on one page: more meetings than this are counted by year there, and read in the record. */
export const mostMeetings = 100;

/** The newest meetings of a list, up to the limit of one dossier. */
export async function readAll(store: Store, query: MeetingQuery, limit: number = mostMeetings): Promise<Meeting[]> {
  return [...(await store.record.listMeetings({ ...query, limit })).items];
}
