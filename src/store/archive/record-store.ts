import type { RecordStore } from '../store.ts';
import type { ArchiveContext } from './context.ts';
import { replaceFused } from './fusion.ts';
import { markPending, readPending } from './fusion-index.ts';
import { createFusionSource } from './fusion-source.ts';
import { readHistory } from './history.ts';
import { countFacets, listMechanisms } from './meeting-facets.ts';
import { eachMeeting, getMeeting, latestOutcomes, listMeetings, listPairs, readMeetings } from './meetings.ts';
import { eachPerson, getPerson, listPeople } from './people.ts';
import { eachRecord, findUncoded, getRecord, listClaims, putRecord, readRecords } from './records.ts';
import { readWithdrawals } from './withdrawals.ts';

export function createRecordStore(context: ArchiveContext): RecordStore {
  const { db } = context;
  return {
    putRecord: (record) => putRecord(context, record),
    getRecord: (articleId) => getRecord(db, articleId),
    eachRecord: () => eachRecord(db),
    uncoded: (coderVersion, limit) => findUncoded(db, coderVersion, limit),
    replaceFused: (fused, options) => replaceFused(context, fused, options),
    fusionSource: createFusionSource(db, {
      records: (articleIds) => readRecords(db, articleIds),
      meetings: (ids) => readMeetings(db, ids),
    }),
    pending: (limit, after) => readPending(db, limit, after),
    recordsOf: (articleIds) => readRecords(db, articleIds),
    markPending: (articleIds) => context.write((tx) => markPending(tx, articleIds)),
    history: (subjectId) => readHistory(db, subjectId),
    withdrawals: () => readWithdrawals(db),
    getMeeting: (idOrSlug) => getMeeting(db, idOrSlug),
    listMeetings: (query) => listMeetings(db, query ?? {}),
    meetingFacets: (query) => countFacets(db, query ?? {}),
    mechanisms: () => listMechanisms(db),
    meetings: (ids) => readMeetings(db, ids),
    latestOutcomes: (limit) => latestOutcomes(db, limit),
    eachMeeting: () => eachMeeting(db),
    eachPerson: () => eachPerson(db),
    listClaims: (query) => listClaims(db, query),
    listPairs: () => listPairs(db),
    getPerson: (idOrSlug) => getPerson(db, idOrSlug),
    listPeople: (query) => listPeople(db, query ?? {}),
  };
}
