import { languageCodes } from '../../core/model/language.ts';
import type { SearchProblemCode } from '../store.ts';
import { searchTokens } from './analyse.ts';
import { plain, stemWord } from './stem.ts';

/** One word or one phrase of a query: for each place the terms that may stand there. */
export interface Clause {
  readonly places: readonly (readonly string[])[];
}

/** A query before the table of known words has been asked. */
export interface ParsedQuery {
  readonly clauses: readonly (readonly QueryWord[])[];
  readonly problem?: SearchProblemCode;
}

export interface QueryWord {
  readonly surface: string;
  readonly folded: string;
}

const MAX_QUERY_UNITS = 500;
const MAX_WORDS = 24;
const QUOTES = /["“”„«»]/;

/** Splits a query into words and `"phrases"`. Never fails: a problem is named and what can be searched is searched. */
export function parseQuery(text: string): ParsedQuery {
  if (text.trim() === '') return { clauses: [], problem: 'empty-query' };
  const tooLong = text.length > MAX_QUERY_UNITS;
  const pieces = text.slice(0, MAX_QUERY_UNITS).split(QUOTES);
  const clauses: QueryWord[][] = [];
  let words = 0;
  let cut = tooLong;
  pieces.forEach((piece, index) => {
    const found = searchTokens(piece)
      .map((token) => ({ surface: piece.slice(token.start, token.end), folded: plain(token.folded) }))
      .filter((word) => word.folded !== '');
    if (words + found.length > MAX_WORDS) cut = true;
    const kept = found.slice(0, Math.max(0, MAX_WORDS - words));
    words += kept.length;
    if (kept.length === 0) return;
    if (index % 2 === 1) clauses.push(kept);
    else for (const word of kept) clauses.push([word]);
  });
  if (clauses.length === 0) return { clauses, problem: 'no-words' };
  if (cut) return { clauses, problem: 'query-too-long' };
  return pieces.length % 2 === 0 ? { clauses, problem: 'unclosed-quote' } : { clauses };
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

/** In words, for the person who typed. */
export const problemSentences: Readonly<Record<SearchProblemCode, string>> = {
  'empty-query': 'Type one or more words to search for.',
  'no-words': 'The query has no word or number to search for.',
  'unclosed-quote': 'A quotation mark is not closed: everything after it was taken as one phrase.',
  'query-too-long': 'The query is too long: only its first 24 words or 500 characters were used.',
  'invalid-date': 'A date must be written as year-month-day, for example 2024-01-19.',
};

/** Each phrase with one term in each place, at most `limit` of them. */
export function spellOut(clause: Clause, limit = 48): string[][] {
  let spelled: string[][] = [[]];
  clause.places.forEach((terms, index) => {
    const left = clause.places.length - index;
    // Later places need room too: one term at least for each.
    const room = Math.max(1, Math.floor(limit / spelled.length / (left > 1 ? 2 : 1)));
    spelled = spelled.flatMap((start) => terms.slice(0, room).map((term) => [...start, term]));
  });
  return spelled;
}
