import { createFacetNames } from '../search/facet-names.ts';
import type { MeetingQuery, RecordStore } from '../store.ts';
import type { ArchiveContext } from './context.ts';
import { replaceFused } from './fusion.ts';
import { markPending, readPending } from './fusion-index.ts';
import { createFusionSource } from './fusion-source.ts';
import { readChanges, readHistory, readLastChange } from './history.ts';
import { countMeetingFacets, listMechanisms } from './meeting-facets.ts';
import {
  countMeetings,
  eachMeeting,
  getMeeting,
  latestOutcomes,
  listMeetingIds,
  listMeetings,
  listPairs,
  readMeetings,
} from './meetings.ts';
import { eachPerson, getPerson, listPeople, readPeople } from './people.ts';
import { createRecordMemory } from './record-memory.ts';
import { eachRecord, findUncoded, getRecord, listClaims, putRecord, readRecords } from './records.ts';
import { readWithdrawals } from './withdrawals.ts';

export function createRecordStore(context: ArchiveContext): RecordStore {
  const { db } = context;
  const memory = createRecordMemory(db);
  const facetNames = createFacetNames();
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
    changes: (query) => readChanges(db, query),
    lastChange: () => readLastChange(db),
    withdrawals: () => readWithdrawals(db),
    getMeeting: (idOrSlug) => getMeeting(db, idOrSlug),
    listMeetings: async (query = {}) => {
      const filters = filtersOf(query);
      const count = () => countMeetings(db, filters);
      // One article has few, and there are many articles.
      const known =
        query.articleId === undefined ? await memory.recall(`total ${JSON.stringify(filters)}`, count) : undefined;
      return listMeetings(db, query, known);
    },
    meetingIds: (query) => listMeetingIds(db, query ?? {}),
    meetingFacets: (query = {}) => {
      const filters = filtersOf(query);
      return memory.recall(`facets ${JSON.stringify(filters)}`, () => countMeetingFacets(db, facetNames, filters));
    },
    mechanisms: () => memory.recall('mechanisms', () => listMechanisms(db)),
    meetings: (ids) => readMeetings(db, ids),
    latestOutcomes: (limit) => memory.recall(`outcomes ${limit}`, () => latestOutcomes(db, limit)),
    eachMeeting: () => eachMeeting(db),
    eachPerson: () => eachPerson(db),
    listClaims: (query) => listClaims(db, query),
    listPairs: () => memory.recall('pairs', () => listPairs(db)),
    getPerson: (idOrSlug) => getPerson(db, idOrSlug),
    people: (ids) => readPeople(db, ids),
    listPeople: (query) => listPeople(db, query ?? {}),
  };
}

/** The same meetings, whatever part of them is asked for. */
function filtersOf(query: MeetingQuery): MeetingQuery {
  const { limit: _, cursor: __, order: ___, ...filters } = query;
  return filters;
}
