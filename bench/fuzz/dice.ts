/** Repeatable chance: the same seed gives the same throws, whatever came before. */
export interface Dice {
  /** 0 ≤ x < 1. */
  readonly share: () => number;
  /** 0 ≤ n < limit, whole. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
}

/** Dice of one page: `seed` of the run, `index` of the page (mulberry32). */
export function diceOf(seed: number, index: number): Dice {
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul((index + 1) | 0, 0x85ebca6b)) | 0;
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(share() * limit);
  return { share, below, pick: (items) => items[below(items.length)] as (typeof items)[number] };
}
