import { createFormulaIndex } from '../../../src/core/novelty/formula-index.ts';
import { tokenize } from '../../../src/core/text/tokens.ts';
import type { Streams } from '../press/command.ts';
import { bootstrap } from '../press/intervals.ts';
import { languages, type MadeText, makeTexts } from './made-texts.ts';

const USAGE = `Usage: npm run evaluate -- formula [options]
Makes communiqués of formulas that are edited anew in each, with news between them, and asks an index of forty earlier
texts which words of sixty later ones are formula. Three levels of edits, four languages.
  --json    print the figures as JSON
`;

const earlierTexts = 40;
const askedTexts = 60;
const seed = 20_240_119;

interface Counts {
  readonly right: number;
  readonly found: number;
  readonly wanted: number;
}

/** Runs `evaluate formula`. Returns the exit code: 0 done, 2 wrong use. */
export function evaluateFormula(args: readonly string[], streams: Streams): number {
  if (args.some((arg) => arg !== '--json')) {
    streams.error(`Unknown option ${args.find((arg) => arg !== '--json')}.\n\n${USAGE}`);
    return 2;
  }
  const figures = [1, 2, 3].map((level) => {
    const texts: Counts[] = [];
    let words = 0;
    const before = process.cpuUsage();
    let making = 0;
    for (const language of languages) {
      const start = process.cpuUsage();
      const made = makeTexts(language, earlierTexts + askedTexts, level, seed);
      const spent = process.cpuUsage(start);
      making += spent.user + spent.system;
      const index = createFormulaIndex();
      for (const { text } of made.slice(0, earlierTexts)) index.add(text);
      for (const one of made.slice(earlierTexts)) texts.push(countsOf(one, index.find(one.text).spans));
      for (const { text } of made) words += tokenize(text.text).length;
    }
    const { user, system } = process.cpuUsage(before);
    return {
      level,
      texts: texts.length,
      f1: f1Of(texts),
      interval: bootstrap(texts, f1Of) ?? null,
      tokensPerSecond: Math.round(words / Math.max((user + system - making) / 1e6, 1e-6)),
    };
  });
  if (args.includes('--json')) streams.out(`${JSON.stringify(figures, null, 1)}\n`);
  else {
    streams.out(
      `Formula: made texts of ${languages.join(', ')}, seed ${seed}, every text asked against earlier ones only\n`,
    );
    for (const { level, texts, f1, interval, tokensPerSecond } of figures) {
      const range = interval === null ? '' : ` [${percent(interval.low)} to ${percent(interval.high)}]`;
      streams.out(`edits ${level}×  F1 ${percent(f1)}${range}  n ${texts} texts  ${tokensPerSecond} tokens/s\n`);
    }
  }
  return 0;
}

/** Words that are formula, words that were found to be, and both. */
function countsOf({ text, formula }: MadeText, found: MadeText['formula']): Counts {
  const counts = { right: 0, found: 0, wanted: 0 };
  for (const { start, end, kind } of tokenize(text.text)) {
    if (kind !== 'word') continue;
    const inside = (spans: MadeText['formula']) => spans.some((span) => span.start <= start && end <= span.end);
    const [wanted, given] = [inside(formula), inside(found)];
    if (wanted) counts.wanted++;
    if (given) counts.found++;
    if (wanted && given) counts.right++;
  }
  return counts;
}

function f1Of(texts: readonly Counts[]): number {
  const sum = (pick: (one: Counts) => number) => texts.reduce((total, one) => total + pick(one), 0);
  const both = sum(({ found }) => found) + sum(({ wanted }) => wanted);
  return both === 0 ? 0 : (2 * sum(({ right }) => right)) / both;
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
