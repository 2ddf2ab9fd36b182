import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { openPoolStore, openPostgresStore, openSqliteStore } from '../../src/store/open-store.ts';
import { createPglitePool } from '../../src/testing/pglite-pool.ts';
import { storeContract } from '../../src/testing/store-contract.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

/** Each case opens an archive of its own, on a machine that may be busy with other suites. */
const TIME_LIMIT = 120_000;
const runner = { describe, test: (name: string, body: () => Promise<void>) => test(name, body, TIME_LIMIT) };

storeContract(runner, 'SQLite', async () => {
  const folder = await createTemporaryFolder();
  return { open: () => openSqliteStore(folder.file('rapporteur.db')), dispose: folder.remove };
});

describe('PGlite', () => {
  let postgres: PGlite;
  let schemas = 0;
  beforeAll(async () => {
    postgres = await PGlite.create();
  }, TIME_LIMIT);
  afterAll(() => postgres.close());

  storeContract(runner, 'PGlite', async () => {
    const schema = `contract_${++schemas}`;
    await postgres.exec(`create schema ${schema}`);
    const pool = createPglitePool(postgres, schema);
    return {
      open: () => openPoolStore(pool),
      dispose: async () => {
        await postgres.exec(`drop schema ${schema} cascade`);
      },
    };
  });
});

const url = process.env['RAPPORTEUR_TEST_POSTGRES'] ?? '';
if (url === '') {
  const reason = 'RAPPORTEUR_TEST_POSTGRES names no server';
  if (process.env['CI'] === undefined || process.env['CI'] === '') {
    console.warn(`Skipped: store contract on PostgreSQL, since ${reason}.`);
    test.skip(`store contract on PostgreSQL (${reason})`, () => {});
  } else {
    test('store contract on PostgreSQL', () => {
      throw new Error(`A run of the continuous integration may not skip PostgreSQL: ${reason}.`);
    });
  }
} else {
  storeContract(runner, 'PostgreSQL', async () => {
    const schema = `rapporteur_test_${randomBytes(6).toString('hex')}`;
    const execute = async (sql: string): Promise<void> => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        await client.query(sql);
      } finally {
        await client.end();
      }
    };
    await execute(`create schema ${schema}`);
    return {
      open: () => openPostgresStore(url, { schema, connections: 4 }),
      dispose: () => execute(`drop schema ${schema} cascade`),
    };
  });
}
