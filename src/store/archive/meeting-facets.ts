import { sql } from 'kysely';
import type { FacetCount, MechanismRow, MeetingFacets, MeetingQuery } from '../store.ts';
import type { Queries } from '../tables.ts';
import { optional } from './article-rows.ts';
import { filterMeetings } from './meetings.ts';

/** Nobody reads a longer list of choices; a country or a person can still be asked for by its address. */
const mostValues = 60;

/** Counts each facet over the meetings of a query. */
export async function countFacets(db: Queries, query: MeetingQuery): Promise<MeetingFacets> {
  const matching = filterMeetings(db, query);
  const ids = matching.select('m.id');
  const counted = (rows: readonly { value: string; meetings: number | string }[]): FacetCount[] =>
    rows.map(({ value, meetings }) => ({ value, meetings: Number(meetings) }));
  const linked = async (table: 'meeting_countries' | 'meeting_people' | 'meeting_topics', column: string) =>
    counted(
      await db
        .selectFrom(table)
        .select((select) => [sql<string>`${sql.ref(column)}`.as('value'), select.fn.countAll<number>().as('meetings')])
        .where('meeting_id', 'in', ids)
        .groupBy(sql.ref(column))
        .orderBy('meetings', 'desc')
        .orderBy('value')
        .limit(mostValues)
        .execute(),
    );
  const marked = async (kind: 'role' | 'place') =>
    counted(
      await db
        .selectFrom('meeting_marks')
        .select((select) => ['value', select.fn.countAll<number>().as('meetings')])
        .where('kind', '=', kind)
        .where('meeting_id', 'in', ids)
        .groupBy('value')
        .orderBy('meetings', 'desc')
        .orderBy('value')
        .execute(),
    );
  const own = async (column: 'type' | 'status') =>
    counted(
      await matching
        .select((select) => [
          sql<string>`${sql.ref(`m.${column}`)}`.as('value'),
          select.fn.countAll<number>().as('meetings'),
        ])
        .groupBy(`m.${column}`)
        .orderBy('meetings', 'desc')
        .orderBy('value')
        .execute(),
    );
  const years = counted(
    await matching
      .where('m.first_day', 'is not', null)
      .select((select) => [
        sql<string>`substr(m.first_day, 1, 4)`.as('value'),
        select.fn.countAll<number>().as('meetings'),
      ])
      .groupBy(sql`substr(m.first_day, 1, 4)`)
      .orderBy('value', 'desc')
      .execute(),
  );
  return {
    countries: await linked('meeting_countries', 'country'),
    people: await linked('meeting_people', 'person_id'),
    topics: await linked('meeting_topics', 'topic'),
    roles: (await marked('role')).slice(0, mostValues),
    places: await marked('place'),
    types: await own('type'),
    statuses: await own('status'),
    years,
  };
}

/** Every standing body with a meeting that was more than recalled. */
export async function listMechanisms(db: Queries): Promise<MechanismRow[]> {
  const found = await sql<{ value: string; label: string; meetings: number; last_day: string | null }>`
    select k.value, k.label, count(*) as meetings, max(m.last_day) as last_day
    from meeting_marks k join meetings m on m.id = k.meeting_id
    where k.kind = 'mechanism'
    group by k.value, k.label
    order by meetings desc, k.value, k.label`.execute(db);
  const countries = await sql<{ value: string; country: string }>`
    select distinct k.value, c.country
    from meeting_marks k join meeting_countries c on c.meeting_id = k.meeting_id
    where k.kind = 'mechanism'
    order by k.value, c.country`.execute(db);
  const byMechanism = new Map<string, string[]>();
  for (const { value, country } of countries.rows) byMechanism.set(value, [...(byMechanism.get(value) ?? []), country]);
  const rows = new Map<string, MechanismRow>();
  for (const { value, label, meetings, last_day } of found.rows) {
    const known = rows.get(value);
    const last = [known?.lastDay, last_day ?? undefined]
      .filter((day) => day !== undefined)
      .sort()
      .at(-1);
    rows.set(value, {
      slug: value,
      // The first is the spelling with the most meetings.
      name: known?.name ?? label,
      countries: byMechanism.get(value) ?? [],
      meetings: (known?.meetings ?? 0) + Number(meetings),
      ...optional('lastDay', last ?? null),
    });
  }
  return [...rows.values()].sort((a, b) => b.meetings - a.meetings || (a.slug < b.slug ? -1 : 1));
}
