import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { missesOf } from './misses.ts';
import { type Part, partOf } from './part.ts';
import { printRecordTable } from './print-record-table.ts';
import { printScores } from './print-scores.ts';
import { readGold, readPredictions, readPressPages } from './read-pages.ts';
import { runSystem } from './run.ts';
import { figuresOf, scorePages } from './score.ts';
import type { GoldPage, Prediction, PressPage } from './types.ts';

const USAGE = `Usage: npm run evaluate -- press DIR [options]
Reads DIR/pages/*.json ({id, url, text}) and answers one line a page. With DIR/gold.jsonl it prints the scores.
  --out FILE          write the answers as JSON lines
  --predictions FILE  score these answers instead of running the program
  --part open|sealed  score only that part of the stories (one third is sealed, by a hash of the story)
  --misses            print what is wrong, page by page; never for the sealed part
  --json              print the figures as JSON
`;

interface Options {
  readonly folder: string;
  readonly out?: string;
  readonly predictions?: string;
  readonly part?: Part;
  readonly misses: boolean;
  readonly json: boolean;
}

export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Runs `evaluate press`. Returns the exit code: 0 done, 1 a page failed, 2 wrong use. */
export function evaluatePress(args: readonly string[], streams: Streams): number {
  const options = parseOptions(args);
  if (typeof options === 'string') {
    streams.error(`${options}\n\n${USAGE}`);
    return 2;
  }
  const pages = readPressPages(options.folder);
  const gold = readGold(options.folder);
  const refusal = refusalOf(options, gold);
  if (refusal !== undefined) {
    streams.error(`${refusal}\n`);
    return 2;
  }
  const { predictions, failed } = answersOf(options, pages, streams);
  if (options.out !== undefined) {
    mkdirSync(dirname(options.out), { recursive: true });
    writeFileSync(options.out, jsonLines(predictions));
  }
  if (gold !== undefined) score(options, gold, pages, predictions, streams);
  else if (options.out === undefined) streams.out(jsonLines(predictions));
  else
    streams.out(
      `${predictions.length} answers written; there is no gold.jsonl beside the pages, so nothing was scored.\n`,
    );
  return failed ? 1 : 0;
}

function answersOf(
  options: Options,
  pages: readonly PressPage[],
  streams: Streams,
): { predictions: readonly Prediction[]; failed: boolean } {
  if (options.predictions !== undefined) {
    return { predictions: [...readPredictions(options.predictions).values()], failed: false };
  }
  const run = runSystem(pages);
  for (const failure of run.failures) streams.error(`Page ${failure.id} could not be read: ${failure.message}\n`);
  return { predictions: run.predictions, failed: run.failures.length > 0 };
}

function score(
  options: Options,
  gold: readonly GoldPage[],
  pages: readonly PressPage[],
  predictions: readonly Prediction[],
  streams: Streams,
): void {
  const chosen = options.part === undefined ? gold : gold.filter((page) => partOf(page) === options.part);
  const texts = new Map(pages.map((page) => [page.id, page.text]));
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction]));
  const scored = scorePages(chosen, byId, (id) => texts.get(id) ?? '');
  if (options.json) streams.out(`${JSON.stringify(figuresOf(scored), null, 1)}\n`);
  else {
    streams.out(
      `${options.part === undefined ? 'All pages' : `The ${options.part} part`}\n${printScores(scored)}\n${printRecordTable(scored.pages)}`,
    );
  }
  if (!options.misses) return;
  const open = chosen.filter((page) => partOf(page) === 'open');
  const lines = open.flatMap((page) => missesOf(page, byId.get(page.id)));
  const hidden = chosen.length - open.length;
  streams.out(`\nMisses (- expected, + given)\n${lines.join('\n')}\n`);
  if (hidden > 0) streams.out(`${hidden} pages are sealed: their misses are not shown.\n`);
}

function refusalOf(options: Options, gold: readonly GoldPage[] | undefined): string | undefined {
  if (options.misses && options.part === 'sealed') {
    return 'The sealed part is for measuring only: its misses are never shown. Use --part open.';
  }
  if (
    gold === undefined &&
    (options.part !== undefined || options.misses || options.json || options.predictions !== undefined)
  ) {
    return `There is no gold.jsonl in ${options.folder}: without it nothing can be scored.`;
  }
  return undefined;
}

function parseOptions(args: readonly string[]): Options | string {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const folders: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const [name = '', inline] = arg.split(/=(.*)/s);
    if (['--out', '--predictions', '--part'].includes(name)) {
      const value = inline ?? args[++i];
      if (value === undefined || value === '') return `${name} needs a value.`;
      values.set(name, value);
    } else if (arg === '--misses' || arg === '--json') flags.add(arg);
    else if (arg.startsWith('-')) return `Unknown option ${arg}.`;
    else folders.push(arg);
  }
  const [folder, ...more] = folders;
  if (folder === undefined || more.length > 0) return 'Give one folder of pages.';
  if (!existsSync(join(folder, 'pages'))) return `There is no folder ${join(folder, 'pages')}.`;
  const part = values.get('--part');
  if (part !== undefined && part !== 'open' && part !== 'sealed') return '--part is open or sealed.';
  const out = values.get('--out');
  const predictions = values.get('--predictions');
  return {
    folder,
    ...(out === undefined ? {} : { out }),
    ...(predictions === undefined ? {} : { predictions }),
    ...(part === undefined ? {} : { part }),
    misses: flags.has('--misses'),
    json: flags.has('--json'),
  };
}

function jsonLines(lines: readonly unknown[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
