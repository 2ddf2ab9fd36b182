import { type RawBuilder, sql } from 'kysely';
import { inBatches } from '../archive/cursor.ts';
import type { Queries, Writer } from '../tables.ts';

const BATCH = 50;

/** Every facet of every indexed article, or of some: the one statement of what a facet is. */
function facetsOf(some: RawBuilder<unknown>) {
  return sql`
    select d.document, 'language' as kind, a.language as value
      from search_documents d join articles a on a.id = d.article_id where ${some}
    union all select d.document, 'outlet', a.outlet_id
      from search_documents d join articles a on a.id = d.article_id where a.outlet_id is not null and ${some}
    union all select d.document, 'month', substr(a.sort_day, 1, 7)
      from search_documents d join articles a on a.id = d.article_id where ${some}
    union all select distinct d.document, 'country', l.country
      from search_documents d join meeting_articles ma on ma.article_id = d.article_id
      join meeting_countries l on l.meeting_id = ma.meeting_id where ${some}
    union all select distinct d.document, 'person', l.person_id
      from search_documents d join meeting_articles ma on ma.article_id = d.article_id
      join meeting_people l on l.meeting_id = ma.meeting_id where ${some}
    union all select distinct d.document, 'topic', l.topic
      from search_documents d join meeting_articles ma on ma.article_id = d.article_id
      join meeting_topics l on l.meeting_id = ma.meeting_id where ${some}
    union all select distinct d.document, 'type', m.type
      from search_documents d join meeting_articles ma on ma.article_id = d.article_id
      join meetings m on m.id = ma.meeting_id where ${some}`;
}

/** Makes all facets anew, inside the database. Numbers once given to a name stay. */
export async function fillFacets(tx: Writer): Promise<void> {
  await sql`delete from search_filters`.execute(tx);
  await sql`delete from search_facets`.execute(tx);
  const facets = facetsOf(sql`1 = 1`);
  await sql`insert into search_facet_names (kind, value)
    select distinct p.kind, p.value from (${facets}) p
    where not exists (select 1 from search_facet_names n where n.kind = p.kind and n.value = p.value)
    order by p.kind, p.value`.execute(tx);
  await sql`insert into search_filters (facet, document)
    select n.number, p.document from (${facets}) p
    join search_facet_names n on n.kind = p.kind and n.value = p.value`.execute(tx);
  await sql`insert into search_facets (document, packed)
    select document, string_agg(cast(facet as text), ' ') from search_filters group by document`.execute(tx);
}

/** Brings the facets of these articles in step with the record. Those that are not indexed have none. */
export async function refreshFacets(tx: Writer, articleIds: readonly string[]): Promise<void> {
  for (const some of inBatches(articleIds, BATCH)) {
    const { rows } = await sql<FacetRow>`${facetsOf(sql`d.article_id in (${sql.join(some)})`)}`.execute(tx);
    const numbers = await numberFacets(tx, rows);
    const wanted = new Map<number, number[]>();
    for (const { document, kind, value } of rows) {
      const list = wanted.get(Number(document)) ?? [];
      list.push(numbers.get(facetKey({ kind, value })) ?? 0);
      wanted.set(Number(document), list);
    }
    const changed = await withoutUnchanged(tx, wanted);
    if (changed.size === 0) continue;
    await deleteFacets(tx, [...changed.keys()]);
    const filters = [...changed].flatMap(([document, facets]) => facets.map((facet) => ({ facet, document })));
    for (const part of inBatches(filters, 400)) await tx.insertInto('search_filters').values(part).execute();
    await tx
      .insertInto('search_facets')
      .values([...changed].map(([document, facets]) => ({ document, packed: facets.join(' ') })))
      .execute();
  }
}

interface Facet {
  readonly kind: string;
  readonly value: string;
}

interface FacetRow extends Facet {
  readonly document: number;
}

/** Under which `numberFacets` and `readFacetNumbers` give a number. */
export function facetKey({ kind, value }: Facet): string {
  return `${kind} ${value}`;
}

