import { groupStories } from '../../../src/core/group/stories.ts';
import { hash64 } from '../../../src/core/text/hash.ts';
import type { Streams } from '../press/command.ts';
import { bCubed, itemScores } from './b-cubed.ts';
import { groupBy, percent, rangeOf, readLines, timed } from './lines.ts';

const USAGE = `Usage: npm run evaluate -- stories FILE.jsonl
Groups the texts of FILE ({id, lang, title?, text?, published?, story}) without any record and scores the stories.
`;

interface Line {
  readonly id: string;
  readonly lang: string;
  readonly title?: string;
  readonly text?: string;
  readonly published?: string;
  readonly story: string;
}

/** Runs `evaluate stories`. Returns the exit code: 0 done, 2 wrong use. */
export function evaluateStories(args: readonly string[], streams: Streams): number {
  const lines = readLines<Line>(args, USAGE, streams);
  if (lines === undefined) return 2;
  print('all', lines, (line) => line.published, streams);
  // Constants were chosen on whole files; halves of stories show how much hangs on which stories one has.
  for (const half of [0, 1]) {
    const part = lines.filter(({ story }) => Number.parseInt(hash64(story).slice(-1), 16) % 2 === half);
    print(`stories of half ${half + 1}`, part, (line) => line.published, streams);
  }
  if (lines.some(({ published }) => published?.includes('T'))) {
    print('all, hours taken off', lines, (line) => line.published?.slice(0, 10), streams);
  }
  return 0;
}

function print(
  part: string,
  lines: readonly Line[],
  publishedOf: (line: Line) => string | undefined,
  streams: Streams,
): void {
  const { value: stories, seconds } = timed(() =>
    groupStories(
      lines.map((line) => {
        const published = publishedOf(line);
        return {
          id: line.id,
          language: line.lang,
          text: line.text ?? '',
          ...(line.title === undefined ? {} : { title: line.title }),
          ...(published === undefined ? {} : { published }),
        };
      }),
      new Map(),
      [],
    ),
  );
  const scores = itemScores(
    lines.map(({ story }) => story),
    lines.map(({ id }) => stories.get(id) ?? ''),
  );
  const { precision, recall, f1 } = bCubed(scores);
  const groups = groupBy(
    scores.map((score, index) => ({ score, story: lines[index]?.story ?? '' })),
    ({ story }) => story,
  );
  const range = rangeOf(groups, (items) => bCubed(items.map(({ score }) => score)).f1);
  streams.out(
    `Stories, ${part}: B-cubed P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}${range}  n ${lines.length} texts, ${groups.length} stories, ${new Set(stories.values()).size} found  ${Math.round(lines.length / seconds)} a second\n`,
  );
}
