/** A 95 % interval; both ends between 0 and 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;

/** Wilson's interval for `ok` of `n`: honest for small n and near 0 and 1. Undefined for no cases. */
export function wilson(ok: number, n: number): Interval | undefined {
  if (n <= 0) return undefined;
  const share = ok / n;
  const centre = share + (Z * Z) / (2 * n);
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

/** Rounds of the bootstrap. */
const ROUNDS = 1000;
const SEED = 20_240_119;

/**
 * Percentile bootstrap over pages: resamples the pages with a fixed seed, so that two runs print the same interval.
 * `measure` gets the resampled pages and returns a figure, or undefined where there is none.
 */
export function bootstrap<T>(
  pages: readonly T[],
  measure: (sample: readonly T[]) => number | null,
): Interval | undefined {
  if (pages.length === 0) return undefined;
  const next = randomFrom(SEED);
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const sample = pages.map(() => pages[Math.floor(next() * pages.length)] as T);
    const figure = measure(sample);
    if (figure !== null && !Number.isNaN(figure)) figures.push(figure);
  }
  if (figures.length === 0) return undefined;
  figures.sort((a, b) => a - b);
  const at = (share: number): number => figures[Math.min(figures.length - 1, Math.floor(share * figures.length))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/** Mulberry32: small, fast, good enough to draw pages. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
