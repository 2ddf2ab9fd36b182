import type { Span } from '../model/evidence.ts';
import { type NoveltyPrint, sentenceRange } from './novelty-print.ts';
import { hashStem } from './stem-hash.ts';

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
  const byGroup = new Map<string, NoveltyPrint[]>();
  for (const print of prints) {
    const group = print.group ?? print.id;
    byGroup.set(group, [...(byGroup.get(group) ?? []), print]);
  }
  // Counted in slots without names: that two runs fall together only means that a sentence is read in vain.
  const times = new Uint16Array(slots);
  const lastSeen = new Uint16Array(slots);
  let number = 0;
  for (const copies of byGroup.values()) {
    number = (number % 65_535) + 1;
    for (const print of copies) {
      eachRun(print, (slot) => {
        if (lastSeen[slot] === number) return;
        lastSeen[slot] = number;
        times[slot] = (times[slot] ?? 0) + 1;
      });
    }
  }
  const found = prints.map((print, order) => {
    const sentences = new Set<number>();
    let weight = 0;
    eachRun(print, (slot, sentence) => {
      const count = times[slot] ?? 0;
      if (count < leastTexts) return;
      weight += count;
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

const slots = 2 ** 17;

/** Three words in a row, as a slot. */
function eachRun(print: NoveltyPrint, visit: (slot: number, sentence: number) => void): void {
  const { words, language } = print;
  const seed = hashStem(language);
  for (let sentence = 0; sentence * 3 < print.sentences.length; sentence++) {
    const [from, to] = sentenceRange(print, sentence);
    for (let at = from; at + stemsOfPhrase <= to; at++) {
      let run = seed;
      for (let i = at; i < at + stemsOfPhrase; i++) {
        run = Math.imul(run ^ ((words[i] ?? 0) & ~1), 0x5bd1e995);
        run ^= run >>> 15;
      }
      visit(run & (slots - 1), sentence);
    }
  }
}
