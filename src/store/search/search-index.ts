import type { ColumnTypes } from '../column-types.ts';
import type { Queries, Writer } from '../tables.ts';
import type { AnalysedText } from './analyse.ts';
import type { Clause } from './clause.ts';

/** What a database must do for full-text search. Both sides give the same articles in the same order. */
export interface SearchIndex {
  /** Statements of the first migration. */
  schema(types: ColumnTypes): readonly string[];
  put(db: Writer, document: IndexDocument): Promise<void>;
  remove(db: Writer, articleId: string): Promise<void>;
  clear(db: Writer): Promise<void>;
  find(db: Queries, request: IndexRequest): Promise<IndexResult>;
}

export interface IndexDocument {
  readonly document: number;
  readonly articleId: string;
  readonly textVersion: string;
  readonly terms: AnalysedText;
}

/** What a document must have, or must not: words, one of some facets (by number), a day in a range of documents. */
export type IndexMember =
  | { readonly kind: 'words'; readonly clause: Clause }
  | { readonly kind: 'facets'; readonly numbers: readonly number[] }
  | { readonly kind: 'documents'; readonly from?: number; readonly to?: number };

export interface IndexRequest {
  /** One member of each group must hold. */
  readonly groups: readonly (readonly IndexMember[])[];
  readonly none: readonly IndexMember[];
  /** Inclusive bounds of the document number. */
  readonly from?: number;
  readonly to?: number;
  readonly order: 'newest' | 'rank';
  readonly limit: number;
  readonly offset: number;
  /** Give the facets of so many matches, the newest first. */
  readonly facetsOf?: number;
}

export interface IndexResult {
  readonly total: number;
  readonly articleIds: readonly string[];
  /** Facet numbers of the matches, spaces between; a number as often as matches have it. */
  readonly packed?: string;
  /** How many matches `packed` is of. */
  readonly packedOf?: number;
}

export interface PackedRow {
  readonly n: number;
  readonly packed: string | null;
}

/** Clauses whose groups are of words alone: what an index of words can answer by itself. */
export function wordGroups(groups: IndexRequest['groups']): (readonly Clause[])[] {
  return groups
    .filter((group) => group.every((member) => member.kind === 'words'))
    .map((group) => group.flatMap((member) => (member.kind === 'words' ? [member.clause] : [])));
}
