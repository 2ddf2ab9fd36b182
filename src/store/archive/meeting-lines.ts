import { type RawBuilder, sql } from 'kysely';
import { facetKey, numberFacets } from '../search/facet-rows.ts';
import type { Writer } from '../tables.ts';
import { inBatches } from './cursor.ts';

/**
 * Every facet of some meetings: the one statement of what meetings are narrowed and counted by. A pair of countries is
 * one facet, so that a dossier is one stretch of an index.
 */
function facetsOf(some: (id: string) => RawBuilder<unknown>) {
  return sql`
    select c.meeting_id, 'country' as kind, c.country as value from meeting_countries c where ${some('c.meeting_id')}
    union all select x.meeting_id, 'pair', x.country || '-' || y.country from meeting_countries x
      join meeting_countries y on y.meeting_id = x.meeting_id and x.country < y.country where ${some('x.meeting_id')}
    union all select p.meeting_id, 'person', p.person_id from meeting_people p where ${some('p.meeting_id')}
    union all select t.meeting_id, 'topic', t.topic from meeting_topics t where ${some('t.meeting_id')}
    union all select k.meeting_id, k.kind, k.value from meeting_marks k where ${some('k.meeting_id')}
    union all select m.id, 'type', m.type from meetings m where ${some('m.id')}
    union all select m.id, 'status', m.status from meetings m where ${some('m.id')}
    union all select m.id, 'year', substr(m.first_day, 1, 4) from meetings m
      where m.first_day is not null and ${some('m.id')}`;
}

/** Makes the lines of all meetings anew, inside the database. */
export async function fillMeetingLines(tx: Writer): Promise<void> {
  await sql`delete from meeting_filters`.execute(tx);
  await sql`delete from meeting_lines`.execute(tx);
  const facets = facetsOf(() => sql`1 = 1`);
  await sql`insert into search_facet_names (kind, value)
    select distinct p.kind, p.value from (${facets}) p
    where not exists (select 1 from search_facet_names n where n.kind = p.kind and n.value = p.value)
    order by p.kind, p.value`.execute(tx);
  await sql`insert into meeting_filters (facet, sort_day, meeting_id, background)
    select n.number, m.sort_day, m.id, m.background from (${facets}) p
    join search_facet_names n on n.kind = p.kind and n.value = p.value
    join meetings m on m.id = p.meeting_id`.execute(tx);
  await sql`insert into meeting_lines (meeting_id, packed)
    select meeting_id, string_agg(cast(facet as text), ' ') from meeting_filters group by meeting_id`.execute(tx);
}

/** Brings the lines of these meetings in step, after their rows and links were written. */
export async function refreshMeetingLines(tx: Writer, ids: readonly string[]): Promise<void> {
  for (const some of inBatches(ids, 100)) {
    const facets = await sql<{ meeting_id: string; kind: string; value: string }>`${facetsOf(
      (id) => sql`${sql.ref(id)} in (${sql.join(some)})`,
    )}`.execute(tx);
    const meetings = await tx
      .selectFrom('meetings')
      .select(['id', 'sort_day', 'background'])
      .where('id', 'in', some)
      .execute();
    const numbers = await numberFacets(tx, facets.rows);
    const byMeeting = new Map<string, number[]>();
    for (const row of facets.rows) {
      const list = byMeeting.get(row.meeting_id) ?? [];
      list.push(numbers.get(facetKey(row)) ?? 0);
      byMeeting.set(row.meeting_id, list);
    }
    await tx.deleteFrom('meeting_filters').where('meeting_id', 'in', some).execute();
    await tx.deleteFrom('meeting_lines').where('meeting_id', 'in', some).execute();
    const filters = meetings.flatMap(({ id, sort_day, background }) =>
      (byMeeting.get(id) ?? []).map((facet) => ({ facet, sort_day, meeting_id: id, background })),
    );
    for (const part of inBatches(filters, 200)) await tx.insertInto('meeting_filters').values(part).execute();
    const lines = meetings.map(({ id }) => ({ meeting_id: id, packed: (byMeeting.get(id) ?? []).join(' ') }));
    if (lines.length > 0) await tx.insertInto('meeting_lines').values(lines).execute();
  }
}
