import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { bodyColumns } from '../../src/core/extract/body-columns.ts';
import type { Draft } from '../../src/core/extract/draft.ts';
import { judgeBody } from '../../src/core/extract/steps/model-body.ts';
import type { Tree, TreeModel } from '../../src/core/extract/trees.ts';
import { type GoldPage, readGoldPages } from '../evaluate/extract/gold-pages.ts';
import { type BoostOptions, type TrainingRows, trainBoostedTrees } from './boost.ts';
import { type PageBody, printMeans, scoreBody } from './out-of-fold.ts';
import { draftOf, foldOf, type LabelledRow, rowsOfDraft } from './training-pages.ts';

const USAGE = `Usage: npm run train -- FILE.jsonl.gz[=TYPE]... [--out MODEL.json] [--skip-folds]
Trains the model of the label step "model-body" on annotated pages, prints its figures on hosts that each fold did not
see, and writes the model trained on all pages.
`;
const folds = 5;
const seed = 1;
const options: BoostOptions = { rounds: 130, depth: 5, learningRate: 0.08, columnShare: 0.5, minLeafWeight: 6 };

interface TrainingPage {
  readonly set: string;
  readonly page: GoldPage;
  readonly fold: number;
  readonly rows: readonly LabelledRow[];
}

const files: string[] = [];
let out: string | undefined;
let skipFolds = false;
const args = process.argv.slice(2);
for (let i = 0; i < args.length; i++) {
  const arg = args[i] as string;
  if (arg === '--out') out = args[++i];
  else if (arg === '--skip-folds') skipFolds = true;
  else files.push(arg);
}
if (files.length === 0 || files.some((file) => file.startsWith('-'))) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else await train();

async function train(): Promise<void> {
  const pages = (await Promise.all(files.map(readSet))).flat();
  say(
    `${pages.length} pages, ${pages.reduce((sum, { rows }) => sum + rows.length, 0)} rows of ${bodyColumns.length} columns`,
  );
  if (!skipFolds) crossValidate(pages);
  if (out === undefined) return;
  const model = trainBoostedTrees(rowsFor(pages), aboutOf(pages), { ...options, seed });
  writeFileSync(out, `${JSON.stringify({ ...model, trees: model.trees.map(shortened) })}\n`);
  say(`Written: ${out}`);
}

/** Pages of one file, `FILE=TYPE` for those of one type. */
async function readSet(argument: string): Promise<TrainingPage[]> {
  const [file = '', wanted] = argument.split('=');
  const set = basename(file).replace(/\..*$/, '');
  const pages: TrainingPage[] = [];
  for await (const page of readGoldPages(file)) {
    if (wanted !== undefined && page.type !== wanted) continue;
    pages.push({ set, page, fold: foldOf(page.url, folds), rows: rowsOfDraft(draftOf(page), page.gold) });
  }
  return pages;
}

/** Trains on the other folds, judges the own one with the code that ships, prints the means by set. */
function crossValidate(pages: readonly TrainingPage[]): void {
  const before: PageBody[] = [];
  const after: PageBody[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const others = rowsFor(pages.filter((page) => page.fold !== fold));
    const model = trainBoostedTrees(others, {}, { ...options, seed: seed + fold });
    for (const { set, page } of pages.filter((item) => item.fold === fold)) {
      const draft = draftOf(page);
      before.push({ set, ...scoreBody(textOf(draft), page.gold) });
      const decisions = [...draft.decisions];
      for (const decision of judgeBody(draft, model)) decisions[decision.block] = decision;
      after.push({ set, ...scoreBody(textOf({ ...draft, decisions }), page.gold) });
    }
    say(`fold ${fold + 1} of ${folds}`);
  }
  say(`Rules alone\n${printMeans(before)}\nRules and model, out of fold\n${printMeans(after)}`);
}

function textOf({ raw, decisions }: Draft): string {
  return raw.blocks
    .filter((_, i) => decisions[i]?.label === 'body')
    .map(({ text }) => text)
    .join('\n');
}

/** One table of rows. Long blocks weigh more than short ones, but not by their length; long pages a little less. */
function rowsFor(pages: readonly TrainingPage[]): TrainingRows {
  const weightOf = (words: number) => Math.max(1, Math.min(words, 120)) ** 0.6;
  const count = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  const values = new Float32Array(count * bodyColumns.length);
  const labels = new Uint8Array(count);
  const weights = new Float32Array(count);
  let at = 0;
  for (const { rows } of pages) {
    const total = rows.reduce((sum, { words }) => sum + weightOf(words), 0);
    for (const row of rows) {
      values.set(row.values, at * bodyColumns.length);
      labels[at] = row.label;
      weights[at] = weightOf(row.words) / Math.sqrt(total / 150 + 0.3);
      at++;
    }
  }
  return { features: bodyColumns, values, labels, weights };
}

function aboutOf(pages: readonly TrainingPage[]): TreeModel['about'] {
  const about: Record<string, string | number> = { seed };
  for (const { set } of pages) about[set] = Number(about[set] ?? 0) + 1;
  about['rows'] = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  return about;
}

/** Thresholds and values with the digits that matter; a threshold is never rounded down below a value that equals it. */
function shortened(tree: Tree): Tree {
  const up = (value: number) => {
    const rounded = Number(value.toPrecision(6));
    return rounded >= value ? rounded : Number((value + Math.abs(value) * 1e-5).toPrecision(6));
  };
  return {
    ...tree,
    threshold: tree.threshold.map(up),
    value: tree.value.map((value) => Number(value.toPrecision(4))),
  };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
