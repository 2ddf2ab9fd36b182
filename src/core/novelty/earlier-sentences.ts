import type { NoveltySentence, NoveltyText } from './novelty-text.ts';

export interface EarlierSentence {
  readonly text: NoveltyText;
  readonly sentence: NoveltySentence;
}

export interface EarlierSentences {
  /** Sentences that share a part of this one, with the share of its weight that they have. */
  find(sentence: NoveltySentence): { readonly earlier: EarlierSentence; readonly covered: number }[];
}

/** A stem in more sentences than this finds none: the rarer stems of the sentence do. */
const longestPosting = 400;
/** An earlier sentence many times as long has every word by chance. */
const mostTimesLonger = 4;

/** Sentences of earlier texts, found by the stems that they share with another. */
export function createEarlierSentences(texts: readonly NoveltyText[]): EarlierSentences {
  const sentences: EarlierSentence[] = [];
  const postings = new Map<string, number[]>();
  for (const text of texts) {
    for (const sentence of text.sentences) {
      const index = sentences.length;
      sentences.push({ text, sentence });
      for (const stem of new Set(sentence.words.map((word) => word.stem))) {
        const list = postings.get(stem);
        if (list === undefined) postings.set(stem, [index]);
        else list.push(index);
      }
    }
  }
  // Figures say little about which sentence it is; a stem in many sentences less than a rare one.
  const weightOf = (stem: string): number =>
    stem === '#' ? 0.3 : 1 / (1 + Math.log2(1 + (postings.get(stem)?.length ?? 0)) / 4);
  return {
    find({ words }) {
      const counts = new Map<string, number>();
      for (const { stem } of words) counts.set(stem, (counts.get(stem) ?? 0) + 1);
      let total = 0;
      const shared = new Map<number, number>();
      const common: string[] = [];
      for (const [stem, count] of counts) {
        total += weightOf(stem) * count;
        const posting = postings.get(stem) ?? [];
        if (posting.length > longestPosting) common.push(stem);
        else for (const index of posting) shared.set(index, (shared.get(index) ?? 0) + weightOf(stem) * count);
      }
      const found: { earlier: EarlierSentence; covered: number }[] = [];
      for (const [index, weight] of shared) {
        const earlier = sentences[index];
        if (earlier === undefined || earlier.sentence.words.length > mostTimesLonger * words.length) continue;
        let sum = weight;
        for (const stem of common) {
          if (earlier.sentence.words.some((word) => word.stem === stem)) {
            sum += weightOf(stem) * (counts.get(stem) ?? 0);
          }
        }
        found.push({ earlier, covered: total === 0 ? 0 : sum / total });
      }
      return found;
    },
  };
}
