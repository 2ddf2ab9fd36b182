import type { RapporteurError } from '../errors.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { Queries, Writer } from './tables.ts';

/** What differs between the two databases, and nothing else may. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Column types of the migrations. `text` sorts by code point on both. */
  readonly types: {
    readonly text: string;
    readonly integer: string;
    readonly real: string;
    readonly bytes: string;
    /** A primary key that counts up and never reuses a number. */
    readonly counter: string;
  };
  /** Full-text index: FTS5 or a `tsvector` column. */
  readonly index: SearchIndex;
  /** Makes writers of one thing wait for each other until their transaction ends. */
  readonly lock: (tx: Writer, key: string) => Promise<void>;
  readonly hasTable: (db: Queries, name: string) => Promise<boolean>;
  /** Error of the driver, as one of ours. */
  readonly toError: (error: unknown) => RapporteurError | undefined;
}
