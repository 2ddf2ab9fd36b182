import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import { functionWords } from '../language/function-words.ts';
import { type LanguageCode, languageCodes } from '../model/language.ts';
import { stemArabic } from './arabic-stem.ts';
import { foldWord } from './normalise.ts';

const stemmers: Readonly<Record<LanguageCode, (folded: string) => string>> = {
  fr: stemFrench,
  en: stemEnglish,
  es: stemSpanish,
  pt: stemPortuguese,
  ar: stemArabic,
};

/** They tell a language, but the record is about them. */
const notEmpty: ReadonlySet<string> = new Set(['وزير', 'الرييس']);

const emptyWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  languageCodes.map((language) => [
    language,
    new Set(
      (functionWords[language] ?? '')
        .split(' ')
        .filter((word) => !notEmpty.has(word))
        .map(foldWord),
    ),
  ]),
);

/** Far above the vocabulary of a dossier; when full it starts again. */
const cacheLimit = 100_000;
const caches = new Map<string, Map<string, string>>();

/**
 * The stem of a folded word of the content, empty for a function word: what two tellings of one thing have in common.
 * Folded first, unlike the terms of the search: a copy that lost its accents must still be the same text.
 */
export function contentStem(folded: string, language: string): string {
  let cache = caches.get(language);
  if (cache === undefined) {
    cache = new Map();
    caches.set(language, cache);
  }
  const known = cache.get(folded);
  if (known !== undefined) return known;
  if (cache.size >= cacheLimit) cache.clear();
  const stem = stemOf(folded, language);
  cache.set(folded, stem);
  return stem;
}

function stemOf(folded: string, language: string): string {
  // Elided articles and the possessive ending are words of their own to the tokenizer.
  if (folded.endsWith("'") || folded === "'s") return '';
  if (emptyWords.get(language)?.has(folded) === true) return '';
  if ([...folded].length === 1 && !/\d/.test(folded)) return '';
  return stemmers[language as LanguageCode]?.(folded) ?? folded;
}
