import type { StoryPrint, TermList } from './story-print.ts';

/** In how many texts of some days each term stands: days are added and taken away, the archive is never counted. */
export interface TermFrequencies {
  add(prints: readonly StoryPrint[]): void;
  remove(prints: readonly StoryPrint[]): void;
  /** Weight of the terms of one language, as the texts are now; `shared` for what languages have in common. */
  rarityIn(language: string): (term: number) => number;
}

export const sharedTerms = 'shared';

/** Flattens the logarithm: a word that half of the day's texts have may be the day's story. Chosen on dated headlines. */
const flattening = 0.75;

export function createFrequencies(): TermFrequencies {
  const texts = new Map<string, number>();
  const counts = new Map<string, Map<number, number>>();
  /** A weight depends on two counts alone, and few terms have a count of their own. */
  const weights = new Map<string, { readonly texts: number; readonly ofCount: number[] }>();
  const count = (list: TermList, language: string, step: 1 | -1) => {
    texts.set(language, (texts.get(language) ?? 0) + step);
    let terms = counts.get(language);
    if (terms === undefined) {
      terms = new Map();
      counts.set(language, terms);
    }
    for (const id of list.ids) {
      const after = (terms.get(id) ?? 0) + step;
      if (after > 0) terms.set(id, after);
      else terms.delete(id);
    }
  };
  const countAll = (prints: readonly StoryPrint[], step: 1 | -1) => {
    for (const print of prints) {
      count(print.words, print.language, step);
      count(print.shared, sharedTerms, step);
    }
  };
  return {
    add: (prints) => countAll(prints, 1),
    remove: (prints) => countAll(prints, -1),
    rarityIn: (language) => {
      const all = texts.get(language) ?? 0;
      const terms = counts.get(language);
      let known = weights.get(language);
      if (known?.texts !== all) {
        known = { texts: all, ofCount: [] };
        weights.set(language, known);
      }
      const { ofCount } = known;
      return (term) => {
        const held = terms?.get(term) ?? 1;
        ofCount[held] ??= Math.log(1 + all / held) ** flattening;
        return ofCount[held];
      };
    },
  };
}
