import { type SearchLanguage, searchFieldName, searchVocabulary } from '../core/languages/search-vocabulary.ts';
import { searchFields } from '../core/languages/search-words.ts';
import {
  type SearchProblemCode,
  type SearchProblemLists,
  searchInsteadSentence,
  searchProblemSentence,
} from '../messages/search-problems.ts';

interface Problem {
  readonly code: SearchProblemCode;
  readonly found: string;
  readonly instead?: string;
}

/** What is wrong with a query, in words of the language of who asked, and what may have been meant. */
export function searchProblemText(
  { code, found, instead }: Problem,
  language: SearchLanguage,
): { readonly sentence: string; readonly instead?: string } {
  return {
    sentence: searchProblemSentence({ code, found }, language, listsOf(language)),
    ...(instead === undefined ? {} : { instead: searchInsteadSentence(instead, language) }),
  };
}

function listsOf(language: SearchLanguage): SearchProblemLists {
  const { topics, types } = searchVocabulary[language];
  const comma = language === 'ar' ? '، ' : ', ';
  const first = (table: Readonly<Record<string, string>>) =>
    Object.values(table)
      .map((names) => names.split('|')[0] ?? '')
      .join(comma);
  return {
    fields: searchFields.map((field) => `${searchFieldName(field, language)}:`).join(' '),
    topics: first(topics),
    types: first(types),
  };
}
