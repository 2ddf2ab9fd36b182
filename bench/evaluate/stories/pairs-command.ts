import { articleLikeness } from '../../../src/core/group/article-likeness.ts';
import { storyPrint } from '../../../src/core/group/story-print.ts';
import { createFrequencies } from '../../../src/core/group/term-frequencies.ts';
import type { Streams } from '../press/command.ts';
import { groupBy, rangeOf, readLines, timed } from './lines.ts';

const USAGE = `Usage: npm run evaluate -- pairs FILE.jsonl
Compares the two texts of each line ({lang1, lang2, text1, text2, overall}) and correlates with overall (1 same, 4 different).
`;

interface Line {
  readonly lang1: string;
  readonly lang2: string;
  readonly text1: string;
  readonly text2: string;
  readonly overall: number;
}

interface Answer {
  readonly pair: string;
  readonly score: number;
  readonly truth: number;
}

/** Runs `evaluate pairs`. Returns the exit code: 0 done, 2 wrong use. */
export function evaluatePairs(args: readonly string[], streams: Streams): number {
  const lines = readLines<Line>(args, USAGE, streams);
  if (lines === undefined) return 2;
  const { value: answers, seconds } = timed(() => {
    const prints = lines.map(({ lang1, lang2, text1, text2 }) => ({
      a: storyPrint({ id: 'a', language: lang1, text: text1 }),
      b: storyPrint({ id: 'b', language: lang2, text: text2 }),
    }));
    const frequencies = createFrequencies();
    frequencies.add(prints.flatMap(({ a, b }) => [a, b]));
    return prints.map(({ a, b }, index): Answer => {
      const line = lines[index];
      const languages = line?.lang1 === line?.lang2 ? line?.lang1 : `${line?.lang1}-${line?.lang2}`;
      return { pair: languages ?? '', score: articleLikeness(a, b, frequencies).score, truth: -(line?.overall ?? 0) };
    });
  });
  for (const group of groupBy(answers, ({ pair }) => pair)) {
    const range = rangeOf(
      group.map((answer) => [answer]),
      pearson,
    );
    streams.out(
      `Pairs ${group[0]?.pair ?? ''}: Pearson ${pearson(group).toFixed(3)}, in hundredths${range}  n ${group.length}\n`,
    );
  }
  streams.out(`${Math.round((lines.length * 2) / seconds)} texts a second\n`);
  return 0;
}

function pearson(answers: readonly Answer[]): number {
  const mean = (of: (answer: Answer) => number) => answers.reduce((sum, one) => sum + of(one), 0) / answers.length;
  const [x, y] = [mean(({ score }) => score), mean(({ truth }) => truth)];
  let [both, squareX, squareY] = [0, 0, 0];
  for (const { score, truth } of answers) {
    both += (score - x) * (truth - y);
    squareX += (score - x) ** 2;
    squareY += (truth - y) ** 2;
  }
  return both / Math.sqrt(squareX * squareY || 1);
}
