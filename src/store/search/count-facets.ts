import type { FacetCount, FacetKind, SearchFacets } from '../searching.ts';
import type { Queries } from '../tables.ts';
import { countNumbers, type FacetNames } from './facet-names.ts';
import type { IndexResult } from './search-index.ts';

const kinds: readonly FacetKind[] = ['outlet', 'language', 'country', 'person', 'topic', 'month'];
/** Values of one kind that are shown; of months all. */
const MAX_VALUES = 15;

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
