import pg from 'pg';
import { toPostgresError } from './errors.ts';

/**
 * Does work that only one process may do at a time, on whatever machine. The lock is a connection's: who is killed loses
 * it. A connection of its own, since the work needs those of the pool.
 */
export async function aloneInDatabase<T>(
  url: string,
  key: { readonly schema: string | undefined; readonly name: string },
  work: () => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'rapporteur' });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select pg_advisory_lock(hashtextextended($1, 5261))', [`${key.schema ?? ''} ${key.name}`]);
  } catch (error) {
    await client.end().catch(() => {});
    throw toPostgresError(error) ?? error;
  }
  try {
    return await work();
  } finally {
    await client.end().catch(() => {});
  }
}
