import { existsSync } from 'node:fs';
import { spellingProbability } from '../../../src/core/record/letter-costs.ts';
import { familyFloor, nameParts, wordSimilarity } from '../../../src/core/record/names.ts';
import type { Streams } from '../press/command.ts';
import { bootstrap, wilson } from '../press/intervals.ts';
import { isHeldOut, type NamePair, type NameQuestion, questionsOf, readNamePairs } from './name-pairs.ts';

const USAGE = `Usage: npm run evaluate -- names FILE.tsv[.gz] [options]
Asks of every pair of FILE (Latin, Arabic, count), and of two false ones beside it, whether they are spellings of one name.
Only the fifth that "npm run train-names" leaves out is asked.
  --all     ask all pairs: for a file that the letter costs were not learned from
  --first   rank 2,000 Arabic words for each of 200 Latin ones: how often the right one comes first
  --misses  print the questions that were answered wrongly
  --json    print the figures as JSON
`;

interface Answer extends NameQuestion {
  readonly yes: boolean;
}

/** Runs `evaluate names`. Returns the exit code: 0 done, 2 wrong use. */
export function evaluateNames(args: readonly string[], streams: Streams): number {
  const files = args.filter((arg) => !arg.startsWith('-'));
  const flags = new Set(args.filter((arg) => arg.startsWith('-')));
  const unknown = [...flags].find((flag) => !['--all', '--first', '--misses', '--json'].includes(flag));
  const [file, ...more] = files;
  if (file === undefined || more.length > 0 || unknown !== undefined || !existsSync(file)) {
    streams.error(
      `${unknown === undefined ? 'Give one file of pairs that is there.' : `Unknown option ${unknown}.`}\n\n${USAGE}`,
    );
    return 2;
  }
  const pairs = readNamePairs(file);
  if (flags.has('--first')) {
    streams.out(`${firstOfMany(flags.has('--all') ? pairs : pairs.filter(isHeldOut))}\n`);
    return 0;
  }
  const asked = questionsOf(flags.has('--all') ? pairs : pairs.filter(isHeldOut));
  const before = process.cpuUsage();
  const answers = asked.map((one): Answer => ({ ...one, yes: sameWord(one) }));
  const { user, system } = process.cpuUsage(before);
  const figures = {
    ...figuresOf(answers),
    n: answers.length,
    pairs: answers.filter(({ kind }) => kind === 'pair').length,
    interval: bootstrap(answers, (sample) => figuresOf(sample).f1) ?? null,
    questionsPerSecond: Math.round(answers.length / Math.max((user + system) / 1e6, 1e-6)),
  };
  if (flags.has('--json')) streams.out(`${JSON.stringify(figures, null, 1)}\n`);
  else {
    const { precision, recall, f1, n, interval, questionsPerSecond } = figures;
    const range = interval === null ? '' : ` [${percent(interval.low)} to ${percent(interval.high)}]`;
    streams.out(
      `Names, Arabic and Latin: P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}${range}  n ${n} questions (${figures.pairs} pairs)  ${questionsPerSecond} a second\n`,
    );
  }
  if (flags.has('--misses')) {
    const wrong = answers.filter(({ kind, yes }) => (kind === 'pair') !== yes);
    streams.out(wrong.map(({ kind, latin, arabic }) => `${kind === 'pair' ? '-' : '+'} ${latin} ${arabic}\n`).join(''));
  }
  return 0;
}

const crowd = 2000;
const ranked = 200;

/** Accuracy at the first place among `crowd` Arabic words, all from pairs that the costs were not learned from. */
function firstOfMany(pairs: readonly NamePair[]): string {
  const step = Math.max(1, Math.floor(pairs.length / crowd));
  const chosen = pairs.filter((_, index) => index % step === 0).slice(0, crowd);
  const words = [...new Set(chosen.map(({ arabic }) => arabic))];
  const right = new Map<string, Set<string>>();
  for (const { latin, arabic } of pairs) right.set(latin, (right.get(latin) ?? new Set()).add(arabic));
  const every = Math.max(1, Math.floor(chosen.length / ranked));
  const asked = chosen.filter((_, index) => index % every === 0).slice(0, ranked);
  const before = process.cpuUsage();
  let first = 0;
  for (const { latin } of asked) {
    let best = '';
    let most = -1;
    for (const word of words) {
      const score = spellingProbability(latin, word);
      if (score > most) [best, most] = [word, score];
    }
    if (right.get(latin)?.has(best) === true) first++;
  }
  const { user, system } = process.cpuUsage(before);
  const range = wilson(first, asked.length);
  const speed = Math.round((asked.length * words.length) / Math.max((user + system) / 1e6, 1e-6));
  return `Names, first of ${words.length}: ${percent(first / asked.length)} [${percent(range?.low ?? 0)} to ${percent(range?.high ?? 1)}]  n ${asked.length}  ${speed} comparisons a second`;
}

/** As the record compares family names: titles and articles dropped, then the learned costs. */
function sameWord({ latin, arabic }: NameQuestion): boolean {
  return wordSimilarity(nameParts(latin).words[0] ?? '', nameParts(arabic).words[0] ?? '') >= familyFloor;
}

function figuresOf(answers: readonly Answer[]): { precision: number; recall: number; f1: number } {
  let right = 0;
  let given = 0;
  let wanted = 0;
  for (const { kind, yes } of answers) {
    if (yes) given++;
    if (kind === 'pair') wanted++;
    if (yes && kind === 'pair') right++;
  }
  return {
    precision: given === 0 ? 0 : right / given,
    recall: wanted === 0 ? 0 : right / wanted,
    f1: given + wanted === 0 ? 0 : (2 * right) / (given + wanted),
  };
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
