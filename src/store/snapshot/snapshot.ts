import type { ArchiveCounts } from '../archive-counts.ts';

/** A copy of the whole database at one instant, made while others write. */
export interface SnapshotStore {
  readonly schemaNumber: () => Promise<number>;
  /** Writes the copy to a new file, and says what is in it: a database of SQLite, or the rows of all tables of PostgreSQL as gzipped JSON lines. */
  write(path: string): Promise<ArchiveCounts>;
  /** Fills this empty archive, whose schema is that of the copy, with the rows of a copy of PostgreSQL. */
  readRows(path: string): Promise<void>;
  /** Hashes of kept bytes that no longer are what they were. Reads everything that is kept. */
  damagedBytes(): Promise<readonly string[]>;
}

/** What a copy is called, by the database that it comes from. */
export const snapshotFile = { sqlite: 'rapporteur.db', postgres: 'rows.jsonl.gz' } as const;
