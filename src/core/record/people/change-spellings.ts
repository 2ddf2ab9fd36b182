import type { Sighting } from './sightings.ts';
import {
  addSighting,
  copyCounts,
  emptyCounts,
  keyOfSighting,
  removeSighting,
  type SpellingCounts,
} from './spelling-counts.ts';
import { countVouchers, type Voucher } from './vouching.ts';

/** Sums of spellings, changed by what comes and goes. */
export interface ChangedSpellings {
  readonly counts: ReadonlyMap<string, SpellingCounts>;
  vouch(vouchers: readonly Voucher[], by: 1 | -1): void;
  know(key: string, by: number): void;
}

/**
 * @param stored sums as they stand, of all spellings that change and perhaps others; they are not changed
 * @param recount all sightings of a spelling as they are now: asked only where sums do not tell
 */
export async function changeSpellings(
  stored: ReadonlyMap<string, SpellingCounts>,
  gone: readonly Sighting[],
  come: readonly Sighting[],
  recount: (key: string) => Promise<readonly Sighting[]>,
): Promise<ChangedSpellings> {
  const counts = new Map(stored);
  const own = new Set<string>();
  const change = (key: string): SpellingCounts => {
    const known = counts.get(key);
    if (known !== undefined && own.has(key)) return known;
    const copy = known === undefined ? emptyCounts(key) : copyCounts(known);
    counts.set(key, copy);
    own.add(key);
    return copy;
  };
  const [left, right] = [textsOf(gone), textsOf(come)];
  const unsure = new Set<string>();
  for (const [text, { sighting, times }] of left) {
    for (let n = right.get(text)?.times ?? 0; n < times; n++) {
      const key = keyOfSighting(sighting);
      if (!unsure.has(key) && !removeSighting(change(key), sighting)) unsure.add(key);
    }
  }
  for (const [text, { sighting, times }] of right) {
    for (let n = left.get(text)?.times ?? 0; n < times; n++) {
      const key = keyOfSighting(sighting);
      if (!unsure.has(key)) addSighting(change(key), sighting);
    }
  }
  for (const key of unsure) {
    const { near, known } = change(key);
    const fresh = { ...emptyCounts(key), near, known };
    for (const sighting of await recount(key)) addSighting(fresh, sighting);
    counts.set(key, fresh);
  }
  return {
    counts,
    vouch: (vouchers, by) => {
      for (const voucher of vouchers) voucher.forEach(change);
      countVouchers(counts, vouchers, by);
    },
    know: (key, by) => {
      change(key).known += by;
    },
  };
}

function textsOf(sightings: readonly Sighting[]): Map<string, { readonly sighting: Sighting; times: number }> {
  const texts = new Map<string, { readonly sighting: Sighting; times: number }>();
  for (const sighting of sightings) {
    const text = JSON.stringify(sighting);
    const known = texts.get(text);
    if (known === undefined) texts.set(text, { sighting, times: 1 });
    else known.times++;
  }
  return texts;
}
