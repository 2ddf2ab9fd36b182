import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { openPoolStore, openPostgresStore, openSqliteStore } from '../../src/store/open-store.ts';
import { createPglitePool } from '../../src/testing/pglite-pool.ts';
import { storeContract } from '../../src/testing/store-contract.ts';

const runner = { describe, test };

storeContract(runner, 'SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-store-'));
  return {
    open: () => openSqliteStore(join(folder, 'rapporteur.db')),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
});

describe('PGlite', () => {
  let postgres: PGlite;
  let schemas = 0;
  beforeAll(async () => {
    postgres = await PGlite.create();
  });
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
