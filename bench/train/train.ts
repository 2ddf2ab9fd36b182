import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chosenBlocks } from '../../src/core/extract/body-model/choose-body.ts';
import type { Tree, TreeModel } from '../../src/core/extract/trees.ts';
import { readGoldPages } from '../evaluate/extract/gold-pages.ts';
import { printMeans, scoreBody } from './out-of-fold.ts';
import {
  type ChoicePage,
  choicePage,
  type TrainingPage,
  trainChoice,
  trainFirst,
  trainingPage,
  trainSecond,
} from './stages.ts';
import type { Format } from './training-pages.ts';

const USAGE = `Usage: npm run train -- FILE.jsonl.gz[=TYPE]... [--out FOLDER]
Trains the models that find an article's body on annotated pages, as HTML and as text dumps, and prints their figures on
hosts that each fold did not see. With --out the models trained on all pages are written there.
`;

const files: string[] = [];
let out: string | undefined;
const args = process.argv.slice(2);
for (let i = 0; i < args.length; i++) {
  if (args[i] === '--out') out = args[++i];
  else files.push(args[i] as string);
}
if (files.length === 0 || files.some((file) => file.startsWith('-'))) {
  process.stderr.write(USAGE);
  process.exitCode = args.includes('--help') ? 0 : 2;
} else await train();

async function train(): Promise<void> {
  const choices: ChoicePage[] = [];
  let about: TreeModel['about'] = {};
  for (const format of ['html', 'text'] as const) {
    const pages: TrainingPage[] = [];
    for (const file of files) pages.push(...(await readSet(file, format)));
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
    write(`${format}-first`, first.model);
    write(`${format}-context`, second.model);
    choices.push(...pages.map((page, i) => choicePage(page, second.unseen[i] as Float64Array)));
    const choice = trainChoice(choices.slice(-pages.length), about);
    report('with the choice of a source', choice.unseen);
  }
  write('page-choice', trainChoice(choices, about).model);
}

/** Pages of one file, `FILE=TYPE` for those of one type. */
async function readSet(argument: string, format: Format): Promise<TrainingPage[]> {
  const [file = '', wanted] = argument.split('=');
  const set = basename(file).replace(/\..*$/, '');
  const pages: TrainingPage[] = [];
  for await (const page of readGoldPages(file))
    if (wanted === undefined || page.type === wanted) pages.push(trainingPage(set, page, format));
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

function aboutOf(pages: readonly TrainingPage[]): TreeModel['about'] {
  const about: Record<string, number> = {};
  for (const { set } of pages) about[set] = (about[set] ?? 0) + 1;
  return about;
}

function write(name: string, model: TreeModel): void {
  if (out === undefined) return;
  const file = join(out, `${name}.json`);
  writeFileSync(file, `${JSON.stringify({ ...model, trees: model.trees.map(shortened) })}\n`);
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
