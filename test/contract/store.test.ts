import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

/** Sessions of a store that wait for a table of the given schema. */
const waiting = `select a.pid from pg_stat_activity a join pg_locks l on l.pid = a.pid and not l.granted
  join pg_class c on c.oid = l.relation where c.relnamespace = $1::regnamespace`;

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

  test(
    'a server that ends a connection is named, and the next try works',
    async () => {
      const schema = `rapporteur_test_${randomBytes(6).toString('hex')}`;
      const admin = new pg.Client({ connectionString: url });
      await admin.connect();
      try {
        await admin.query(`create schema ${schema}`);
        const store = await openPostgresStore(url, { schema, connections: 1 });
        await store.setSetting('a', 'b');
        const blocked = admin
          .query(`begin; lock table ${schema}.settings in access exclusive mode`)
          .then(() => store.setSetting('a', 'c').catch((error: unknown) => error));
        await expect.poll(async () => (await admin.query(waiting, [schema])).rows.length, { timeout: 10_000 }).toBe(1);
        await admin.query(`select pg_terminate_backend(pid) from (${waiting}) w`, [schema]);
        expect(await blocked).toMatchObject({ code: 'database-unreachable', retry: true });
        await admin.query('rollback');
        expect(await store.getSetting('a')).toBe('b');
        await store.setSetting('a', 'd');
        expect(await store.getSetting('a')).toBe('d');
        await store.close();
      } finally {
        await admin.query('rollback');
        await admin.query(`drop schema ${schema} cascade`);
        await admin.end();
      }
    },
    TIME_LIMIT,
  );

  test(
    'processes that start together make one schema',
    async () => {
      const schema = `rapporteur_test_${randomBytes(6).toString('hex')}`;
      const admin = new pg.Client({ connectionString: url });
      await admin.connect();
      try {
        await admin.query(`create schema ${schema}`);
        const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore(url, { schema, connections: 1 })));
        expect(await stores[0]?.check()).toEqual([]);
        await Promise.all(stores.map((store) => store.close()));
      } finally {
        await admin.query(`drop schema ${schema} cascade`);
        await admin.end();
      }
    },
    TIME_LIMIT,
  );

  test('a server that is not there is named', async () => {
    await expect(openPostgresStore('postgres://nobody@127.0.0.1:1/nothing')).rejects.toMatchObject({
      code: 'database-unreachable',
      retry: true,
    });
  });
}
