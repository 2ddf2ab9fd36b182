import type { RapporteurError } from '../errors.ts';
import type { ColumnTypes } from './column-types.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { Queries, Writer } from './tables.ts';

/** What differs between the two databases, and nothing else may. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  readonly types: ColumnTypes;
  /** Full-text index: FTS5 or a `tsvector` column. */
  readonly index: SearchIndex;
  /** Makes writers of one thing wait for each other until their transaction ends. */
  readonly lock: (tx: Writer, key: string) => Promise<void>;
  /** Changes with every change that was committed, by whatever process; the same as before means that nothing did. */
  readonly revision: (db: Queries) => Promise<string>;
  readonly hasTable: (db: Queries, name: string) => Promise<boolean>;
  /** Error of the driver, as one of ours. */
  readonly toError: (error: unknown) => RapporteurError | undefined;
  /** Two writers met in a way that a second look resolves: the same work is worth another try. */
  readonly isCollision: (error: unknown) => boolean;
}
