import { existsSync } from 'node:fs';
import type { Streams } from '../press/command.ts';
import { readBaseTexts } from './base-texts.ts';
import { type CurvePoint, measureCurve } from './curve.ts';
import { makePress } from './make-press.ts';
import { runCopies } from './run.ts';
import { type CopyScores, type F1, type Share, scoreCopies } from './score.ts';
import { readParallel, scoreTranslations, type TranslationScores } from './translations.ts';

const USAGE = `Usage: npm run evaluate -- copies [FILE.jsonl] [options]
Makes a press of originals, copies and look-alike communiqués in four languages, and asks which texts are one dispatch.
With FILE its texts stand in for the made reports; where it holds one text in several languages, translations are asked too.
  --originals N   originals of each language (default 200)
  --seed N        another press (default 1)
  --record        read the record of every text; without it the texts speak alone
  --curve         print speed and memory at 1,000, 10,000 and 100,000 articles
  --million       the same up to 1,000,000
  --misses        print what is wrong; where fewer than 40 cases stand behind a figure this is done anyway
  --json          print the figures as JSON
`;

const languages = ['fr', 'en', 'es', 'ar'] as const;
/** Below this a share says little, and each miss is worth reading. */
const fewCases = 40;

interface Options {
  readonly file?: string;
  readonly originals: number;
  readonly seed: number;
  readonly flags: ReadonlySet<string>;
}

/** Runs `evaluate copies`. Returns the exit code: 0 done, 2 wrong use. */
export function evaluateCopies(args: readonly string[], streams: Streams): number {
  const options = parseOptions(args);
  if (typeof options === 'string') {
    streams.error(`${options}\n\n${USAGE}`);
    return 2;
  }
  const { file, originals, seed, flags } = options;
  const base = file === undefined ? undefined : readBaseTexts(file);
  const results = languages.map((language) => {
    const texts = makePress(language, { seed, originals, ...(base === undefined ? {} : { base }) });
    const outcome = runCopies(texts, { record: flags.has('--record') });
    return { language, perSecond: Math.round(texts.length / outcome.seconds), ...scoreCopies(outcome) };
  });
  const parallel = file === undefined ? [] : readParallel(file);
  const translations = parallel.length === 0 ? undefined : scoreTranslations(parallel);
  const curve = sizesOf(flags).map((articles) => measureCurve(articles, seed));
  if (flags.has('--json')) {
    streams.out(`${JSON.stringify({ seed, originals, results, translations, curve }, null, 1)}\n`);
    return 0;
  }
  const data = file === undefined ? 'made reports' : 'reports from the file';
  streams.out(
    `Copies: ${data} and made communiqués, seed ${seed}, ${originals} originals a language, ${flags.has('--record') ? 'with the record' : 'texts alone'}\n`,
  );
  for (const result of results) streams.out(printed(result, result, flags.has('--misses')));
  if (translations !== undefined) streams.out(printedTranslations(translations));
  for (const point of curve) streams.out(printedPoint(point));
  return 0;
}

function printed(
  scores: CopyScores,
  { language, perSecond }: { readonly language: string; readonly perSecond: number },
  misses: boolean,
): string {
  const { dispatches, lookAlikes, found, direction, reuse } = scores;
  const few = [dispatches.n, direction.n, reuse.n].some((n) => n < fewCases);
  return [
    `${language}  ${scores.texts} texts, ${perSecond} a second\n`,
    `  dispatch pairs       ${f1(dispatches)}\n`,
    `  look-alikes merged   ${share(lookAlikes)}\n`,
    `  found: new headline  ${share(found.retitled)}\n`,
    `  found: cut           ${share(found.cut)}\n`,
    `  found: rewritten     ${share(found.rewritten)}\n`,
    `  copied from whom     ${share(direction)}\n`,
    `  passages reused      ${f1(reuse)}\n`,
    ...(misses || few ? scores.misses.map((miss) => `    ${miss}\n`) : []),
  ].join('');
}

function printedTranslations(scores: TranslationScores): string {
  const rows = Object.entries(scores.byLanguages).map(
    ([pair, { precision, recall, n }]) => `  ${pair}  P ${percent(precision)}  R ${percent(recall)}  n ${n}\n`,
  );
  const speed = Math.round(scores.texts / scores.seconds);
  return `translations  ${f1(scores)}  ${speed} texts a second\n${rows.join('')}`;
}

function printedPoint({ articles, printed: prints, grouped, megabytes }: CurvePoint): string {
  return `stream of ${articles}: fingerprints ${prints} articles a second, with comparing ${grouped}, ${megabytes} MB\n`;
}

function f1({ precision, recall, f1: value, n, interval }: F1): string {
  return `P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(value)} ${range(interval)} n ${n}`;
}

function share({ value, ok, n, interval }: Share): string {
  return `${percent(value)} (${ok}/${n}) ${range(interval)}`;
}

function range(interval: { readonly low: number; readonly high: number } | null): string {
  return interval === null ? '' : `[${percent(interval.low)} to ${percent(interval.high)}]`;
}

function percent(value: number): string {
  return (value * 100).toFixed(1);
}

function sizesOf(flags: ReadonlySet<string>): number[] {
  if (flags.has('--million')) return [1000, 10_000, 100_000, 1_000_000];
  return flags.has('--curve') ? [1000, 10_000, 100_000] : [];
}

const known = new Set(['--record', '--curve', '--million', '--misses', '--json']);

function parseOptions(args: readonly string[]): Options | string {
  const flags = new Set<string>();
  const numbers = new Map([
    ['--originals', 200],
    ['--seed', 1],
  ]);
  let file: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (numbers.has(arg)) {
      const value = Number(args[++i]);
      if (!Number.isInteger(value) || value < 1) return `${arg} needs a whole number from 1 on.`;
      numbers.set(arg, value);
    } else if (known.has(arg)) flags.add(arg);
    else if (arg.startsWith('-')) return `Unknown option ${arg}.`;
    else if (file === undefined) file = arg;
    else return 'Give one file at most.';
  }
  if (file !== undefined && !existsSync(file)) return `There is no file ${file}.`;
  return {
    originals: numbers.get('--originals') ?? 0,
    seed: numbers.get('--seed') ?? 0,
    flags,
    ...(file === undefined ? {} : { file }),
  };
}
