/** Word tokens, lower case: letters, digits, marks and underscores. */
export function wordTokens(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_\p{M}]+/gu) ?? [];
}

/** Counts of the 4-grams of a token list; a shorter list is one shingle. */
export function shingleCounts(tokens: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  if (tokens.length > 0 && tokens.length < 4) add(tokens.join(' '));
  for (let i = 0; i + 4 <= tokens.length; i++) add(tokens.slice(i, i + 4).join(' '));
  return counts;
}

export interface Overlap {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** Precision, recall and F1 of the 4-grams of a text against those of the gold; a 4-gram counts as often as it occurs. */
export function shingleOverlap(text: string, gold: string): Overlap {
  const given = shingleCounts(wordTokens(text));
  const wanted = shingleCounts(wordTokens(gold));
  let hits = 0;
  for (const [key, count] of given) hits += Math.min(count, wanted.get(key) ?? 0);
  const p = ratio(hits, sum(given));
  const r = ratio(hits, sum(wanted));
  return { p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
