import { type RawBuilder, sql } from 'kysely';
import { facetKey, readFacetNumbers } from '../search/facet-rows.ts';
import type { MeetingQuery } from '../store.ts';
import type { Queries } from '../tables.ts';

type Condition = RawBuilder<unknown>;

/** The meetings of a query as SQL, before any order or limit. */
export interface MeetingPlan {
  readonly from: Condition;
  readonly where: Condition;
  readonly id: Condition;
  readonly day: Condition;
}

/** @returns nothing when no meeting can match */
export async function planMeetings(db: Queries, query: MeetingQuery): Promise<MeetingPlan | undefined> {
  const asked = facetsAsked(query);
  const numbers = asked.length === 0 ? new Map<string, number>() : await readFacetNumbers(db, asked);
  if (numbers.size < new Set(asked.map(facetKey)).size) return undefined;
  const [first, ...others] = asked.map((facet) => numbers.get(facetKey(facet)) ?? 0);
  const withDays = query.from !== undefined || query.to !== undefined;
  const [id, day] =
    first === undefined ? [sql`m.id`, sql`m.sort_day`] : ([sql`f.meeting_id`, sql`f.sort_day`] as const);
  const conditions: Condition[] = [];
  if (first !== undefined) conditions.push(sql`f.facet = ${first}`);
  if (query.includeBackground !== true)
    conditions.push(first === undefined ? sql`m.background = 0` : sql`f.background = 0`);
  for (const facet of others) {
    conditions.push(sql`exists (select 1 from meeting_filters g
      where g.facet = ${facet} and g.sort_day = f.sort_day and g.meeting_id = f.meeting_id)`);
  }
  // A meeting on an unknown day is in no range of days.
  if (query.from !== undefined) conditions.push(sql`m.last_day >= ${query.from}`);
  if (query.to !== undefined) conditions.push(sql`m.first_day <= ${query.to}`);
  if (query.articleId !== undefined)
    conditions.push(sql`${id} in (select meeting_id from meeting_articles where article_id = ${query.articleId})`);
  return {
    from: fromOf(first !== undefined, withDays),
    where: conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `),
    id,
    day,
  };
}

function fromOf(byFacet: boolean, withDays: boolean): Condition {
  if (!byFacet) return sql`meetings m`;
  // The day is named too: with it the index has all that is asked for.
  return withDays
    ? sql`meeting_filters f join meetings m on m.sort_day = f.sort_day and m.id = f.meeting_id`
    : sql`meeting_filters f`;
}

/** The narrowest first: its meetings are walked through, the others only looked up. */
function facetsAsked(query: MeetingQuery): { readonly kind: string; readonly value: string }[] {
  const codes = [...new Set((query.pair ?? []).map((code) => code.toUpperCase()))].sort();
  const asked = [
    { kind: 'person', value: query.personId },
    { kind: 'mechanism', value: query.mechanism },
    codes.length === 2 ? { kind: 'pair', value: codes.join('-') } : { kind: 'country', value: codes[0] },
    { kind: 'place', value: query.place },
    { kind: 'role', value: query.role },
    { kind: 'topic', value: query.topic },
    { kind: 'country', value: query.country?.toUpperCase() },
    { kind: 'type', value: query.type },
    { kind: 'status', value: query.status },
  ];
  return asked.flatMap(({ kind, value }) => (value === undefined ? [] : [{ kind, value }]));
}
