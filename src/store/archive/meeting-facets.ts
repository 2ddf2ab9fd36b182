import { sql } from 'kysely';
import { countNumbers, type FacetNames } from '../search/facet-names.ts';
import type { FacetCount, MechanismRow, MeetingFacets, MeetingQuery } from '../store.ts';
import type { Queries } from '../tables.ts';
import { optional } from './article-rows.ts';
import { type MeetingPlan, planMeetings } from './plan-meetings.ts';

/** Nobody reads a longer list of choices; a country or a person can still be asked for by its address. */
const mostValues = 60;

/** Counts each facet over the meetings of a query, in one pass over what is kept packed of them. */
export async function countMeetingFacets(
  db: Queries,
  facetNames: FacetNames,
  query: MeetingQuery,
): Promise<MeetingFacets> {
  const plan = await planMeetings(db, query);
  const packed = plan === undefined ? '' : await readPacked(db, plan);
  const counts = countNumbers(packed);
  const names = await facetNames.read(db, Math.max(0, ...counts.keys()));
  const byKind = new Map<string, FacetCount[]>();
  for (const [number, meetings] of counts) {
    const name = names.get(number);
    if (name === undefined) continue;
    const list = byKind.get(name.kind);
    if (list === undefined) byKind.set(name.kind, [{ value: name.value, meetings }]);
    else list.push({ value: name.value, meetings });
  }
  const most = (kind: string) =>
    (byKind.get(kind) ?? []).sort((a, b) => b.meetings - a.meetings || (a.value < b.value ? -1 : 1));
  return {
    countries: most('country').slice(0, mostValues),
    people: most('person').slice(0, mostValues),
    topics: most('topic'),
    roles: most('role').slice(0, mostValues),
    places: most('place'),
    types: most('type'),
    statuses: most('status'),
    years: (byKind.get('year') ?? []).sort((a, b) => (a.value < b.value ? 1 : -1)),
  };
}

async function readPacked(db: Queries, { from, where, id }: MeetingPlan): Promise<string> {
  const { rows } = await sql<{ packed: string | null }>`
    select string_agg(l.packed, ' ') as packed from ${from} join meeting_lines l on l.meeting_id = ${id}
    where ${where}`.execute(db);
  return rows[0]?.packed ?? '';
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
