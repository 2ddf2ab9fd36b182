import type { Dialect } from '../dialect.ts';
import type { Writer } from '../tables.ts';

/**
 * One numbered step of the schema. Once released it is never edited: a later change is a later number, and the data
 * folder of the form before it is kept under `test/golden/data-folders`.
 */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly up: (db: Writer, dialect: Dialect) => Promise<void>;
}
