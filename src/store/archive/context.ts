import type { Dialect } from '../dialect.ts';
import type { KnownWords } from '../search/known-words.ts';
import type { Database, Writer } from '../tables.ts';

/** What every part of the store works with. */
export interface ArchiveContext {
  readonly db: Database;
  readonly dialect: Dialect;
  /** One short transaction: compress, parse and analyse before it. */
  readonly write: <T>(work: (tx: Writer) => Promise<T>) => Promise<T>;
  /** Instant of writing, ISO; the clock is given from outside. */
  readonly now: () => string;
  readonly knownWords: KnownWords;
}
