import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect as KyselyDialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import type { Dialect } from '../dialect.ts';
import { withErrors } from '../driver-errors.ts';
import { sqliteIndex } from '../search/sqlite-index.ts';
import type { SqliteBinding } from './driver.ts';
import { toSqliteError } from './errors.ts';

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  types: {
    text: 'text',
    integer: 'integer',
    real: 'real',
    bytes: 'blob',
    counter: 'integer not null primary key autoincrement',
  },
  index: sqliteIndex,
  // `begin immediate` already lets one writer in at a time.
  lock: async () => {},
  // The first number tells what other connections wrote, the second what this one did.
  revision: async (db) => {
    const found = await sql<{ others: number; own: number }>`
      select data_version as others, total_changes() as own from pragma_data_version`.execute(db);
    return `${found.rows[0]?.others}.${found.rows[0]?.own}`;
  },
  hasTable: async (db, name) => {
    const found = await sql`select 1 from sqlite_master where type = 'table' and name = ${name}`.execute(db);
    return found.rows.length > 0;
  },
  toError: toSqliteError,
  isCollision: () => false,
};

/**
 * Every transaction here writes, so it takes the write lock at once: a plain `begin` would read first and then fail,
 * whatever the busy timeout, when another process wrote in between.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk has rolled back already; the error to report is the first one. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw('rollback'));
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
    }
  }
}

export function createSqliteKyselyDialect(binding: SqliteBinding): KyselyDialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => withErrors(new ImmediateDriver({ database: binding }), toSqliteError),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** WAL lets readers go on while one process writes; with `normal` a power cut may lose the last moments, never more. */
export const pragmas: readonly string[] = [
  'pragma busy_timeout = 5000',
  'pragma journal_mode = wal',
  'pragma synchronous = normal',
  'pragma foreign_keys = on',
  'pragma temp_store = memory',
  'pragma cache_size = -32000',
];
