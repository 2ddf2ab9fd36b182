import {
  blockColumns,
  blockRows,
  type ColumnContext,
  columnContext,
} from '../../src/core/extract/body-model/block-columns.ts';
import {
  type BodySource,
  bestSource,
  type Candidate,
  candidateRows,
  choiceColumns,
  chosenBlocks,
} from '../../src/core/extract/body-model/choose-body.ts';
import { contextColumns } from '../../src/core/extract/body-model/context-columns.ts';
import { feedCandidate } from '../../src/core/extract/body-model/feed-candidate.ts';
import { judgeRows, mixed, secondRows } from '../../src/core/extract/body-model/judge-blocks.ts';
import type { Draft } from '../../src/core/extract/draft.ts';
import { jsonCandidate } from '../../src/core/extract/json-body.ts';
import { type CompiledTrees, compileTrees, type TreeModel } from '../../src/core/extract/trees.ts';
import type { GoldPage } from '../evaluate/extract/gold-pages.ts';
import { type BoostOptions, type TrainingRows, trainBoostedTrees } from './boost.ts';
import { type PageBody, scoreBody } from './out-of-fold.ts';
import { draftOf, type Format, foldOf, goldLabels } from './training-pages.ts';

/** An annotated page as the stages need it. */
export interface TrainingPage {
  readonly set: string;
  readonly gold: GoldPage['gold'];
  readonly fold: number;
  readonly draft: Draft;
  readonly context: ColumnContext;
  readonly rows: Float32Array;
  readonly labels: Int8Array;
  /** 0 for blocks that the gold does not tell about. */
  readonly weights: Float32Array;
}

export const folds = 5;
export const seed = 1;
const firstOptions: BoostOptions = { rounds: 150, depth: 6, learningRate: 0.08, columnShare: 0.4, minLeafWeight: 6 };
const secondOptions: BoostOptions = { rounds: 90, depth: 5, learningRate: 0.07, columnShare: 0.5, minLeafWeight: 8 };
const choiceOptions: BoostOptions = { rounds: 60, depth: 3, learningRate: 0.08, columnShare: 0.6, minLeafWeight: 3 };
export const feedChoiceOptions: BoostOptions = { ...choiceOptions, rounds: 90, depth: 4, learningRate: 0.1 };

export function trainingPage(set: string, page: GoldPage, format: Format): TrainingPage {
  const draft = draftOf(page, format);
  const context = columnContext(draft);
  const labels = goldLabels(
    draft.raw.blocks.map(({ text }) => text),
    page.gold,
  );
  return {
    set,
    gold: page.gold,
    fold: foldOf(page.url, folds),
    draft,
    context,
    rows: blockRows(context),
    labels,
    weights: weightsOf(draft, labels, Boolean(page.gold.text)),
  };
}

/** Long blocks weigh more than short ones, but not by their length; long articles a little less. */
function weightsOf(draft: Draft, labels: Int8Array, whole: boolean): Float32Array {
  const weight = (block: number) => Math.max(1, Math.min(draft.features[block]?.words ?? 0, 120)) ** 0.6;
  let total = 0;
  for (const [i, label] of labels.entries()) if (label === 1) total += weight(i);
  const scale = Math.sqrt((whole ? total / 150 : 1) + 0.3);
  return Float32Array.from(labels, (label, i) =>
    label < 0 || (draft.features[i]?.words ?? 0) === 0 ? 0 : weight(i) / scale,
  );
}

/** A stage's model with what models that had not seen a page's host say of its blocks. */
export interface Stage {
  /** Trained on all pages, when asked for. */
  readonly model: () => TreeModel;
  readonly unseen: readonly Float64Array[];
  /** The model that has not seen the hosts of each fold. */
  readonly withoutFold: readonly CompiledTrees[];
}

/** The first look: each block by itself and its surroundings. */
export function trainFirst(pages: readonly TrainingPage[], about: TreeModel['about']): Stage {
  return trainStage(
    pages,
    pages.map(({ rows }) => rows),
    blockColumns,
    firstOptions,
    about,
  );
}

/** The second look, on what models of other hosts said at first: so will it be on pages of unseen hosts. */
export function trainSecond(
  pages: readonly TrainingPage[],
  first: readonly Float64Array[],
  about: TreeModel['about'],
): Stage {
  const rows = pages.map(({ context, rows: own }, i) =>
    secondRows({ context, rows: own, probabilities: first[i] as Float64Array }),
  );
  const stage = trainStage(pages, rows, contextColumns, secondOptions, about);
  const both = pages.map(({ context, rows: own }, i) =>
    mixed({ context, rows: own, probabilities: first[i] as Float64Array }, stage.unseen[i] as Float64Array),
  );
  return { ...stage, unseen: both };
}

