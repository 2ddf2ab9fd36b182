import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import { stemArabic } from './arabic-stem.ts';

const stemmers: Readonly<Record<string, (word: string) => string>> = {
  fr: stemFrench,
  en: stemEnglish,
  es: stemSpanish,
  pt: stemPortuguese,
  ar: stemArabic,
};

/** Far above the vocabulary of a dossier; when full it starts again. */
const cacheLimit = 100_000;
const caches = new Map<string, Map<string, string>>();

/** Stem of a folded word, for comparing texts only; the word itself in a language without a stemmer. */
export function stemOf(folded: string, language: string): string {
  const stemmer = stemmers[language];
  if (stemmer === undefined) return folded;
  let cache = caches.get(language);
  if (cache === undefined) {
    cache = new Map();
    caches.set(language, cache);
  }
  const known = cache.get(folded);
  if (known !== undefined) return known;
  if (cache.size >= cacheLimit) cache.clear();
  const stem = stemmer(folded) || folded;
  cache.set(folded, stem);
  return stem;
}
