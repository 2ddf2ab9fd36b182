/** How far the fault tests go: a short form in `npm test`, the full one in `npm run faults`. */
export const isFull: boolean = process.env['RAPPORTEUR_TEST_FAULTS'] === 'full';
export const kills: number = Number(process.env['RAPPORTEUR_TEST_KILLS'] ?? (isFull ? 200 : 20));
export const seed: number = Number(process.env['RAPPORTEUR_TEST_SEED'] ?? 1);

/** Figures of the full form; the short form keeps its output clean. */
export function tell(line: string): void {
  if (isFull) process.stdout.write(`${line}\n`);
}

/** Numbers from 0 to 1, always the same for one seed (mulberry32). */
export function createRandom(from: number): () => number {
  let state = from | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
