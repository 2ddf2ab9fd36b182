import { newsConcepts } from '../languages/news-concepts.ts';
import { allPacks } from '../languages/packs.ts';
import { stemOf } from '../text/stem.ts';
import { tokenize } from '../text/tokens.ts';

/** A word of the pivot language for a word of another, with how sure it is, 0 to 1. */
export interface PivotWord {
  readonly word: string;
  readonly weight: number;
}

/** Brings the words of many languages to those of one: how texts in two languages are compared. */
export interface Pivot {
  /** Changes whenever the answers do: prints made with another pivot cannot be compared across languages. */
  readonly id: string;
  /** @param stem from `stemOf` */
  wordsFor(stem: string, language: string): readonly PivotWord[];
}

/** A lexicon learned from parallel text, as it is kept in a file. */
export interface LearnedLexicon {
  readonly schema: 'rapporteur.lexicon/1';
  readonly id: string;
  readonly pivot: 'en';
  /** What it was learned from and what may be done with it. */
  readonly source: string;
  readonly licence: string;
  /** Stem → English stems with their probability, by language. */
  readonly words: Readonly<Record<string, Readonly<Record<string, readonly (readonly [string, number])[]>>>>;
}

const nothing: readonly PivotWord[] = [];

let builtin: Pivot | undefined;

/** What ships: common words of the news, months and weekdays. Names of places are found by the gazetteer. */
export function builtinPivot(): Pivot {
  builtin ??= { id: 'builtin-1', wordsFor: lookup(builtinWords()) };
  return builtin;
}

/**
 * A learned lexicon first; what it does not know is asked of another pivot.
 * @param base who else is asked. @default what ships
 *
 * @example
 * import { groupStories, learnLexicon, pivotWith } from 'rapporteur';
 *
 * const pairs = [{ language: 'fr', text: 'Le port est ouvert.', english: 'The harbour is open.' }];
 * const pivot = pivotWith(learnLexicon(pairs, { source: 'a sentence of our own', licence: 'CC0-1.0' }));
 * const articles = [{ id: 'a', language: 'fr', text: 'Le port est ouvert.' }];
 * console.log(groupStories(articles, new Map(), [], { pivot }).get('a'));
 */
export function pivotWith(lexicon: LearnedLexicon, base: Pivot = builtinPivot()): Pivot {
  const learned = new Map<string, Map<string, readonly PivotWord[]>>();
  for (const [language, words] of Object.entries(lexicon.words)) {
    const entries = Object.entries(words).map(([stem, found]): [string, readonly PivotWord[]] => [
      stem,
      found.map(([word, weight]) => ({ word, weight })),
    ]);
    learned.set(language, new Map(entries));
  }
  return {
    id: `${base.id}+${lexicon.id}`,
    wordsFor: (stem, language) => {
      const known = learned.get(language)?.get(stem);
      if (known === undefined) return base.wordsFor(stem, language);
      const more = base.wordsFor(stem, language).filter(({ word }) => !known.some((one) => one.word === word));
      return more.length === 0 ? known : [...known, ...more];
    },
  };
}

function lookup(words: ReadonlyMap<string, ReadonlyMap<string, readonly PivotWord[]>>): Pivot['wordsFor'] {
  return (stem, language) => words.get(language)?.get(stem) ?? nothing;
}

function builtinWords(): Map<string, Map<string, readonly PivotWord[]>> {
  const found = new Map<string, Map<string, string[]>>();
  const add = (language: string, word: string, pivot: string) => {
    const [token] = tokenize(word);
    if (token === undefined) return;
    const stem = stemOf(token.folded, language);
    const words = found.get(language) ?? new Map<string, string[]>();
    found.set(language, words);
    const list = words.get(stem) ?? [];
    if (!list.includes(pivot)) words.set(stem, [...list, pivot]);
  };
  for (const [en, fr, es, ar] of newsConcepts) {
    const idea = stemOf(en[0] ?? '', 'en');
    for (const [language, words] of [
      ['en', en],
      ['fr', fr],
      ['es', es],
      ['ar', ar],
    ] as const) {
      for (const word of words) add(language, word, idea);
    }
  }
  for (const { code, dates } of allPacks) {
    for (const [kind, lists] of [
      ['month', dates.months],
      ['weekday', dates.weekdays],
    ] as const) {
      for (const [index, forms] of lists.entries()) {
        for (const form of forms) if (/^[\p{L}\p{M}]+$/u.test(form)) add(code, form, `${kind}${index + 1}`);
      }
    }
  }
  const result = new Map<string, Map<string, readonly PivotWord[]>>();
  for (const [language, words] of found) {
    result.set(
      language,
      new Map(
        [...words].map(([stem, pivots]) => [stem, pivots.map((word) => ({ word, weight: 1 / pivots.length ** 0.5 }))]),
      ),
    );
  }
  return result;
}
