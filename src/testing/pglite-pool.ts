import type { PostgresPool } from 'kysely';

/** The part of PGlite that is used here, so that this file needs no development package. */
export interface EmbeddedPostgres {
  query(
    sql: string,
    parameters?: unknown[],
  ): Promise<{ readonly rows: unknown[]; readonly affectedRows?: number; readonly fields: readonly unknown[] }>;
  exec(sql: string): Promise<unknown>;
}

/**
 * A pool of one connection over an embedded PostgreSQL: whoever connects next waits for the release. For tests only,
 * since an embedded PostgreSQL loses what another process writes into its folder.
 */
export function createPglitePool(postgres: EmbeddedPostgres, schema: string): PostgresPool {
  let turn = Promise.resolve();
  return {
    connect: async () => {
      const previous = turn;
      let release = (): void => {};
      turn = new Promise((resolve) => {
        release = resolve;
      });
      await previous;
      await postgres.exec(`set search_path to ${schema}`);
      return {
        query: async (text: unknown, parameters?: readonly unknown[]) => {
          if (parameters === undefined) {
            // Several statements at once: the last one's rows are the answer.
            const all = (await postgres.exec(text as string)) as readonly { readonly rows: unknown[] }[];
            return { command: 'SELECT', rowCount: 0, rows: all.at(-1)?.rows ?? [] };
          }
          const result = await postgres.query(text as string, [...parameters]);
          const command = result.fields.length > 0 && result.affectedRows === 0 ? 'SELECT' : 'UPDATE';
          return { command, rowCount: result.affectedRows ?? result.rows.length, rows: result.rows };
        },
        release,
      } as unknown as Awaited<ReturnType<PostgresPool['connect']>>;
    },
    end: async () => {},
  };
}