function trainStage(
  pages: readonly TrainingPage[],
  rows: readonly Float32Array[],
  columns: readonly string[],
  options: BoostOptions,
  about: TreeModel['about'],
): Stage {
  const unseen: Float64Array[] = pages.map(() => new Float64Array());
  const withoutFold: CompiledTrees[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const table = tableOf(pages, rows, columns, (page) => page.fold !== fold);
    const trees = compileTrees(trainBoostedTrees(table, {}, { ...options, seed: seed + fold }), columns);
    withoutFold.push(trees);
    for (const [i, page] of pages.entries())
      if (page.fold === fold) unseen[i] = judgeRows(page.draft, trees, rows[i] as Float32Array, columns.length);
  }
  const model = (): TreeModel => {
    const all = tableOf(pages, rows, columns, () => true);
    return trainBoostedTrees(all, { ...about, rows: all.labels.length, seed }, { ...options, seed });
  };
  return { model, unseen, withoutFold };
}

function tableOf(
  pages: readonly TrainingPage[],
  rows: readonly Float32Array[],
  columns: readonly string[],
  wanted: (page: TrainingPage) => boolean,
): TrainingRows {
  const width = columns.length;
  const count = pages.reduce((sum, page) => sum + (wanted(page) ? page.weights.filter((w) => w > 0).length : 0), 0);
  const table = {
    features: columns,
    values: new Float32Array(count * width),
    labels: new Uint8Array(count),
    weights: new Float32Array(count),
  };
  let at = 0;
  for (const [i, page] of pages.entries()) {
    if (!wanted(page)) continue;
    for (const [block, weight] of page.weights.entries()) {
      if (weight === 0) continue;
      table.values.set((rows[i] as Float32Array).subarray(block * width, (block + 1) * width), at * width);
      table.labels[at] = page.labels[block] as number;
      table.weights[at] = weight;
      at++;
    }
  }
  return table;
}

/** A page's candidate bodies with the F1 of each. */
export interface ChoicePage {
  readonly set: string;
  readonly fold: number;
  readonly candidates: readonly Candidate[];
  readonly scores: readonly PageBody[];
}

export function choicePage(page: TrainingPage, probabilities: Float64Array): ChoicePage {
  const { draft, set, gold, fold } = page;
  const chosen = chosenBlocks(draft, probabilities);
  const json = jsonCandidate(draft);
  const feed = feedCandidate(draft);
  const candidates = candidateRows(draft, probabilities, chosen, json, feed);
  const textOf = {
    blocks: () => joined(draft, (i) => chosen[i] === 1),
    container: () => joined(draft, (i) => draft.decisions[i]?.label === 'body'),
    json: () => json?.text ?? '',
    feed: () => feed?.text ?? '',
  };
  return {
    set,
    fold,
    candidates,
    scores: candidates.map(({ source }) => ({ set, ...scoreBody(textOf[source](), gold) })),
  };
}

function joined(draft: Draft, wanted: (block: number) => boolean): string {
  return draft.raw.blocks
    .filter((_, i) => wanted(i))
    .map(({ text }) => text)
    .join('\n');
}

/** The page-level model: what F1 to expect of a candidate. Returns it with the body that unseen pages would get. */
export function trainChoice(
  pages: readonly ChoicePage[],
  about: TreeModel['about'],
  columns: readonly string[] = choiceColumns,
  options: BoostOptions = choiceOptions,
): { model: TreeModel; unseen: readonly PageBody[]; sources: readonly BodySource[] } {
  const unseen: PageBody[] = pages.map(({ scores }) => scores[0] as PageBody);
  const sources: BodySource[] = pages.map(() => 'blocks');
  for (let fold = 0; fold < folds; fold++) {
    const others = choiceTable(
      pages.filter((page) => page.fold !== fold),
      columns,
    );
    const trees = compileTrees(trainBoostedTrees(others, {}, { ...options, seed: seed + fold }), columns);
    for (const [i, { candidates, scores, fold: own }] of pages.entries()) {
      if (own !== fold) continue;
      const best = bestSource(candidates, trees);
      sources[i] = best;
      unseen[i] = scores[candidates.findIndex(({ source }) => source === best)] as PageBody;
    }
  }
  const all = choiceTable(pages, columns);
  return {
    model: trainBoostedTrees(all, { ...about, rows: all.labels.length, seed }, { ...options, seed }),
    unseen,
    sources,
  };
}

/** A candidate of F1 .8 is .8 of a good one and .2 of a bad one. */
function choiceTable(pages: readonly ChoicePage[], columns: readonly string[]): TrainingRows {
  const rows = pages.flatMap(({ candidates, scores }) =>
    candidates.map(({ row }, i) => ({ row, f1: f1Of(scores[i] as PageBody) })),
  );
  const width = columns.length;
  const values = new Float32Array(rows.length * 2 * width);
  const labels = new Uint8Array(rows.length * 2);
  const weights = new Float32Array(rows.length * 2);
  for (const [i, { row, f1 }] of rows.entries()) {
    for (const label of [0, 1]) {
      const at = i * 2 + label;
      values.set(row, at * width);
      labels[at] = label;
      weights[at] = label === 1 ? f1 : 1 - f1;
    }
  }
  return { features: columns, values, labels, weights };
}

function f1Of({ f1, found = 0, wanted = 0, wrong = 0 }: PageBody): number {
  return f1 ?? (found + wrong + wanted === 0 ? 1 : (2 * found) / (found + wrong + wanted));
}
