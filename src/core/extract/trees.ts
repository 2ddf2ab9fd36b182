/**
 * Boosted regression trees as data. One tree is five parallel arrays; node 0 is the root; `feature` −1 marks a leaf.
 * A row goes left when its value is ≤ the threshold. Trained by `bench/train`, evaluated here in a few lines so that
 * running needs no machine-learning library.
 */
export interface TreeModel {
  readonly schema: 'rapporteur.trees/1';
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
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly value: readonly number[];
}

/** Log-odds of one row. `row` must have the model's columns in its order. */
export function scoreRow(model: TreeModel, row: ArrayLike<number>): number {
  let sum = model.bias;
  for (const tree of model.trees) {
    let node = 0;
    let feature = tree.feature[0] ?? -1;
    while (feature >= 0) {
      const goesLeft = (row[feature] ?? 0) <= (tree.threshold[node] ?? 0);
      node = (goesLeft ? tree.left[node] : tree.right[node]) ?? 0;
      feature = tree.feature[node] ?? -1;
    }
    sum += tree.value[node] ?? 0;
  }
  return sum;
}

/** Probability 0 to 1 of one row. */
export function probabilityOf(model: TreeModel, row: ArrayLike<number>): number {
  return 1 / (1 + Math.exp(-scoreRow(model, row)));
}
