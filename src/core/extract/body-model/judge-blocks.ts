import type { Draft } from '../draft.ts';
import { type CompiledTrees, probabilityOf } from '../trees.ts';
import { blockColumns, blockRows, type ColumnContext, columnContext } from './block-columns.ts';
import { contextColumns, contextRows } from './context-columns.ts';

/** The two models of one kind of page. */
export interface BlockModels {
  /** Judges a block by itself, its neighbours and the elements around it. */
  readonly first: CompiledTrees;
  /** Judges it again, knowing what the first look said about everything else. */
  readonly second: CompiledTrees;
}

/** What the first look is given and what it says, one row and one probability a block. */
export interface FirstLook {
  readonly context: ColumnContext;
  readonly rows: Float32Array;
  readonly probabilities: Float64Array;
}

/** Probability of each block to belong to the article's body; 0 for blocks without words. */
export function judgeBlocks(draft: Draft, models: BlockModels): Float64Array {
  const context = columnContext(draft);
  const rows = blockRows(context);
  const first = { context, rows, probabilities: judgeRows(draft, models.first, rows, blockColumns.length) };
  return mixed(first, judgeRows(draft, models.second, secondRows(first), contextColumns.length));
}

export function judgeRows(draft: Draft, trees: CompiledTrees, rows: Float32Array, width: number): Float64Array {
  const out = new Float64Array(draft.raw.blocks.length);
  for (let i = 0; i < out.length; i++) {
    if ((draft.features[i]?.words ?? 0) > 0) out[i] = probabilityOf(trees, rows, i * width);
  }
  return out;
}

const jsonColumn = blockColumns.indexOf('in-json');

export function secondRows({ context, rows, probabilities }: FirstLook): Float32Array {
  return contextRows(context, probabilities, (block) => rows[block * blockColumns.length + jsonColumn] as number);
}

/** Both looks count the same: each is right where the other is not, out of fold. */
export function mixed({ probabilities }: FirstLook, second: Float64Array): Float64Array {
  return second.map((value, i) => (value + (probabilities[i] as number)) / 2);
}
