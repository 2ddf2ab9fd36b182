import type { Tree, TreeModel } from '../../src/core/extract/trees.ts';

/**
 * Gradient boosting of small regression trees for a yes/no question (log loss, second order, histogram splits).
 * Written out because it is short, repeatable to the bit, and leaves nothing to install: the same rows, options and seed
 * give the same model. Method: Friedman 2001; split gain and leaf value as in Chen & Guestrin 2016.
 */
export interface TrainingRows {
  readonly features: readonly string[];
  /** Row-major values, `rows × features.length`. */
  readonly values: Float32Array;
  /** 0 or 1 for each row. */
  readonly labels: Uint8Array;
  /** Weight of each row; 1 when absent. */
  readonly weights?: Float32Array;
}

export interface BoostOptions {
  /** @default 120 */
  readonly rounds?: number;
  /** @default 5 */
  readonly depth?: number;
  /** @default 0.15 */
  readonly learningRate?: number;
  /** Smallest sum of second derivatives in a leaf. @default 4 */
  readonly minLeafWeight?: number;
  /** @default 2 */
  readonly l2?: number;
  /** Share of rows drawn for each tree. @default 0.8 */
  readonly rowShare?: number;
  /** Share of columns tried for each tree. @default 0.7 */
  readonly columnShare?: number;
  /** @default 1 */
  readonly seed?: number;
  readonly onRound?: (round: number, loss: number) => void;
}

const maxBins = 64;

/** Small repeatable random numbers (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Cut points of each column: quantiles of its distinct values, at most `maxBins − 1`. */
function cutPoints(rows: TrainingRows, count: number, columns: number): Float32Array[] {
  return Array.from({ length: columns }, (_, column) => {
    const distinct = new Set<number>();
    for (let row = 0; row < count; row++) distinct.add(rows.values[row * columns + column] ?? 0);
    const sorted = Float32Array.from(distinct).sort();
    if (sorted.length <= maxBins) return Float32Array.from(sorted.subarray(0, Math.max(0, sorted.length - 1)));
    const all = new Float32Array(count);
    for (let row = 0; row < count; row++) all[row] = rows.values[row * columns + column] ?? 0;
    all.sort();
    const cuts = new Set<number>();
    for (let bin = 1; bin < maxBins; bin++) cuts.add(all[Math.floor((bin * count) / maxBins)] ?? 0);
    return Float32Array.from(cuts).sort();
  });
}

