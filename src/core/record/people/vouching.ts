import { type NameParts, nameParts, sameName } from '../names.ts';
import type { Sighting } from './sightings.ts';
import { increase, keyOfSighting, type SpellingCounts } from './spelling-counts.ts';

export type Voucher = readonly [one: string, other: string];

/**
 * Finds which spellings one text or one meeting names together and that can be one person by it: a full name under two
 * offices of one country, or a family name alone beside the full one.
 */
export function createVouching(): (sightings: readonly Sighting[]) => Voucher[] {
  const parts = new Map<string, NameParts>();
  const partsOf = (key: string, name: string): NameParts => {
    let known = parts.get(key);
    if (known === undefined) {
      known = nameParts(name);
      parts.set(key, known);
    }
    return known;
  };
  return (sightings) => {
    if (sightings.length < 2) return [];
    const named = new Map(sightings.map((sighting) => [keyOfSighting(sighting), sighting]));
    const list = [...named].sort((a, b) => (a[0] < b[0] ? -1 : 1));
    return list.flatMap(([one, a], position) =>
      list.slice(position + 1).flatMap(([other, b]): Voucher[] => {
        if (a.country !== b.country) return [];
        const [partsA, partsB] = [partsOf(one, a.name.full), partsOf(other, b.name.full)];
        const [loneA, loneB] = [partsA.words.length === 1, partsB.words.length === 1];
        const concerns = a.roleCode === b.roleCode ? loneA !== loneB : !loneA && !loneB;
        return concerns && sameName(partsA, partsB) ? [[one, other]] : [];
      }),
    );
  };
}

/** Both spellings know of it. */
export function countVouchers(
  counts: ReadonlyMap<string, SpellingCounts>,
  vouchers: readonly Voucher[],
  by: 1 | -1,
): void {
  for (const [one, other] of vouchers) {
    const [a, b] = [counts.get(one), counts.get(other)];
    if (a !== undefined) increase(a.near, other, by);
    if (b !== undefined) increase(b.near, one, by);
  }
}
