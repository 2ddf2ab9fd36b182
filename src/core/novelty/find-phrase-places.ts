import type { Span } from '../model/evidence.ts';
import { type NoveltyPrint, sentenceRange } from './novelty-print.ts';

/** Sentences of one text in which a phrase of the dossier can stand. */
export interface PhrasePlaces {
  readonly id: string;
  readonly sentences: readonly Span[];
}

export interface PhrasePlacesOptions {
  /**
   * Dispatches that must have it.
   * @default 3
   */
  readonly leastTexts?: number;
  /** Those with the most that comes back; the others are left out. */
  readonly mostTexts: number;
}

/** A phrase has at least so many words that say something: they follow one another in the prints. */
const stemsOfPhrase = 3;

/**
 * Where words come back, told by prints alone, so that only the sentences in question have to be read. Every phrase
 * that `findRecurringPhrases` would give stands in such a sentence.
 * @returns texts in the order of the prints
 */
export function findPhrasePlaces(
  prints: readonly NoveltyPrint[],
  { leastTexts = 3, mostTexts }: PhrasePlacesOptions,
): PhrasePlaces[] {
  const groups = new Map<string, Set<string>>();
  for (const print of prints) {
    eachGram(print, (gram) => {
      const known = groups.get(gram);
      const group = print.group ?? print.id;
      if (known === undefined) groups.set(gram, new Set([group]));
      else known.add(group);
    });
  }
  const found = prints.map((print, order) => {
    const sentences = new Set<number>();
    let weight = 0;
    eachGram(print, (gram, sentence) => {
      const times = groups.get(gram)?.size ?? 0;
      if (times < leastTexts) return;
      weight += times;
      sentences.add(sentence);
    });
    return { print, order, weight, sentences: [...sentences] };
  });
  return found
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || b.order - a.order)
    .slice(0, mostTexts)
    .sort((a, b) => a.order - b.order)
    .map(({ print, sentences }) => ({
      id: print.id,
      sentences: sentences.map((sentence) => ({
        start: print.sentences[sentence * 3] ?? 0,
        end: print.sentences[sentence * 3 + 1] ?? 0,
      })),
    }));
}

function eachGram(print: NoveltyPrint, visit: (gram: string, sentence: number) => void): void {
  for (let sentence = 0; sentence * 3 < print.sentences.length; sentence++) {
    const [from, to] = sentenceRange(print, sentence);
    for (let at = from; at + stemsOfPhrase <= to; at++) {
      let gram = print.language;
      for (let i = at; i < at + stemsOfPhrase; i++) gram += ` ${(print.words[i] ?? 0) & ~1}`;
      visit(gram, sentence);
    }
  }
}
