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
export function randomFrom(seed: number): () => number {
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
  readonly value: number[];
  readonly right: number[];
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
  const { rounds = 120, rowShare = 0.8, columnShare = 0.7, seed = 1, onRound } = options;
  const columns = rows.features.length;
  const count = rows.labels.length;
  const random = randomFrom(seed);
  const cuts = cutPoints(rows, count, columns);
  const bins = binnedColumns(rows, cuts, count);
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
  const grower = new TreeGrower(bins, cuts, gradient, hessian, options);

  for (let round = 0; round < rounds; round++) {
    let loss = 0;
    for (let row = 0; row < count; row++) {
      const p = 1 / (1 + Math.exp(-(scores[row] as number)));
      const label = rows.labels[row] as number;
      gradient[row] = weight(row) * (p - label);
      hessian[row] = weight(row) * Math.max(1e-6, p * (1 - p));
      if (onRound) loss -= weight(row) * Math.log(Math.max(1e-9, label ? p : 1 - p));
    }
    onRound?.(round, loss / Math.max(1, total));
    let members = 0;
    const order = new Int32Array(count);
    for (let row = 0; row < count; row++) if (random() < rowShare) order[members++] = row;
    const tried = rows.features.map((_, column) => column).filter(() => random() < columnShare);
    const tree = grower.grow(order.subarray(0, members), tried.length > 0 ? tried : [0]);
    trees.push(tree);
    addScores(tree, bins, cuts, scores);
  }
  return { schema: 'rapporteur.trees/2', features: rows.features, bias, trees, about };
}

/** The bin of each value, one array a column: rows of one column lie side by side. */
function binnedColumns(rows: TrainingRows, cuts: readonly Float32Array[], count: number): Uint8Array[] {
  const columns = rows.features.length;
  return cuts.map((own, column) => {
    const bins = new Uint8Array(count);
    for (let row = 0; row < count; row++) bins[row] = binOf(own, rows.values[row * columns + column] as number);
    return bins;
  });
}

/** Grows one tree at a time; holds the tables that all trees share. */
class TreeGrower {
  readonly #bins: readonly Uint8Array[];
  readonly #cuts: readonly Float32Array[];
  readonly #gradient: Float64Array;
  readonly #hessian: Float64Array;
  readonly #depth: number;
  readonly #learningRate: number;
  readonly #minLeafWeight: number;
  readonly #l2: number;
  #scratch = new Int32Array();
  #tried: readonly number[] = [];
  #tree: GrowingTree = emptyTree();

  constructor(
    bins: readonly Uint8Array[],
    cuts: readonly Float32Array[],
    gradient: Float64Array,
    hessian: Float64Array,
    options: BoostOptions,
  ) {
    this.#bins = bins;
    this.#cuts = cuts;
    this.#gradient = gradient;
    this.#hessian = hessian;
    this.#depth = options.depth ?? 5;
    this.#learningRate = options.learningRate ?? 0.15;
    this.#minLeafWeight = options.minLeafWeight ?? 4;
    this.#l2 = options.l2 ?? 2;
  }

  grow(members: Int32Array, tried: readonly number[]): Tree {
    this.#tried = tried;
    this.#tree = emptyTree();
    this.#scratch = new Int32Array(members.length);
    this.#node(members, this.#histogram(members), 0);
    return this.#tree;
  }

  /** Gradient, then hessian, of each bin of each tried column. */
  #histogram(members: Int32Array): Float64Array {
    const table = new Float64Array(this.#tried.length * maxBins * 2);
    const gradient = this.#gradient;
    const hessian = this.#hessian;
    for (let k = 0; k < this.#tried.length; k++) {
      const bins = this.#bins[this.#tried[k] as number] as Uint8Array;
      const base = k * maxBins * 2;
      for (let m = 0; m < members.length; m++) {
        const row = members[m] as number;
        const at = base + (bins[row] as number) * 2;
        (table[at] as number) += gradient[row] as number;
        (table[at + 1] as number) += hessian[row] as number;
      }
    }
    return table;
  }

  #node(members: Int32Array, table: Float64Array, level: number): number {
    const tree = this.#tree;
    const node = tree.feature.length;
    let sumG = 0;
    let sumH = 0;
    for (let bin = 0; bin < maxBins; bin++) {
      sumG += table[bin * 2] as number;
      sumH += table[bin * 2 + 1] as number;
    }
    tree.feature.push(-1);
    tree.right.push(0);
    tree.value.push(round6((-this.#learningRate * sumG) / (sumH + this.#l2)));
    const split = level < this.#depth ? this.#bestSplit(table, sumG, sumH) : undefined;
    if (!split) return node;
    const bins = this.#bins[split.column] as Uint8Array;
    let left = 0;
    let right = 0;
    for (let m = 0; m < members.length; m++) {
      const row = members[m] as number;
      if ((bins[row] as number) <= split.bin) members[left++] = row;
      else this.#scratch[right++] = row;
    }
    members.set(this.#scratch.subarray(0, right), left);
    const [low, high] = [members.subarray(0, left), members.subarray(left)];
    // The smaller side is counted, the other is what is left of the parent's table.
    const small = this.#histogram(left <= right ? low : high);
    for (let i = 0; i < table.length; i++) (table[i] as number) -= small[i] as number;
    tree.feature[node] = split.column;
    tree.value[node] = this.#cuts[split.column]?.[split.bin] ?? 0;
    this.#node(low, left <= right ? small : table, level + 1);
    tree.right[node] = this.#node(high, left <= right ? table : small, level + 1);
    return node;
  }

  #bestSplit(table: Float64Array, sumG: number, sumH: number): Split | undefined {
    let best: Split | undefined;
    const parent = (sumG * sumG) / (sumH + this.#l2);
    for (let k = 0; k < this.#tried.length; k++) {
      const column = this.#tried[k] as number;
      const last = this.#cuts[column]?.length ?? 0;
      let leftG = 0;
      let leftH = 0;
      for (let bin = 0; bin < last; bin++) {
        leftG += table[(k * maxBins + bin) * 2] as number;
        leftH += table[(k * maxBins + bin) * 2 + 1] as number;
        const rightH = sumH - leftH;
        if (leftH < this.#minLeafWeight) continue;
        if (rightH < this.#minLeafWeight) break;
        const rightG = sumG - leftG;
        const gain = (leftG * leftG) / (leftH + this.#l2) + (rightG * rightG) / (rightH + this.#l2) - parent;
        if (gain > (best?.gain ?? 1e-6)) best = { column, bin, gain };
      }
    }
    return best;
  }
}

function emptyTree(): GrowingTree {
  return { feature: [], value: [], right: [] };
}

function addScores(tree: Tree, bins: readonly Uint8Array[], cuts: readonly Float32Array[], scores: Float64Array): void {
  const edges = tree.feature.map((feature, node) =>
    feature < 0 ? 0 : binOf(cuts[feature] as Float32Array, tree.value[node] as number),
  );
  for (let row = 0; row < scores.length; row++) {
    let node = 0;
    let feature = tree.feature[0] as number;
    while (feature >= 0) {
      const goesLeft = ((bins[feature] as Uint8Array)[row] as number) <= (edges[node] as number);
      node = goesLeft ? node + 1 : (tree.right[node] as number);
      feature = tree.feature[node] as number;
    }
    (scores[row] as number) += tree.value[node] as number;
  }
}
