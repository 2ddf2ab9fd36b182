import { articleLikeness } from '../../../src/core/group/article-likeness.ts';
import { learnLexicon, type SentencePair } from '../../../src/core/group/learn-lexicon.ts';
import { builtinPivot, type Pivot, pivotWith } from '../../../src/core/group/pivot.ts';
import { groupStories } from '../../../src/core/group/stories.ts';
import { type StoryPrint, storyPrint } from '../../../src/core/group/story-print.ts';
import { createFrequencies } from '../../../src/core/group/term-frequencies.ts';
import { hash64 } from '../../../src/core/text/hash.ts';
import type { Streams } from '../press/command.ts';
import { bCubed, itemScores } from './b-cubed.ts';
import { groupBy, percent, rangeOf, readLines } from './lines.ts';

const USAGE = `Usage: npm run evaluate -- parallel FILE.jsonl
FILE holds aligned texts ({id, lang, story, sentences}). Each version keeps 60 % of its sentences, the versions of a text
should become one story; and a headline alone should find its English text. Without a lexicon, and with one that was
learned from the other texts (5 folds).
`;
const languages = ['en', 'fr', 'es', 'ar'];
const folds = 5;
const kept = 0.6;

interface Line {
  readonly id: string;
  readonly lang: string;
  readonly story: string;
  readonly sentences: readonly string[];
}

/** Runs `evaluate parallel`. Returns the exit code: 0 done, 2 wrong use. */
export function evaluateParallel(args: readonly string[], streams: Streams): number {
  const lines = readLines<Line>(args, USAGE, streams)?.filter(({ lang }) => languages.includes(lang));
  if (lines === undefined) return 2;
  const plain = new Map([...Array(folds).keys()].map((fold) => [fold, builtinPivot()]));
  print('without a learned lexicon', lines, plain, streams);
  print('lexicon learned from the other texts', lines, learnedPivots(lines), streams);
  return 0;
}

function foldOf(story: string): number {
  return Number.parseInt(hash64(story).slice(-6), 16) % folds;
}

function learnedPivots(lines: readonly Line[]): Map<number, Pivot> {
  const english = new Map(lines.flatMap(({ lang, story, sentences }) => (lang === 'en' ? [[story, sentences]] : [])));
  return new Map(
    [...Array(folds).keys()].map((fold) => {
      const pairs = lines.flatMap(({ lang, story, sentences }): SentencePair[] =>
        lang === 'en' || foldOf(story) === fold
          ? []
          : sentences.map((text, at) => ({ language: lang, text, english: english.get(story)?.[at] ?? '' })),
      );
      return [fold, pivotWith(learnLexicon(pairs, { source: 'evaluation', licence: 'none' }))];
    }),
  );
}

function print(how: string, lines: readonly Line[], pivots: ReadonlyMap<number, Pivot>, streams: Streams): void {
  const pivotOf = (story: string) => pivots.get(foldOf(story)) ?? builtinPivot();
  const pivot: Pivot = pivots.get(0) ?? builtinPivot();
  // Each fold is grouped apart with the lexicon that did not see it; without one all texts stand together.
  const parts = new Set(pivots.values()).size === 1 ? [lines] : groupBy(lines, ({ story }) => String(foldOf(story)));
  const scores: { score: [number, number]; story: string }[] = [];
  for (const part of parts) {
    const own = part[0] === undefined ? pivot : pivotOf(part[0].story);
    const articles = part.map(({ id, lang, sentences }) => ({
      id,
      language: lang,
      text: sentences.filter((_, at) => Number.parseInt(hash64(`${id}|${at}`).slice(-4), 16) < kept * 65536).join('\n'),
    }));
    const stories = groupStories(articles, new Map(), [], { pivot: own });
    const found = itemScores(
      part.map(({ story }) => story),
      part.map(({ id }) => stories.get(id) ?? ''),
    );
    for (const [index, score] of found.entries()) scores.push({ score, story: part[index]?.story ?? '' });
  }
  const groups = groupBy(scores, ({ story }) => story);
  const { precision, recall, f1 } = bCubed(scores.map(({ score }) => score));
  const range = rangeOf(groups, (items) => bCubed(items.map(({ score }) => score)).f1);
  streams.out(
    `Parallel, ${how}: B-cubed P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}${range}  n ${lines.length} texts, ${groups.length} stories, grouped in ${parts.length} ${parts.length === 1 ? 'part' : 'parts'}\n`,
  );
  for (const language of ['ar', 'fr', 'es']) printHeadlines(language, lines, pivotOf, streams);
}

/** Whether the headline of a version finds its English text among all English texts. */
function printHeadlines(
  language: string,
  lines: readonly Line[],
  pivotOf: (story: string) => Pivot,
  streams: Streams,
): void {
  const english = lines.filter(({ lang }) => lang === 'en');
  const asked = lines.filter(({ lang }) => lang === language);
  const frequencies = createFrequencies();
  const prints = english.map(({ id, sentences }) => storyPrint({ id, language: 'en', text: sentences.join('\n') }));
  frequencies.add(prints);
  const right = asked.map(({ id, story, sentences }): number => {
    const print = storyPrint({ id, language, text: '', title: sentences[0] ?? '' }, pivotOf(story));
    return bestOf(print, prints, frequencies) === english.findIndex((one) => one.story === story) ? 1 : 0;
  });
  const mean = (items: readonly number[]) => items.reduce((sum, one) => sum + one, 0) / items.length;
  const range = rangeOf(
    right.map((one) => [one]),
    mean,
  );
  streams.out(`  headline ${language} finds its text in en: ${percent(mean(right))}${range}  n ${right.length}\n`);
}

function bestOf(
  print: StoryPrint,
  prints: readonly StoryPrint[],
  frequencies: ReturnType<typeof createFrequencies>,
): number {
  let best = -1;
  let most = 0;
  for (const [index, other] of prints.entries()) {
    const { score } = articleLikeness(print, other, frequencies);
    if (score > most) [best, most] = [index, score];
  }
  return best;
}
