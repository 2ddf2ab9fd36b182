import { type Figures, precisionRecall } from './page-score.ts';
import type { GoldPage, Prediction } from './types.ts';

export interface ClusterFigures {
  readonly pairs_gold: number;
  readonly pairs_pred: number;
  readonly pairwise: Figures;
  readonly bcubed: { readonly p: number; readonly r: number; readonly f1: number };
}

/** Compares the groups of the gold with those of the system. A page without a label is a group of its own. */
export function clusterFigures(
  gold: readonly GoldPage[],
  predictions: ReadonlyMap<string, Prediction>,
  goldKey: 'dispatch_group' | 'story',
  predictedKey: 'dispatch' | 'story',
): ClusterFigures {
  const items = gold.map((page, i) => {
    const label = predictions.get(page.id)?.[predictedKey];
    return [page[goldKey] ?? `g${i}`, label != null && label !== '' ? `p:${label}` : `solo:${i}`] as const;
  });
  let tp = 0;
  let fp = 0;
  let fn = 0;
  let bp = 0;
  let br = 0;
  items.forEach(([known, given], i) => {
    let same = 0;
    let ofGold = 0;
    let ofGiven = 0;
    items.forEach(([otherKnown, otherGiven], j) => {
      const a = known === otherKnown;
      const b = given === otherGiven;
      if (a) ofGold++;
      if (b) ofGiven++;
      if (a && b) same++;
      if (j <= i) return;
      if (a && b) tp++;
      else if (b) fp++;
      else if (a) fn++;
    });
    bp += same / ofGiven;
    br += same / ofGold;
  });
  bp /= items.length;
  br /= items.length;
  return {
    pairs_gold: tp + fn,
    pairs_pred: tp + fp,
    pairwise: precisionRecall(tp, fp, fn),
    bcubed: { p: bp, r: br, f1: (2 * bp * br) / (bp + br) },
  };
}

/** Pairs of one story in two languages: how many did the system put together? */
export function crossLanguageRecall(
  gold: readonly GoldPage[],
  predictions: ReadonlyMap<string, Prediction>,
): { cross_language_pairs: number; cross_language_recall: number | null } {
  let together = 0;
  let pairs = 0;
  gold.forEach((page, i) => {
    for (const other of gold.slice(i + 1)) {
      if (page.lang === other.lang || page.story !== other.story) continue;
      pairs++;
      const label = predictions.get(page.id)?.story;
      if (label != null && label !== '' && label === predictions.get(other.id)?.story) together++;
    }
  });
  return { cross_language_pairs: pairs, cross_language_recall: pairs > 0 ? together / pairs : null };
}
