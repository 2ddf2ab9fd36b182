import { labelColumns } from '../../src/core/extract/label-model/label-columns.ts';
import type { LabelModelFile } from '../../src/core/extract/label-model/label-models.ts';
import { isOpen } from '../../src/core/extract/steps/model-labels.ts';
import { type CompiledTrees, compileTrees, probabilityOf, type TreeModel } from '../../src/core/extract/trees.ts';
import type { BlockLabel } from '../../src/core/model/article.ts';
import { wilson } from '../evaluate/press/intervals.ts';
import { type BoostOptions, trainBoostedTrees } from './boost.ts';
import type { LabelPage } from './label-pages.ts';
import { folds, seed } from './stages.ts';
import type { Format } from './training-pages.ts';

/**
 * Labels that the models are asked for. For a rare one (`true`) a block of which the markup says nothing counts as another;
 * menus and teasers often stand unmarked, there such a block tells nothing.
 */
const asked: readonly (readonly [label: BlockLabel, rare: boolean])[] = [
  ['byline', true],
  ['caption', true],
  ['legal', true],
  ['navigation', false],
  ['related', false],
];
export const askedLabels: readonly BlockLabel[] = asked.map(([label]) => label);
const rareLabels = new Set(asked.flatMap(([label, rare]) => (rare ? [label] : [])));

const options: BoostOptions = {
  rounds: 40,
  depth: 4,
  learningRate: 0.2,
  minLeafWeight: 1,
  columnShare: 0.5,
  rowShare: 0.7,
};

/** Blocks of one label that one page gives: a menu of five hundred lines says little more than one of thirty. */
const mostOfPage = 30;

/** What models of other hosts say of each row: the likeliest label and its probability. */
export interface UnseenLabel {
  readonly label: BlockLabel;
  readonly probability: number;
}

export interface LabelStage {
  readonly unseen: readonly (readonly UnseenLabel[])[];
  /** The models that have not seen the hosts of each fold, in the order of `askedLabels`. */
  readonly withoutFold: readonly (readonly CompiledTrees[])[];
  /** Models of the labels that have a threshold, trained on all pages. */
  readonly file: (thresholds: ReadonlyMap<BlockLabel, Readonly<Record<Format, number>>>) => LabelModelFile;
}

export function trainLabels(pages: readonly LabelPage[], about: TreeModel['about']): LabelStage {
  const unseen: UnseenLabel[][] = pages.map(() => []);
  const withoutFold: CompiledTrees[][] = [];
  for (let fold = 0; fold < folds; fold++) {
    const table = tableOf(pages.filter((page) => page.fold !== fold));
    const models = askedLabels.map((label) => compileTrees(trainOne(table, label, {}, seed + fold), labelColumns));
    withoutFold.push(models);
    for (const [i, page] of pages.entries())
      if (page.fold === fold) unseen[i] = page.labels.map((_, row) => likeliest(models, page.rows, row));
  }
  return {
    unseen,
    withoutFold,
    file: (thresholds) => {
      const table = tableOf(pages);
      const labels = [...thresholds].map(([label, threshold]) => {
        const { bias, trees } = trainOne(table, label, {}, seed);
        return { label, threshold, bias, trees };
      });
      return {
        schema: 'rapporteur.trees/2',
        features: labelColumns,
        about: { ...about, rows: table.labels.length, seed },
        labels,
      };
    },
  };
}

export function likeliest(models: readonly CompiledTrees[], rows: Float32Array, row: number): UnseenLabel {
  let best = 0;
  let probability = 0;
  for (const [k, trees] of models.entries()) {
    const own = probabilityOf(trees, rows, row * labelColumns.length);
    if (own <= probability) continue;
    best = k;
    probability = own;
  }
  return { label: askedLabels[best] as BlockLabel, probability };
}

interface LabelTable {
  readonly values: Float32Array;
  readonly weights: Float32Array;
  readonly labels: readonly BlockLabel[];
}

function trainOne(
  { values, weights, labels }: LabelTable,
  label: BlockLabel,
  about: TreeModel['about'],
  own: number,
): TreeModel {
  const yes = Uint8Array.from(labels, (other) => (other === label ? 1 : 0));
  const told = rareLabels.has(label) ? weights : weights.map((weight, i) => (labels[i] === 'other' ? 0 : weight));
  return trainBoostedTrees({ features: labelColumns, values, labels: yes, weights: told }, about, {
    ...options,
    seed: own,
  });
}

