/**
 * Boosted regression trees as data. A tree is three parallel arrays in preorder: the left child of a node is the next
 * one, `right` names the other. `feature` −1 marks a leaf, whose `value` is added to the log-odds; elsewhere `value` is a
 * threshold, and a row goes left when it is not above it. Trained by `bench/train`, evaluated here in a few lines so that
 * running needs no machine-learning library.
 */
export interface TreeModel {
  readonly schema: 'rapporteur.trees/2';
  /** Names of the columns, in the order of a row. A reader that computes other columns must refuse the model. */
  readonly features: readonly string[];
  /** Log-odds before any tree. */
  readonly bias: number;
  readonly trees: readonly Tree[];
  /** What it was trained on and how good it was there; shown by `--explain` and in the docs. */
  readonly about: Readonly<Record<string, string | number>>;
}

export interface Tree {
  readonly feature: readonly number[];
  readonly value: readonly number[];
  readonly right: readonly number[];
}

/** All trees of a model in three flat arrays: reading them is most of the work of judging a page. */
export interface CompiledTrees {
  readonly columns: readonly string[];
  readonly bias: number;
  readonly starts: Int32Array;
  readonly feature: Int16Array;
  readonly value: Float32Array;
  readonly right: Int32Array;
}

/** Throws when the model was trained on other columns than the program computes: its answers would be noise. */
export function compileTrees(model: TreeModel, columns: readonly string[]): CompiledTrees {
  if (model.features.length !== columns.length || model.features.some((name, i) => name !== columns[i])) {
    throw new Error('The model was trained on other columns: train it again.');
  }
  const size = model.trees.reduce((sum, { feature }) => sum + feature.length, 0);
  const starts = new Int32Array(model.trees.length);
  const feature = new Int16Array(size);
  const value = new Float32Array(size);
  const right = new Int32Array(size);
  let at = 0;
  for (const [i, tree] of model.trees.entries()) {
    starts[i] = at;
    feature.set(tree.feature, at);
    value.set(tree.value, at);
    for (let node = 0; node < tree.right.length; node++) right[at + node] = at + (tree.right[node] as number);
    at += tree.feature.length;
  }
  return { columns, bias: model.bias, starts, feature, value, right };
}

/** After so many trees a row this far below even odds rose above 12 % in 0 of 22,197 cases; half of a page is such rows. */
const earlyExit = { trees: 40, logOdds: -4 } as const;

/** Probability 0 to 1 of the row that starts at `from` in `rows`. */
export function probabilityOf(trees: CompiledTrees, rows: Float32Array, from = 0): number {
  const { starts, feature, value, right } = trees;
  let sum = trees.bias;
  for (let i = 0; i < starts.length; i++) {
    if (i === earlyExit.trees && sum < earlyExit.logOdds) break;
    let node = starts[i] as number;
    let column = feature[node] as number;
    while (column >= 0) {
      node = (rows[from + column] as number) <= (value[node] as number) ? node + 1 : (right[node] as number);
      column = feature[node] as number;
    }
    sum += value[node] as number;
  }
  return 1 / (1 + Math.exp(-sum));
}
