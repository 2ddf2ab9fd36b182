import type { FacetCount, FacetKind, SearchFacets } from '../searching.ts';
import type { Queries } from '../tables.ts';
import type { IndexResult } from './search-index.ts';

/** What the numbers of facets stand for. A row never changes, so what was read once is true for good. */
export interface FacetNames {
  read(db: Queries, highest: number): Promise<ReadonlyMap<number, { readonly kind: string; readonly value: string }>>;
}

const kinds: readonly FacetKind[] = ['outlet', 'language', 'country', 'person', 'topic', 'month'];
/** Values of one kind that are shown; of months all. */
const MAX_VALUES = 15;

export function createFacetNames(): FacetNames {
  const names = new Map<number, { kind: string; value: string }>();
  let last = 0;
  return {
    read: async (db, highest) => {
      if (highest > last) {
        const rows = await db.selectFrom('search_facet_names').selectAll().where('number', '>', last).execute();
        for (const { number, kind, value } of rows) names.set(Number(number), { kind, value });
        for (const number of names.keys()) if (number > last) last = number;
      }
      return names;
    },
  };
}

/** How many matches each value has: the most frequent first, months the newest first. */
export async function countFacets(db: Queries, facetNames: FacetNames, found: IndexResult): Promise<SearchFacets> {
  const counts = countNumbers(found.packed ?? '');
  const names = await facetNames.read(db, Math.max(0, ...counts.keys()));
  const byKind = new Map<string, FacetCount[]>(kinds.map((kind) => [kind, []]));
  for (const [number, count] of counts) {
    const name = names.get(number);
    if (name !== undefined) byKind.get(name.kind)?.push({ value: name.value, count });
  }
  const facets = (kind: FacetKind) => sortValues(kind, byKind.get(kind) ?? []);
  return {
    outlet: await nameValues(db, 'outlets', facets('outlet')),
    language: facets('language'),
    country: facets('country'),
    person: await nameValues(db, 'people', facets('person')),
    topic: facets('topic'),
    month: facets('month'),
    counted: found.packedOf ?? 0,
  };
}

function sortValues(kind: FacetKind, values: readonly FacetCount[]): FacetCount[] {
  if (kind === 'month') return [...values].sort((a, b) => (a.value < b.value ? 1 : -1));
  return [...values].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MAX_VALUES);
}

/** Ids as the slugs that people read and type; what the archive no longer has is left out. */
async function nameValues(
  db: Queries,
  table: 'outlets' | 'people',
  values: readonly FacetCount[],
): Promise<FacetCount[]> {
  if (values.length === 0) return [];
  const rows = await db
    .selectFrom(table)
    .select(['id', 'slug', 'name'])
    .where(
      'id',
      'in',
      values.map(({ value }) => value),
    )
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return values.flatMap(({ value, count }) => {
    const row = byId.get(value);
    return row === undefined ? [] : [{ value: row.slug, name: row.name, count }];
  });
}

/** Read sign by sign: splitting a text of a megabyte would make as many strings as there are numbers. */
function countNumbers(packed: string): Map<number, number> {
  const counts = new Map<number, number>();
  let number = 0;
  for (let i = 0; i <= packed.length; i++) {
    const code = i < packed.length ? packed.charCodeAt(i) : 32;
    if (code !== 32) number = number * 10 + code - 48;
    else {
      if (number > 0) counts.set(number, (counts.get(number) ?? 0) + 1);
      number = 0;
    }
  }
  return counts;
}
