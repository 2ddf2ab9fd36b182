import { functionWords } from '../language/function-words.ts';
import { languageCodes } from '../model/language.ts';
import { foldWord } from './normalise.ts';
import { stemOf } from './stem.ts';

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

/**
 * The stem of a folded word of the content, empty for a function word: what two tellings of one thing have in common.
 * Folded first, unlike the terms of the search: a copy that lost its accents must still be the same text.
 */
export function contentStem(folded: string, language: string): string {
  // Elided articles and the possessive ending are words of their own to the tokenizer.
  if (folded.endsWith("'") || folded === "'s") return '';
  if (emptyWords.get(language)?.has(folded) === true) return '';
  if ([...folded].length === 1 && !/\d/.test(folded)) return '';
  return stemOf(folded, language);
}
