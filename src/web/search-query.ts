import { searchFieldName } from '../core/languages/search-vocabulary.ts';
import type { SearchField } from '../core/languages/search-words.ts';
import type { FacetKind } from '../store/searching.ts';
import type { Translator } from './i18n.ts';

/** Facets as the filters of a query that they are. */
export const facetFields: Readonly<Record<FacetKind, SearchField>> = {
  outlet: 'outlet',
  language: 'language',
  country: 'country',
  person: 'person',
  topic: 'topic',
  month: 'date',
};

/**
 * How a field is written in queries that the site makes. Before a date it stays Latin: after an Arabic word the parts of
 * 2024-05 would be shown the other way round.
 */
export function queryField(field: SearchField, tr: Translator): string {
  const isDate = field === 'date' || field === 'from' || field === 'to';
  return searchFieldName(field, isDate && tr.direction === 'rtl' ? 'en' : tr.language);
}

/** The query with one filter more, in the words of the reader's language. */
export function withFilter(query: string, field: SearchField, value: string, tr: Translator): string {
  const written = /^[\p{L}\p{N}_.-]+$/u.test(value) ? value : `"${value.replace(/["“”„«»]/g, '')}"`;
  return `${query.trim()} ${queryField(field, tr)}:${written}`.trim();
}

/** The query without one piece of it. */
export function withoutPiece(query: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${query.slice(0, start).trimEnd()} ${query.slice(end).trimStart()}`.trim();
}

export function searchPath(query: string, order: 'newest' | 'rank', page = 1): string {
  const parameters = new URLSearchParams({ q: query });
  if (order === 'rank') parameters.set('order', order);
  if (page > 1) parameters.set('page', String(page));
  return `/search?${parameters.toString()}`;
}
