import type { ColumnTypes } from '../column-types.ts';
import type { Queries, Writer } from '../tables.ts';
import type { AnalysedText } from './analyse.ts';
import type { Clause } from './parse-query.ts';

/** What a database must do for full-text search. Both sides give the same articles in the same order. */
export interface SearchIndex {
  /** Statements of the first migration. */
  schema(types: ColumnTypes): readonly string[];
  put(db: Writer, document: IndexDocument): Promise<void>;
  remove(db: Writer, articleId: string): Promise<void>;
  clear(db: Writer): Promise<void>;
  find(db: Queries, request: IndexRequest): Promise<{ readonly total: number; readonly articleIds: readonly string[] }>;
}

export interface IndexDocument {
  readonly document: number;
  readonly articleId: string;
  readonly textVersion: string;
  readonly terms: AnalysedText;
}

export interface IndexRequest {
  readonly clauses: readonly Clause[];
  readonly language?: string;
  readonly outletId?: string;
  readonly country?: string;
  /** Inclusive bounds of the document number. */
  readonly from?: number;
  readonly to?: number;
  readonly order: 'newest' | 'rank';
  readonly limit: number;
  readonly offset: number;
}