/** Rows of all pages; of many blocks of one label every so manyth, evenly over the page, and each weighs less. */
function tableOf(pages: readonly LabelPage[]): LabelTable {
  const taken: { page: LabelPage; row: number; weight: number }[] = [];
  for (const page of pages) {
    const counts = new Map<BlockLabel, number>();
    for (const label of page.labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    const met = new Map<BlockLabel, number>();
    for (const [row, label] of page.labels.entries()) {
      const count = counts.get(label) as number;
      const wanted = Math.min(count, mostOfPage);
      const before = met.get(label) ?? 0;
      met.set(label, before + 1);
      if (Math.floor(((before + 1) * wanted) / count) > Math.floor((before * wanted) / count))
        taken.push({ page, row, weight: wanted ** -0.3 });
    }
  }
  const width = labelColumns.length;
  const values = new Float32Array(taken.length * width);
  for (const [at, { page, row }] of taken.entries())
    values.set(page.rows.subarray(row * width, (row + 1) * width), at * width);
  return {
    values,
    weights: Float32Array.from(taken, ({ weight }) => weight),
    labels: taken.map(({ page, row }) => page.labels[row] as BlockLabel),
  };
}

/** Precision that a label must surely have (lower end of the 95 % interval) to be given, and the least cases to tell. */
const leastPrecision = 0.7;
const leastCases = 40;
const tried = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];
/** Blocks labelled by hand on pages without a word of markup for them did not bear these out: see the README. */
const refused: ReadonlySet<BlockLabel> = new Set(['legal']);
/** Never given in a format: no probability is above 1. */
const never = 2;

/** The lowest probability from which on each label is right often enough, on the blocks that rules leave open. */
export function thresholdsOf(
  pages: readonly LabelPage[],
  unseen: LabelStage['unseen'],
): ReadonlyMap<BlockLabel, Readonly<Record<Format, number>>> {
  const of = (label: BlockLabel, format: Format): number =>
    tried.find((threshold) => {
      const given = openRows(pages, format, unseen).filter(
        ({ judged, gold }) => judged.label === label && judged.probability >= threshold && tells(gold, label),
      );
      const right = given.filter(({ gold }) => gold === label).length;
      return given.length >= leastCases && (wilson(right, given.length)?.low ?? 0) >= leastPrecision;
    }) ?? never;
  const all = askedLabels.map((label) => [label, { html: of(label, 'html'), text: of(label, 'text') }] as const);
  return new Map(all.filter(([label, { html, text }]) => Math.min(html, text) < never && !refused.has(label)));
}

function tells(gold: BlockLabel, label: BlockLabel): boolean {
  return gold !== 'other' || rareLabels.has(label);
}

interface OpenRow {
  readonly gold: BlockLabel;
  readonly rule: BlockLabel;
  readonly judged: UnseenLabel;
}

function openRows(pages: readonly LabelPage[], format: Format, unseen: LabelStage['unseen']): readonly OpenRow[] {
  return pages.flatMap((page, i) =>
    page.format !== format
      ? []
      : page.labels.flatMap((gold, row) => {
          const standing = page.draft.decisions[page.blocks[row] as number];
          const judged = unseen[i]?.[row];
          return judged && isOpen(standing) ? [{ gold, rule: standing?.label ?? 'other', judged }] : [];
        }),
  );
}

/** One line a label: how often rules alone and rules with the models are right on the blocks that rules leave open. */
export function printLabels(
  pages: readonly LabelPage[],
  unseen: LabelStage['unseen'],
  thresholds: ReadonlyMap<BlockLabel, Readonly<Record<Format, number>>>,
  format: Format,
): string {
  const all = openRows(pages, format, unseen);
  const marked = all.filter(({ gold }) => gold !== 'other');
  const given = ({ judged, rule }: OpenRow): BlockLabel =>
    judged.probability >= (thresholds.get(judged.label)?.[format] ?? never) ? judged.label : rule;
  const right = (of: (row: OpenRow) => BlockLabel): string =>
    share(marked.filter((row) => of(row) === row.gold).length, marked.length);
  const lines = askedLabels.map((label) => {
    const rows = all.filter(({ gold }) => tells(gold, label));
    const figures = (of: (row: OpenRow) => BlockLabel): string => {
      const hits = rows.filter((row) => row.gold === label && of(row) === label).length;
      const said = rows.filter((row) => of(row) === label).length;
      const wanted = rows.filter(({ gold }) => gold === label).length;
      return `P ${share(hits, said)}  R ${share(hits, wanted)}  F1 ${share(2 * hits, said + wanted, false)}`;
    };
    const count = rows.filter(({ gold }) => gold === label).length;
    const threshold = thresholds.get(label)?.[format] ?? never;
    const from = threshold < never ? `from ${threshold.toFixed(2)}` : 'not given';
    return `  ${label.padEnd(12)} n=${count}  rules ${figures(({ rule }) => rule)} | with models (${from}) ${figures(given)}`;
  });
  return [
    `  all labels  n=${marked.length}  rules ${right(({ rule }) => rule)}  with models ${right(given)}`,
    ...lines,
  ].join('\n');
}

function share(hits: number, of: number, interval = true): string {
  if (of === 0) return '–';
  const bounds = interval ? wilson(hits, of) : undefined;
  const value = (hits / of).toFixed(3);
  return bounds ? `${value} (${bounds.low.toFixed(3)}–${bounds.high.toFixed(3)})` : value;
}
