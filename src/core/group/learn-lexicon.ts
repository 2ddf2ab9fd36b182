import { hash64 } from '../text/hash.ts';
import { stemOf } from '../text/stem.ts';
import { tokenize } from '../text/tokens.ts';
import type { LearnedLexicon } from './pivot.ts';

/** One sentence in English and in another language. */
export interface SentencePair {
  readonly language: string;
  readonly text: string;
  readonly english: string;
}

export interface LexiconOrigin {
  /** What the sentences are, in words. */
  readonly source: string;
  readonly licence: string;
}

/** Rounds of estimation: more only fit the sentences that were seen. */
const rounds = 6;
/** Translations less likely than this are chance. */
const leastProbability = 0.12;
const mostTranslations = 4;
/** English word that stands for "nothing in the other sentence": takes what has no counterpart. */
const empty = '';

/** The id of a lexicon is made from its words: who changes a word makes another lexicon. */
export function lexiconId(words: LearnedLexicon['words']): string {
  return hash64(JSON.stringify(words));
}

/**
 * Learns which English stems translate the stems of other languages, from aligned sentences alone (IBM model 1): each
 * word of a sentence is explained by the words of the other in proportion to how often they have met.
 *
 * @example
 * import { learnLexicon } from 'rapporteur';
 *
 * const pairs = [
 *   { language: 'fr', text: 'Le port est ouvert.', english: 'The harbour is open.' },
 *   { language: 'fr', text: 'Le port est vide.', english: 'The harbour is empty.' },
 * ];
 * const lexicon = learnLexicon(pairs, { source: 'two sentences of our own', licence: 'CC0-1.0' });
 * console.log(Object.keys(lexicon.words['fr'] ?? {}));
 */
export function learnLexicon(pairs: readonly SentencePair[], origin: LexiconOrigin): LearnedLexicon {
  const byLanguage = new Map<string, SentencePair[]>();
  for (const pair of pairs) {
    const list = byLanguage.get(pair.language);
    if (list === undefined) byLanguage.set(pair.language, [pair]);
    else list.push(pair);
  }
  const words: Record<string, Record<string, [string, number][]>> = {};
  for (const [language, own] of [...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1)))
    words[language] = learn(own, language);
  return {
    schema: 'rapporteur.lexicon/1',
    id: lexiconId(words),
    pivot: 'en',
    source: origin.source,
    licence: origin.licence,
    words,
  };
}

function learn(pairs: readonly SentencePair[], language: string): Record<string, [string, number][]> {
  const sentences = pairs.map(({ text, english }) => ({
    foreign: [...new Set(stemsOf(text, language)), empty],
    english: [...new Set(stemsOf(english, 'en')), empty],
  }));
  // P(English | foreign): asked of a foreign word, it gives its translations.
  let table = new Map<string, Map<string, number>>();
  for (let round = 0; round < rounds; round++) {
    const counts = new Map<string, Map<string, number>>();
    const previous = table;
    for (const { foreign, english } of sentences) {
      for (const target of english) {
        let sum = 0;
        for (const source of foreign) sum += round === 0 ? 1 : (previous.get(source)?.get(target) ?? 0);
        if (sum === 0) continue;
        for (const source of foreign) {
          const share = (round === 0 ? 1 : (previous.get(source)?.get(target) ?? 0)) / sum;
          if (share < 1e-4) continue;
          let row = counts.get(source);
          if (row === undefined) {
            row = new Map();
            counts.set(source, row);
          }
          row.set(target, (row.get(target) ?? 0) + share);
        }
      }
    }
    table = new Map([...counts].map(([source, row]) => [source, normalised(row)]));
  }
  const lexicon: Record<string, [string, number][]> = {};
  for (const [source, row] of [...table].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (source === empty) continue;
    const likely = [...row].filter(([target, probability]) => target !== empty && probability >= leastProbability);
    likely.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (likely.length === 0) continue;
    lexicon[source] = likely
      .slice(0, mostTranslations)
      .map(([target, probability]): [string, number] => [target, Math.round(probability * 100) / 100]);
  }
  return lexicon;
}

function normalised(row: ReadonlyMap<string, number>): Map<string, number> {
  let sum = 0;
  for (const count of row.values()) sum += count;
  return new Map([...row].map(([target, count]) => [target, count / sum]));
}

function stemsOf(text: string, language: string): string[] {
  return tokenize(text).flatMap(({ kind, folded }) =>
    kind === 'word' && folded.length > 1 ? [stemOf(folded, language)] : [],
  );
}
