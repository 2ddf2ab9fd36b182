/** B-cubed precision, recall and F1 of one clustering against another; labels stand in one order. */
export interface BCubed {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision and recall of each item, for sums over samples of items. */
export function itemScores(gold: readonly string[], found: readonly string[]): [number, number][] {
  const count = (labels: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    return counts;
  };
  const both = gold.map((label, index) => `${label}\n${found[index] ?? ''}`);
  const [goldCounts, foundCounts, bothCounts] = [count(gold), count(found), count(both)];
  return gold.map((label, index) => {
    const shared = bothCounts.get(both[index] ?? '') ?? 0;
    return [shared / (foundCounts.get(found[index] ?? '') ?? 1), shared / (goldCounts.get(label) ?? 1)];
  });
}

export function bCubed(scores: readonly (readonly [number, number])[]): BCubed {
  let precision = 0;
  let recall = 0;
  for (const [p, r] of scores) {
    precision += p / scores.length;
    recall += r / scores.length;
  }
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