/** Numbers of these facets; new ones get theirs, in a fixed order, so that two writers take their locks in it. */
export async function numberFacets(tx: Writer, rows: readonly Facet[]): Promise<Map<string, number>> {
  const names = [...new Map(rows.map(({ kind, value }) => [facetKey({ kind, value }), { kind, value }])).values()];
  const numbers = await readFacetNumbers(tx, names);
  const missing = names
    .filter(({ kind, value }) => !numbers.has(facetKey({ kind, value })))
    .sort((a, b) => (facetKey(a) < facetKey(b) ? -1 : 1));
  if (missing.length === 0) return numbers;
  for (const some of inBatches(missing, 400)) {
    await tx
      .insertInto('search_facet_names')
      .values(some)
      .onConflict((conflict) => conflict.columns(['kind', 'value']).doNothing())
      .execute();
  }
  return new Map([...numbers, ...(await readFacetNumbers(tx, missing))]);
}

/** Numbers of those that something has, by `facetKey`. */
export async function readFacetNumbers(db: Queries, names: readonly Facet[]): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  for (const some of inBatches(names, 400)) {
    const pairs = sql.join(some.map(({ kind, value }) => sql`(${kind}, ${value})`));
    const { rows } = await sql<{ number: number; kind: string; value: string }>`
      select number, kind, value from search_facet_names where (kind, value) in (values ${pairs})`.execute(db);
    for (const { number, kind, value } of rows) numbers.set(facetKey({ kind, value }), Number(number));
  }
  return numbers;
}

/** The number of each value that some article has; values that none has are left out. */
export async function findFacetNumbers(db: Queries, kind: string, values: readonly string[]): Promise<number[]> {
  const numbers = await readFacetNumbers(
    db,
    values.map((value) => ({ kind, value })),
  );
  return [...numbers.values()];
}

async function withoutUnchanged(
  tx: Writer,
  wanted: ReadonlyMap<number, readonly number[]>,
): Promise<Map<number, readonly number[]>> {
  const changed = new Map(wanted);
  if (wanted.size === 0) return changed;
  const stored = await tx
    .selectFrom('search_facets')
    .selectAll()
    .where('document', 'in', [...wanted.keys()])
    .execute();
  for (const { document, packed } of stored) {
    const now = [...(wanted.get(Number(document)) ?? [])].sort((a, b) => a - b).join(' ');
    const before = packed
      .split(' ')
      .map(Number)
      .sort((a, b) => a - b);
    if (before.join(' ') === now) changed.delete(Number(document));
  }
  return changed;
}

/** Takes an article's facets away; before its document goes. */
export async function removeFacets(tx: Writer, articleId: string): Promise<void> {
  const { rows } = await sql<{ document: number }>`
    select document from search_documents where article_id = ${articleId}`.execute(tx);
  await deleteFacets(
    tx,
    rows.map((row) => Number(row.document)),
  );
}

export async function clearFacets(tx: Writer): Promise<void> {
  await tx.deleteFrom('search_filters').execute();
  await tx.deleteFrom('search_facets').execute();
}

async function deleteFacets(tx: Writer, documents: readonly number[]): Promise<void> {
  if (documents.length === 0) return;
  const rows = await tx.selectFrom('search_facets').selectAll().where('document', 'in', documents).execute();
  const pairs = rows.flatMap((row) =>
    row.packed.split(' ').map((facet) => sql`(cast(${Number(facet)} as integer), cast(${row.document} as bigint))`),
  );
  for (const some of inBatches(pairs, 400)) {
    await sql`delete from search_filters where (facet, document) in (values ${sql.join(some)})`.execute(tx);
  }
  if (rows.length > 0) await tx.deleteFrom('search_facets').where('document', 'in', documents).execute();
}

/**
 * Articles whose facets are not those of the record: for `check`. Sums are compared, so that one pass over each table
 * is enough.
 */
export async function findFacetGaps(db: Queries): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.article_id as id from search_documents d
    left join (select p.document, count(*) as n, sum(n.number) as total from (${facetsOf(sql`1 = 1`)}) p
      left join search_facet_names n on n.kind = p.kind and n.value = p.value group by p.document) w
      on w.document = d.document
    left join (select document, count(*) as n, sum(facet) as total from search_filters group by document) h
      on h.document = d.document
    left join search_facets f on f.document = d.document
    where f.document is null or h.document is null or w.n <> h.n or w.total is null or w.total <> h.total
    order by d.article_id`.execute(db);
  return rows.map((row) => row.id);
}
