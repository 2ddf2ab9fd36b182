import { renderSearch, type SearchInput, type SearchOut } from '../../schemas/search.ts';
import { readOffset, writeCursor } from '../../store/archive/cursor.ts';
import type { SearchResult } from '../../store/searching.ts';
import { rowLevel } from '../published-article.ts';
import type { Room } from '../room.ts';
import { cleanText } from '../shown-text.ts';

export const longestQuery = 500;

export interface SearchRequest {
  readonly text: string;
  readonly order: 'newest' | 'rank';
  readonly limit: number;
  /** Matches before the first one shown. */
  readonly offset: number;
}

/** What was typed, without what no text has. */
export function cleanQuery(typed: string): string {
  return cleanText(typed.slice(0, longestQuery)).trim();
}

export async function findMatches({ store }: Pick<Room, 'store'>, request: SearchRequest): Promise<SearchResult> {
  return store.search.find({ ...request, facets: true, related: request.offset === 0 });
}

/** `/search` as data. */
export function searchData(
  { settings }: Pick<Room, 'settings'>,
  text: string,
  result: SearchResult | undefined,
  next?: string,
): SearchOut {
  const { hits = [], ...rest }: SearchInput = result ?? { total: 0, hits: [], spellings: [], problems: [] };
  // What may be shown depends on where the site listens, not on the outlet alone.
  const shown = hits.map((hit) => ({
    ...hit,
    article: { ...hit.article, publish: rowLevel(hit.article, settings) },
  }));
  return renderSearch(text, { ...rest, hits: shown }, next);
}

/** Nobody reads further; narrowing the search finds the rest. */
const lastMatch = 10_000;

/** Where the page after this one begins. */
export function nextMatches(result: SearchResult | undefined, { offset, limit }: SearchRequest): string | undefined {
  const end = offset + limit;
  return result === undefined || end >= Math.min(result.total, lastMatch) ? undefined : writeCursor([end]);
}

/** @throws RapporteurError `invalid-parameter` when the cursor is not one of ours */
export function offsetOf(cursor: string | undefined): number {
  return cursor === undefined ? 0 : readOffset(cursor, lastMatch);
}
