import { z } from '@hono/zod-openapi';
import { claimListSchema } from '../../schemas/claim-list.ts';
import { meetingSchema } from '../../schemas/meeting.ts';
import { meetingListSchema, renderMeetingList } from '../../schemas/meeting-list.ts';
import { writeCursor } from '../../store/archive/cursor.ts';
import type { MeetingQuery } from '../../store/store.ts';
import { claimsData, meetingData } from '../data/meeting-data.ts';
import { isMoved } from '../data/moved.ts';
import { filterShape } from '../filter-parameters.ts';
import { filterNames, queryOf, type RecordFilters } from '../record-filters.ts';
import type { Room } from '../room.ts';
import { apiRoute } from './api-route.ts';
import { given, startOf } from './pages.ts';
import { cursorParameter, limitParameter, switchParameter } from './parameters.ts';

const tag = 'meetings';

/** Everything that `/record` can be narrowed by. */
export const recordParameters = {
  ...z.object(filterShape).partial().shape,
  background: switchParameter.describe('Meetings too that reports only recall.'),
};

type RecordParameters = z.output<z.ZodObject<typeof recordParameters>>;

/** A person is asked for by address, which only the archive knows; an address of nobody finds nothing. */
export async function recordQuery({ store }: Pick<Room, 'store'>, parameters: RecordParameters): Promise<MeetingQuery> {
  const filters: RecordFilters = Object.fromEntries(
    filterNames.flatMap((name) => (parameters[name] === undefined ? [] : [[name, parameters[name]]])),
  );
  const person = filters.person === undefined ? undefined : await store.record.getPerson(filters.person);
  const query = queryOf(filters, filters.person === undefined ? undefined : (person?.id ?? ''));
  return parameters.background ? { ...query, includeBackground: true } : query;
}

const meetingList = apiRoute({
  path: '/meetings',
  tag,
  summary: 'Meetings of the record with their participants, the newest first',
  noun: 'meetings',
  answer: meetingListSchema,
  query: {
    ...recordParameters,
    order: z.enum(['newest', 'oldest']).default('newest').describe('By the day of the meeting.'),
    limit: limitParameter(50),
    cursor: cursorParameter,
  },
  async read({ room, query }) {
    const { order, limit, cursor } = query;
    const asked = await recordQuery(room, query);
    return renderMeetingList(await room.store.record.listMeetings({ ...asked, order, ...given({ limit, cursor }) }));
  },
});

const meeting = apiRoute({
  path: '/meetings/{id}',
  tag,
  summary: 'One meeting, every field with its evidence',
  idText: 'Id or slug of the meeting.',
  noun: 'meeting',
  answer: meetingSchema,
  query: {},
  read: ({ room, id }) => meetingData(room, id),
});

const claims = apiRoute({
  path: '/meetings/{id}/claims',
  tag,
  summary: 'What each report says of one meeting, with the words that say it',
  idText: 'Id or slug of the meeting.',
  noun: 'claims',
  answer: claimListSchema,
  query: {
    field: z
      .string()
      .regex(/^[a-zA-Z]{1,40}$/)
      .optional()
      .describe('Only claims of this field: `when`, `where`, `side`, `participant`, `outcome` …'),
    limit: limitParameter(100, 500),
    cursor: cursorParameter,
  },
  async read({ room, id, query: { field, limit, cursor } }) {
    const at = startOf(cursor);
    const found = await claimsData(room, id, { field, at, limit });
    if (found === undefined || isMoved(found)) return found;
    return { ...found.claims, next: found.more ? writeCursor([at + limit]) : null };
  },
});

export const meetingRoutes = [meetingList, meeting, claims];
