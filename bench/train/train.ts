import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chosenBlocks, feedChoiceColumns } from '../../src/core/extract/body-model/choose-body.ts';
import type { CompiledTrees, Tree, TreeModel } from '../../src/core/extract/trees.ts';
import { type GoldPage, readGoldPages } from '../evaluate/extract/gold-pages.ts';
import { feedPages, printFeeds } from './feed-pages.ts';
import { type LabelPage, labelPage } from './label-pages.ts';
import { printLabels, thresholdsOf, trainLabels } from './label-stage.ts';
import { printMeans, scoreBody } from './out-of-fold.ts';
import {
  type ChoicePage,
  choicePage,
  feedChoiceOptions,
  type TrainingPage,
  trainChoice,
  trainFirst,
  trainingPage,
  trainSecond,
} from './stages.ts';

const USAGE = `Usage: npm run train -- FILE.jsonl.gz[=TYPE]... [--only body|feed|labels] [--out FOLDER]
Trains the models that find an article's body, those that choose between the page and its feed, and those that label the
other blocks, on annotated pages, as HTML and as text dumps, and prints their figures on hosts that each fold did not see.
With --out the models trained on all pages are written there.
`;

const parts = ['body', 'feed', 'labels'] as const;
const files: string[] = [];
let out: string | undefined;
let only: string | undefined;
const args = process.argv.slice(2);
for (let i = 0; i < args.length; i++) {
  if (args[i] === '--out') out = args[++i];
  else if (args[i] === '--only') only = args[++i];
  else files.push(args[i] as string);
}
if (
  files.length === 0 ||
  files.some((file) => file.startsWith('-')) ||
  (only !== undefined && !parts.some((part) => part === only))
) {
  process.stderr.write(USAGE);
  process.exitCode = args.includes('--help') ? 0 : 2;
} else {
  if (only !== 'labels') await trainBodies(only !== 'feed', only !== 'body');
  if (only === undefined || only === 'labels') await trainBlockLabels();
}

async function trainBodies(withBody: boolean, withFeed: boolean): Promise<void> {
  const choices: ChoicePage[] = [];
  let about: TreeModel['about'] = {};
  // Only web pages are ever led to by a feed.
  for (const format of withBody ? (['html', 'text'] as const) : (['html'] as const)) {
    const pages: TrainingPage[] = [];
    for (const file of files) pages.push(...(await readSet(file, (set, page) => trainingPage(set, page, format))));
    about = aboutOf(pages);
    say(`${format}: ${pages.length} pages, ${pages.reduce((sum, { labels }) => sum + labels.length, 0)} blocks`);
    report(
      'rules alone',
      pages.map(({ set, draft, gold }) => ({
        set,
        ...scoreBody(
          bodyOf({ draft }, (i) => draft.decisions[i]?.label === 'body'),
          gold,
        ),
      })),
    );
    const first = trainFirst(pages, about);
    reportChosen('first look', pages, first.unseen);
    const second = trainSecond(pages, first.unseen, about);
    reportChosen('both looks', pages, second.unseen);
    if (withBody) {
      write(`${format}-first`, first.model);
      write(`${format}-context`, second.model);
      choices.push(...pages.map((page, i) => choicePage(page, second.unseen[i] as Float64Array)));
      const choice = trainChoice(choices.slice(-pages.length), about);
      report('with the choice of a source', choice.unseen);
    }
    if (withFeed && format === 'html') {
      const modelsOf = (fold: number) => ({
        first: first.withoutFold[fold] as CompiledTrees,
        second: second.withoutFold[fold] as CompiledTrees,
      });
      const led = feedPages(pages, modelsOf);
      const choice = trainChoice(led, about, feedChoiceColumns, feedChoiceOptions);
      say(`feeds made for pages, hosts not seen\n${printFeeds(led, choice)}`);
      write('feed-choice', () => choice.model);
    }
  }
  if (withBody) write('page-choice', () => trainChoice(choices, about).model);
}

async function trainBlockLabels(): Promise<void> {
  const pages: LabelPage[] = [];
  for (const file of files) {
    const both = await readSet(file, (set, page) => [labelPage(set, page, 'html'), labelPage(set, page, 'text')]);
    pages.push(...both.flat());
  }
  const stage = trainLabels(pages, aboutOf(pages.filter(({ format }) => format === 'html')));
  const thresholds = thresholdsOf(pages, stage.unseen);
  for (const format of ['html', 'text'] as const) {
    say(`labels, ${format}, blocks that rules leave open, markup hidden, hosts not seen`);
    say(printLabels(pages, stage.unseen, thresholds, format));
  }
  if (out === undefined) return;
  const model = stage.file(thresholds);
  const labels = model.labels.map(({ trees, ...label }) => ({ ...label, trees: trees.map(shortened) }));
  writeModel('block-labels', { ...model, labels });
}

/** Pages of one file, `FILE=TYPE` for those of one type. */
async function readSet<T>(argument: string, make: (set: string, page: GoldPage) => T): Promise<T[]> {
  const [file = '', wanted] = argument.split('=');
  const set = basename(file).replace(/\..*$/, '');
  const pages: T[] = [];
  for await (const page of readGoldPages(file))
    if (wanted === undefined || page.type === wanted) pages.push(make(set, page));
  return pages;
}

function reportChosen(title: string, pages: readonly TrainingPage[], probabilities: readonly Float64Array[]): void {
  report(
    title,
    pages.map(({ set, draft, gold }, i) => {
      const chosen = chosenBlocks(draft, probabilities[i] as Float64Array);
      return {
        set,
        ...scoreBody(
          bodyOf({ draft }, (block) => chosen[block] === 1),
          gold,
        ),
      };
    }),
  );
}

function report(title: string, bodies: Parameters<typeof printMeans>[0]): void {
  say(`${title}, hosts not seen\n${printMeans(bodies)}`);
}

function bodyOf({ draft }: Pick<TrainingPage, 'draft'>, wanted: (block: number) => boolean): string {
  return draft.raw.blocks
    .filter((_, i) => wanted(i))
    .map(({ text }) => text)
    .join('\n');
}

function aboutOf(pages: readonly { readonly set: string }[]): TreeModel['about'] {
  const about: Record<string, number> = {};
  for (const { set } of pages) about[set] = (about[set] ?? 0) + 1;
  return about;
}

function write(name: string, make: () => TreeModel): void {
  if (out === undefined) return;
  const model = make();
  writeModel(name, { ...model, trees: model.trees.map(shortened) });
}

function writeModel(name: string, model: unknown): void {
  const file = join(out ?? '.', `${name}.json`);
  writeFileSync(file, `${JSON.stringify(model)}\n`);
  say(`written: ${file}`);
}

/** Numbers with the digits that matter; a threshold is never rounded down below a value that equals it. */
function shortened(tree: Tree): Tree {
  const up = (value: number) => {
    const rounded = Number(value.toPrecision(6));
    return rounded >= value ? rounded : Number((value + Math.abs(value) * 1e-5).toPrecision(6));
  };
  return {
    ...tree,
    value: tree.value.map((value, node) =>
      (tree.feature[node] as number) < 0 ? Number(value.toPrecision(4)) : up(value),
    ),
  };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
