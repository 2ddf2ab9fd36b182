import type { Queries } from '../tables.ts';

/** What the numbers of facets stand for. A row never changes, so what was read once is true for good. */
export interface FacetNames {
  read(db: Queries, highest: number): Promise<ReadonlyMap<number, { readonly kind: string; readonly value: string }>>;
}

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

/**
 * How often each number stands in a list of numbers with a space between. Read sign by sign: splitting a text of a
 * megabyte would make as many strings as there are numbers.
 */
export function countNumbers(packed: string): Map<number, number> {
  let counts = new Uint32Array(1_024);
  let number = 0;
  for (let at = 0; at <= packed.length; at++) {
    const code = at < packed.length ? packed.charCodeAt(at) : 32;
    if (code !== 32) {
      number = number * 10 + code - 48;
      continue;
    }
    if (number >= counts.length) {
      const longer = new Uint32Array(2 ** Math.ceil(Math.log2(number + 1)));
      longer.set(counts);
      counts = longer;
    }
    counts[number] = (counts[number] ?? 0) + 1;
    number = 0;
  }
  const found = new Map<number, number>();
  for (let at = 1; at < counts.length; at++) {
    const count = counts[at] ?? 0;
    if (count > 0) found.set(at, count);
  }
  return found;
}
