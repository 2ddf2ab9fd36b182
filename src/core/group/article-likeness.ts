import type { StoryPrint } from './story-print.ts';
import { unitOf } from './story-unit.ts';
import type { TermFrequencies } from './term-frequencies.ts';
import { likeness } from './term-sum.ts';

/** How alike two articles are, 0 to 1, and what that rests on. */
export interface ArticleLikeness {
  readonly score: number;
  /** Words of their language; absent for articles in two languages. */
  readonly words?: number;
  /** Names, places, numbers and the words that languages share. */
  readonly shared: number;
}

const nobody: ReadonlySet<string> = new Set();
/** How much the words of the language count beside what languages share. Chosen on news pairs that people compared. */
const wordShare = 0.5;

/** Compares two articles by words, names, places, numbers and topics, in one language or across. */
export function articleLikeness(a: StoryPrint, b: StoryPrint, frequencies: TermFrequencies): ArticleLikeness {
  const marks = { tags: nobody, meetings: nobody };
  const [one, other] = [unitOf(a.id, [a], frequencies, marks), unitOf(b.id, [b], frequencies, marks)];
  const shared = likeness(one.shared, other.shared, 1);
  const [wordsA, wordsB] = [one.byLanguage.get(a.language), other.byLanguage.get(a.language)];
  if (wordsA === undefined || wordsB === undefined) return { score: Math.sqrt(shared), shared };
  const words = likeness(wordsA, wordsB, 1);
  return { score: Math.sqrt(wordShare * words + (1 - wordShare) * shared), words, shared };
}
