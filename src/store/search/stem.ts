import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import snowball from 'snowball-stemmers';
import type { LanguageCode } from '../../core/model/language.ts';
import { stemArabic } from '../../core/text/arabic-stem.ts';
import { foldWord } from '../../core/text/normalise.ts';

const english = snowball.newStemmer('english');
const portuguese = snowball.newStemmer('portuguese');

/** Far above the words of one import; when full it starts again. */
const CACHE_LIMIT = 200_000;

const caches = new Map<string, Map<string, string>>();

/**
 * The index term of a word: stemmed in its language while accents are still there, folded after. Folding first would
 * make "pêché" and "pêche" one before the stemmer could tell them apart.
 */
export function stemWord(surface: string, language: string): string {
  const cache = cacheOf(language);
  const known = cache.get(surface);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  const stem = plain(STEMMERS[language as LanguageCode]?.(surface.normalize('NFC').toLowerCase()) ?? surface);
  cache.set(surface, stem);
  return stem;
}

const STEMMERS: Readonly<Record<LanguageCode, (lower: string) => string>> = {
  fr: stemFrench,
  es: stemSpanish,
  en: (lower) => english.stem(lower),
  ar: (lower) => stemArabic(foldWord(lower)),
  pt: (lower) => portuguese.stem(lower),
};

/** Folded, with nothing that a query syntax could take for its own, and no longer than an index likes. */
export function plain(word: string): string {
  return foldWord(word).replace(UNSAFE, '').slice(0, 40);
}

// In ASCII only letters and digits are safe: the tokenizer of FTS5 would split anywhere else.
const UNSAFE = /(?![a-z0-9])\p{ASCII}/gu;

function cacheOf(language: string): Map<string, string> {
  let cache = caches.get(language);
  if (cache === undefined) {
    cache = new Map();
    caches.set(language, cache);
  }
  return cache;
}
