import { stemmer as stemArabic } from '@orama/stemmers/arabic';
import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';

const stemmers: Readonly<Record<string, (word: string) => string>> = {
  ar: stemArabic,
  en: stemEnglish,
  es: stemSpanish,
  fr: stemFrench,
  pt: stemPortuguese,
};

const memos = new Map<string, Map<string, string>>();
const memoLimit = 100_000;

/** Stem of a folded word, for comparing texts only; the word itself in a language without a stemmer. */
export function stemOf(folded: string, language: string): string {
  const stemmer = stemmers[language];
  if (stemmer === undefined) return folded;
  let memo = memos.get(language);
  if (memo === undefined) {
    memo = new Map();
    memos.set(language, memo);
  }
  const known = memo.get(folded);
  if (known !== undefined) return known;
  if (memo.size >= memoLimit) memo.clear();
  const stem = stemmer(folded) || folded;
  memo.set(folded, stem);
  return stem;
}
