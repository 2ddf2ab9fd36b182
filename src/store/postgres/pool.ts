import type { PostgresPool } from 'kysely';
import pg from 'pg';

const BIGINT = 20;
const NUMERIC = 1700;

/** Connections to a server, giving counts and sums as numbers: none of ours leaves the exact range of a double. */
export function openPool(
  url: string,
  options: { readonly schema?: string; readonly connections?: number },
): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 8,
    connectionTimeoutMillis: 10_000,
    // A line that was cut without a word is noticed, in some minutes, also while an answer is waited for.
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    application_name: 'rapporteur',
    ...(options.schema === undefined ? {} : { options: `-c search_path=${options.schema}` }),
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT || oid === NUMERIC
          ? Number
          : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that the server ends, idle or in use, would otherwise end the process: the query that meets it reports it.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool as unknown as PostgresPool;
}
