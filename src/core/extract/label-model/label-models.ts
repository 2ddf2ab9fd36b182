import type { BlockLabel } from '../../model/article.ts';
import type { RawPage } from '../../read/raw-page.ts';
import blockLabels from '../models/block-labels.json' with { type: 'json' };
import { type CompiledTrees, compileTrees, probabilityOf, type Tree, type TreeModel } from '../trees.ts';
import { labelColumns } from './label-columns.ts';

/** The trees of all labels: one yes/no question each, the columns named once. */
export interface LabelModelFile {
  readonly schema: TreeModel['schema'];
  readonly features: readonly string[];
  readonly about: TreeModel['about'];
  readonly labels: readonly {
    readonly label: BlockLabel;
    /** A block is given the label from this probability on: there it is right often enough on unseen hosts. */
    readonly threshold: Readonly<Record<RawPage['format'], number>>;
    readonly bias: number;
    readonly trees: readonly Tree[];
  }[];
}

export interface LabelModel {
  readonly label: BlockLabel;
  readonly threshold: Readonly<Record<RawPage['format'], number>>;
  /** The first trees alone: after them most labels are out of the question. */
  readonly glance: CompiledTrees;
  readonly trees: CompiledTrees;
}

const glanceTrees = 8;
/** Of what the first trees say: on 20,826 open blocks of development pages none below it reached a threshold (of 5,463). */
const leastGlance = 0.06;

export function compileLabelModels(file: LabelModelFile): readonly LabelModel[] {
  const { schema, features, about } = file;
  return file.labels.map(({ label, threshold, bias, trees }) => {
    const compiled = (some: readonly Tree[]): CompiledTrees =>
      compileTrees({ schema, features, bias, trees: some, about }, labelColumns);
    return { label, threshold, glance: compiled(trees.slice(0, glanceTrees)), trees: compiled(trees) };
  });
}

let compiled: readonly LabelModel[] | undefined;

/** The models that ship, trained by `npm run train`; compiled when first needed. */
export function labelModels(): readonly LabelModel[] {
  compiled ??= compileLabelModels(blockLabels as LabelModelFile);
  return compiled;
}

/** The likeliest label of the row that starts at `from`, when it is likely enough. */
export function judgeLabel(
  models: readonly LabelModel[],
  format: RawPage['format'],
  rows: Float32Array,
  from: number,
): { readonly label: BlockLabel; readonly probability: number } | undefined {
  let best: LabelModel | undefined;
  let probability = 0;
  for (const model of models) {
    if (probabilityOf(model.glance, rows, from) < leastGlance) continue;
    const own = probabilityOf(model.trees, rows, from);
    if (own > probability) {
      best = model;
      probability = own;
    }
  }
  return best && probability >= best.threshold[format] ? { label: best.label, probability } : undefined;
}
