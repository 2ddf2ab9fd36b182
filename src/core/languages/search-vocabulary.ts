import type { MeetingType, Topic } from '../model/record.ts';
import { foldName } from '../text/normalise.ts';
import { searchWords as arabic } from './ar/search-words.ts';
import { searchWords as english } from './en/search-words.ts';
import { searchWords as spanish } from './es/search-words.ts';
import { searchWords as french } from './fr/search-words.ts';
import type { SearchField, SearchWords } from './search-words.ts';

export type SearchLanguage = 'fr' | 'en' | 'es' | 'ar';

/** The words of the query language, by the language of who types. All are understood whatever the page speaks. */
export const searchVocabulary: Readonly<Record<SearchLanguage, SearchWords>> = {
  en: english,
  fr: french,
  es: spanish,
  ar: arabic,
};

/** How a field is written for a reader of the language. */
export function searchFieldName(field: SearchField, language: SearchLanguage): string {
  return searchVocabulary[language].fields[field].split('|')[0] ?? field;
}

/** The field that a word before a colon names, in any of the languages and without its accents. */
export function parseSearchField(word: string): SearchField | undefined {
  return fields.get(foldName(word));
}

export function parseTopicWord(word: string): Topic | undefined {
  return topics.get(foldName(word));
}

export function parseTypeWord(word: string): MeetingType | undefined {
  return types.get(foldName(word));
}

/** Code of a language by its code or name. */
export function parseLanguageWord(word: string): string | undefined {
  const folded = foldName(word);
  return languages.get(folded) ?? (/^[a-z]{2}$/.test(folded) ? folded : undefined);
}

/** True for the word that stands between alternatives. */
export function isOrWord(word: string): boolean {
  return word === '|' || orWords.has(word);
}

/** All names that fields may have, for telling a slip of the fingers. */
export const searchFieldNames: readonly string[] = Object.values(searchVocabulary).flatMap((words) =>
  Object.values(words.fields).flatMap((names) => names.split('|')),
);

const orWords: ReadonlySet<string> = new Set(Object.values(searchVocabulary).map((words) => words.or));
const fields = compile((words) => words.fields);
const topics = compile((words) => words.topics);
const types = compile((words) => words.types);
const languages = compile((words) => words.languages);

/** Codes stand for themselves; where two languages share a word the first language decides. */
function compile<K extends string>(table: (words: SearchWords) => Readonly<Record<K, string>>): Map<string, K> {
  const found = new Map<string, K>();
  for (const code of Object.keys(table(english)) as K[]) found.set(foldName(code), code);
  for (const words of Object.values(searchVocabulary)) {
    for (const [code, names] of Object.entries(table(words)) as [K, string][]) {
      for (const name of names.split('|')) if (!found.has(foldName(name))) found.set(foldName(name), code);
    }
  }
  return found;
}