function binOf(cuts: Float32Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (cuts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Split {
  readonly column: number;
  readonly bin: number;
  readonly gain: number;
}

interface GrowingTree {
  readonly feature: number[];
  readonly threshold: number[];
  readonly left: number[];
  readonly right: number[];
  readonly value: number[];
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Trains one model. Time: rounds × depth × rows × columns. */
export function trainBoostedTrees(
  rows: TrainingRows,
  about: TreeModel['about'],
  options: BoostOptions = {},
): TreeModel {
  const { rounds = 120, depth = 5, learningRate = 0.15, minLeafWeight = 4, l2 = 2 } = options;
  const { rowShare = 0.8, columnShare = 0.7, seed = 1, onRound } = options;
  const columns = rows.features.length;
  const count = rows.labels.length;
  const random = randomFrom(seed);
  const cuts = cutPoints(rows, count, columns);
  const bins = new Uint8Array(count * columns);
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      bins[at] = binOf(cuts[column] ?? new Float32Array(), rows.values[at] ?? 0);
    }
  }
  const weight = (row: number): number => rows.weights?.[row] ?? 1;
  let positive = 0;
  let total = 0;
  for (let row = 0; row < count; row++) {
    positive += weight(row) * (rows.labels[row] ?? 0);
    total += weight(row);
  }
  const share = Math.min(0.999, Math.max(0.001, positive / Math.max(1, total)));
  const bias = round6(Math.log(share / (1 - share)));
  const scores = new Float64Array(count).fill(bias);
  const gradient = new Float64Array(count);
  const hessian = new Float64Array(count);
  const trees: Tree[] = [];

  const bestSplit = (members: Int32Array, tried: readonly number[], sumG: number, sumH: number): Split | undefined => {
    let best: Split | undefined;
    const histG = new Float64Array(maxBins + 1);
    const histH = new Float64Array(maxBins + 1);
    const parent = (sumG * sumG) / (sumH + l2);
    for (const column of tried) {
      histG.fill(0);
      histH.fill(0);
      for (const row of members) {
        const bin = bins[row * columns + column] ?? 0;
        histG[bin] = (histG[bin] ?? 0) + (gradient[row] ?? 0);
        histH[bin] = (histH[bin] ?? 0) + (hessian[row] ?? 0);
      }
      let leftG = 0;
      let leftH = 0;
      const last = cuts[column]?.length ?? 0;
      for (let bin = 0; bin < last; bin++) {
        leftG += histG[bin] ?? 0;
        leftH += histH[bin] ?? 0;
        const rightH = sumH - leftH;
        if (leftH < minLeafWeight) continue;
        if (rightH < minLeafWeight) break;
        const rightG = sumG - leftG;
        const gain = (leftG * leftG) / (leftH + l2) + (rightG * rightG) / (rightH + l2) - parent;
        if (gain > (best?.gain ?? 1e-6)) best = { column, bin, gain };
      }
    }
    return best;
  };

  const grow = (tree: GrowingTree, members: Int32Array, tried: readonly number[], level: number): number => {
    const node = tree.feature.length;
    let sumG = 0;
    let sumH = 0;
    for (const row of members) {
      sumG += gradient[row] ?? 0;
      sumH += hessian[row] ?? 0;
    }
    tree.feature.push(-1);
    tree.threshold.push(0);
    tree.left.push(0);
    tree.right.push(0);
    tree.value.push(round6((-learningRate * sumG) / (sumH + l2)));
    const split = level < depth ? bestSplit(members, tried, sumG, sumH) : undefined;
    if (!split) return node;
    const goesLeft = (row: number): boolean => (bins[row * columns + split.column] ?? 0) <= split.bin;
    tree.feature[node] = split.column;
    tree.threshold[node] = cuts[split.column]?.[split.bin] ?? 0;
    tree.value[node] = 0;
    tree.left[node] = grow(tree, members.filter(goesLeft), tried, level + 1);
    tree.right[node] = grow(
      tree,
      members.filter((row) => !goesLeft(row)),
      tried,
      level + 1,
    );
    return node;
  };

  for (let round = 0; round < rounds; round++) {
    let loss = 0;
    for (let row = 0; row < count; row++) {
      const p = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
      const label = rows.labels[row] ?? 0;
      gradient[row] = weight(row) * (p - label);
      hessian[row] = weight(row) * Math.max(1e-6, p * (1 - p));
      loss -= weight(row) * Math.log(Math.max(1e-9, label ? p : 1 - p));
    }
    onRound?.(round, loss / Math.max(1, total));
    const members: number[] = [];
    for (let row = 0; row < count; row++) if (random() < rowShare) members.push(row);
    const tried = rows.features.map((_, column) => column).filter(() => random() < columnShare);
    const tree: GrowingTree = { feature: [], threshold: [], left: [], right: [], value: [] };
    grow(tree, Int32Array.from(members), tried.length > 0 ? tried : [0], 0);
    trees.push(tree);
    for (let row = 0; row < count; row++) {
      scores[row] = (scores[row] ?? 0) + scoreInBins(tree, bins, row * columns, cuts);
    }
  }
  return { schema: 'rapporteur.trees/1', features: rows.features, bias, trees, about };
}

function scoreInBins(tree: Tree, bins: Uint8Array, offset: number, cuts: readonly Float32Array[]): number {
  let node = 0;
  let feature = tree.feature[0] ?? -1;
  while (feature >= 0) {
    const edge = binOf(cuts[feature] ?? new Float32Array(), tree.threshold[node] ?? 0);
    node = ((bins[offset + feature] ?? 0) <= edge ? tree.left[node] : tree.right[node]) ?? 0;
    feature = tree.feature[node] ?? -1;
  }
  return tree.value[node] ?? 0;
}
