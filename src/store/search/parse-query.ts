import {
  parseLanguageWord,
  parseSearchField,
  parseTopicWord,
  parseTypeWord,
} from '../../core/languages/search-vocabulary.ts';
import type { SearchField } from '../../core/languages/search-words.ts';
import { languageCodes } from '../../core/model/language.ts';
import type { SearchProblemCode } from '../../messages/search-problems.ts';
import type { SearchProblem } from '../searching.ts';
import { searchTokens } from './analyse.ts';
import { countryOfWord } from './country-of-word.ts';
import { nearestField } from './nearest-field.ts';
import { parseQueryDays, type QueryDays, suggestDate } from './query-dates.ts';
import { findLexemes, type Lexeme } from './query-lexemes.ts';
import { plain, stemWord } from './stem.ts';

export interface QueryWord {
  readonly surface: string;
  readonly folded: string;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** One condition of a query. Values of `outlet` and `person` are as typed: only the archive knows them. */
export type QueryMember = Place &
  (
    | { readonly kind: 'words'; readonly words: readonly QueryWord[]; readonly title: boolean }
    | { readonly kind: FilterKind; readonly value: string }
    | ({ readonly kind: 'days' } & QueryDays)
  );

export type FilterKind = 'outlet' | 'language' | 'country' | 'person' | 'topic' | 'type';

/** A query before the archive has been asked: all groups must hold, one member of each; no member of `none` may. */
export interface ParsedQuery {
  readonly groups: readonly (readonly QueryMember[])[];
  readonly none: readonly QueryMember[];
  readonly problems: readonly SearchProblem[];
}

const MAX_QUERY_UNITS = 500;
const MAX_WORDS = 24;

/**
 * Reads a query: words, `"phrases"`, `-exclusions`, `OR`, `field:value`. Never fails: what is wrong is named with its
 * place, and what can be searched is searched.
 */
export function parseQuery(text: string): ParsedQuery {
  const problems: SearchProblem[] = [];
  if (text.trim() === '')
    return { groups: [], none: [], problems: [{ code: 'empty-query', start: 0, end: 0, found: '' }] };
  const note = (code: SearchProblemCode, { start, end }: Place, instead?: string): void => {
    const found = text.slice(start, end);
    problems.push({ code, start, end, found, ...(instead === undefined ? {} : { instead }) });
  };
  const groups: QueryMember[][] = [];
  const none: QueryMember[] = [];
  let words = 0;
  let joins: Lexeme | undefined;
  let mayJoin = false;
  for (const lexeme of findLexemes(text.slice(0, MAX_QUERY_UNITS))) {
    if (lexeme.kind === 'or') {
      if (!mayJoin) note('lonely-or', lexeme);
      else joins = lexeme;
      continue;
    }
    const members = readMembers(lexeme, note, joins !== undefined || lexeme.excluded);
    const counted = members.reduce((sum, member) => sum + (member.kind === 'words' ? member.words.length : 1), 0);
    if (words + counted > MAX_WORDS) {
      if (!problems.some(({ code }) => code === 'query-too-long'))
        note('query-too-long', { start: lexeme.start, end: text.length });
      continue;
    }
    words += counted;
    if (members.length === 0) continue;
    if (lexeme.excluded) {
      if (joins !== undefined) note('exclusion-in-choice', { start: joins.start, end: lexeme.end });
      none.push(...members);
      mayJoin = false;
    } else {
      if (joins !== undefined) groups.at(-1)?.push(...members);
      else groups.push(...members.map((member) => [member]));
      mayJoin = true;
    }
    joins = undefined;
  }
  if (joins !== undefined) note('lonely-or', joins);
  if (text.length > MAX_QUERY_UNITS && !problems.some(({ code }) => code === 'query-too-long'))
    note('query-too-long', { start: MAX_QUERY_UNITS, end: text.length });
  if (groups.length === 0 && none.length > 0) note('only-exclusions', { start: 0, end: text.length });
  if (groups.length === 0 && none.length === 0 && problems.length === 0)
    note('no-words', { start: 0, end: text.length });
  if (groups.length === 0 && problems.every(({ code }) => code === 'unclosed-quote' || code === 'lonely-or'))
    problems.splice(0, problems.length, { code: 'no-words', start: 0, end: text.length, found: text });
  return { groups, none, problems };
}

type Note = (code: SearchProblemCode, place: Place, instead?: string) => void;

/** @param together words written together stay a phrase: of a choice and of an exclusion there is one thing only */
function readMembers(lexeme: Lexeme, note: Note, together: boolean): QueryMember[] {
  const { text, start, end, field, unclosed = false } = lexeme;
  const place = { start, end };
  if (unclosed) note('unclosed-quote', place, `${field === undefined ? '' : `${field}:`}"${text.trim()}"`);
  const phrase = (lexeme.kind === 'phrase' && !unclosed) || together;
  if (field === undefined) return readWords(text, place, phrase, false);
  const known = parseSearchField(field);
  if (known === undefined) {
    const near = nearestField(field);
    note('unknown-field', place, near === undefined ? undefined : `${near}:${text}`);
    return readWords(text, place, phrase, false);
  }
  const value = text.trim();
  if (value === '') {
    note('empty-field', place, `${field}:…`);
    return [];
  }
  return readField(known, field, value, place, note);
}

function readField(field: SearchField, written: string, value: string, place: Place, note: Note): QueryMember[] {
  switch (field) {
    case 'title':
      return readWords(value, place, true, true);
    case 'outlet':
    case 'person':
      return [{ kind: field, value, ...place }];
    case 'country':
    case 'language':
    case 'topic':
    case 'type': {
      const code = readers[field](value.replaceAll('_', ' '));
      if (code !== undefined) return [{ kind: field, value: code, ...place }];
      note(`unknown-${field}`, place);
      return [];
    }
    case 'date':
    case 'from':
    case 'to': {
      const days = parseQueryDays(value);
      if (days === undefined || (field !== 'date' && (days.first ?? days.last) === undefined)) {
        note('invalid-date', place, `${written}:${suggestDate(value)}`);
        return [];
      }
      if (field === 'from') return [{ kind: 'days', first: days.first ?? days.last ?? '', ...place }];
      if (field === 'to') return [{ kind: 'days', last: days.last ?? days.first ?? '', ...place }];
      return [{ kind: 'days', ...days, ...place }];
    }
  }
}

const readers = {
  country: countryOfWord,
  language: parseLanguageWord,
  topic: parseTopicWord,
  type: parseTypeWord,
} as const;

function readWords(text: string, place: Place, phrase: boolean, title: boolean): QueryMember[] {
  const words = searchTokens(text)
    .map((token) => ({ surface: text.slice(token.start, token.end), folded: plain(token.folded) }))
    .filter((word) => word.folded !== '');
  if (words.length === 0) return [];
  if (phrase) return [{ kind: 'words', words, title, ...place }];
  return words.map((word) => ({ kind: 'words', words: [word], title, ...place }));
}

/**
 * The terms that a query word may stand under: those the index knows for its folded form, and its stem in every
 * language, since a query says nothing of its own.
 */
export function findTerms(word: QueryWord, known: ReadonlySet<string> | undefined, language?: string): string[] {
  const terms = new Set(known);
  for (const code of language === undefined ? languageCodes : [language]) terms.add(stemWord(word.surface, code));
  terms.delete('');
  return [...terms].sort();
}
