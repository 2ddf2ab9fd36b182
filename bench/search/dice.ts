/** Numbers that look like chance and are always the same. */
export interface Dice {
  /** From 0 up to 1. */
  part(): number;
  below(limit: number): number;
}

export function createDice(seed: number): Dice {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  const part = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { part, below: (limit) => Math.floor(part() * limit) };
}
