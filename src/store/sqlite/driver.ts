import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { RapporteurError } from '../../errors.ts';

/**
 * All that the store needs of a SQLite binding: another one (such as the one built into later Node versions) fits in
 * by opening a file and preparing statements the same way.
 */
export interface SqliteBinding extends SqliteDatabase {
  exec(sql: string): void;
}

/** Statements kept ready; those of lists with filters and batches vary too much to keep all. */
const KEPT_STATEMENTS = 200;

/** @throws RapporteurError `sqlite-missing` when the binding was not built for this machine */
export async function openBinding(path: string): Promise<SqliteBinding> {
  let open: typeof import('better-sqlite3');
  try {
    ({ default: open } = await import('better-sqlite3'));
  } catch (cause) {
    throw missing(cause);
  }
  let database: import('better-sqlite3').Database;
  try {
    database = new open(path);
  } catch (cause) {
    // The module loads its compiled part at the first use only.
    if (isMissing(cause)) throw missing(cause);
    throw cause;
  }
  const kept = new Map<string, SqliteStatement>();
  return {
    exec: (sql) => {
      database.exec(sql);
    },
    prepare: (sql) => {
      const known = kept.get(sql);
      if (known !== undefined) return known;
      const prepared = database.prepare(sql);
      const statement: SqliteStatement = {
        reader: prepared.reader,
        all: (parameters) => prepared.all(parameters),
        run: (parameters) => prepared.run(parameters),
        iterate: (parameters) => prepared.iterate(parameters),
      };
      if (kept.size >= KEPT_STATEMENTS) kept.clear();
      kept.set(sql, statement);
      return statement;
    },
    close: () => {
      kept.clear();
      database.close();
    },
  };
}

function missing(cause: unknown): RapporteurError {
  return new RapporteurError('sqlite-missing', 'The SQLite binding (better-sqlite3) is not installed or not built.', {
    cause,
  });
}

function isMissing(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    code === 'ERR_DLOPEN_FAILED' ||
    (typeof message === 'string' && message.includes('Could not locate the bindings file'))
  );
}
