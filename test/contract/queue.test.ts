import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPoolStore, openPostgresStore, openSqliteStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createPglitePool } from '../../src/testing/pglite-pool.ts';
import { contractOptions, queueContract } from '../../src/testing/queue-contract.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const TIME_LIMIT = 120_000;
const runner = { describe, test: (name: string, body: () => Promise<void>) => test(name, body, TIME_LIMIT) };
const options = { queue: contractOptions };

async function homeOf(open: () => Promise<Store>, remove: () => Promise<void>) {
  const stores = [await open(), await open()] as const;
  return {
    queue: stores[0].queue,
    other: stores[1].queue,
    dispose: async () => {
      for (const store of stores) await store.close();
      await remove();
    },
  };
}

queueContract(runner, 'SQLite', async () => {
  const folder = await createTemporaryFolder();
  // One process has one connection: two would wait for each other in the same thread.
  const store = await openSqliteStore(folder.file('rapporteur.db'), options);
  const dispose = () => store.close().then(folder.remove);
  return { queue: store.queue, other: store.queue, dispose };
});

describe('PGlite', () => {
  let postgres: PGlite;
  let schemas = 0;
  beforeAll(async () => {
    postgres = await PGlite.create();
  }, TIME_LIMIT);
  afterAll(() => postgres.close());

  queueContract(runner, 'PGlite', async () => {
    const schema = `queue_${++schemas}`;
    await postgres.exec(`create schema ${schema}`);
    const pool = createPglitePool(postgres, schema);
    return homeOf(
      () => openPoolStore(pool, options),
      async () => {
        await postgres.exec(`drop schema ${schema} cascade; drop schema ${schema}_jobs cascade`);
      },
    );
  });
});

/** Starts a worker that leases the one job, extends its lease as a worker does, and is killed in the middle. */
async function killWorker(openStore: string): Promise<void> {
  const hooks = new URL('../helpers/ts-loader.mjs', import.meta.url).href;
  const stores = new URL('../../src/store/open-store.ts', import.meta.url).href;
  const code = `
    const { openPostgresStore, openSqliteStore } = await import(${JSON.stringify(stores)});
    const store = await ${openStore};
    const jobs = await store.queue.lease('poll', 1);
    setInterval(() => store.queue.extend(jobs), 1_000);
    console.log(jobs.length);`;
  const child = spawn(process.execPath, ['--import', hooks, '--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [text] = (await once(child.stdout, 'data')) as [Buffer];
  expect(text.toString().trim()).toBe('1');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  child.kill('SIGKILL');
  await once(child, 'close');
}

async function expectBack(store: Store, openStore: string): Promise<void> {
  await store.queue.add([{ kind: 'poll', key: 'a' }]);
  await killWorker(openStore);
  const began = Date.now();
  expect(await store.queue.lease('poll', 1)).toEqual([]);
  await expect
    .poll(async () => (await store.queue.lease('poll', 1)).length, { timeout: 30_000, interval: 500 })
    .toBe(1);
  expect(Date.now() - began).toBeLessThan(30_000);
}

describe('a worker that is killed gives its job back, with the leases that ship', () => {
  test(
    'SQLite',
    async () => {
      const folder = await createTemporaryFolder();
      const file = folder.file('rapporteur.db');
      const store = await openSqliteStore(file);
      await expectBack(store, `openSqliteStore(${JSON.stringify(file)})`);
      await store.close();
      await folder.remove();
    },
    TIME_LIMIT,
  );
});

const url = process.env['RAPPORTEUR_TEST_POSTGRES'] ?? '';
if (url === '') {
  test.skip('queue contract on PostgreSQL (RAPPORTEUR_TEST_POSTGRES names no server)', () => {});
} else {
  const execute = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  const openHome = async (queue: object) => {
    const schema = `rapporteur_test_${randomBytes(6).toString('hex')}`;
    await execute(`create schema ${schema}`);
    return {
      schema,
      open: () => openPostgresStore(url, { schema, connections: 4, ...queue }),
      remove: () => execute(`drop schema ${schema} cascade; drop schema if exists ${schema}_jobs cascade`),
    };
  };
  queueContract(runner, 'PostgreSQL', async () => {
    const { open, remove } = await openHome(options);
    return homeOf(open, remove);
  });

  test(
    'a worker on PostgreSQL that is killed gives its job back within 30 seconds',
    async () => {
      const { schema, open, remove } = await openHome({});
      const store = await open();
      await expectBack(store, `openPostgresStore(${JSON.stringify(url)}, { schema: '${schema}' })`);
      await store.close();
      await remove();
    },
    TIME_LIMIT,
  );

  test(
    'workers that begin together on an empty database can all use its queue',
    async () => {
      const { open, remove } = await openHome({});
      const stores = await Promise.all(Array.from({ length: 5 }, open));
      const ask = () => Promise.allSettled(stores.map((store) => store.queue.counts()));
      const answers = [...(await ask()), ...(await ask())];
      expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : String(answer.reason)))).toEqual(
        answers.map(() => []),
      );
      for (const store of stores) await store.close();
      await remove();
    },
    TIME_LIMIT,
  );

  test(
    'work that only one process may do is done by one after the other',
    async () => {
      const { open, remove } = await openHome({});
      const stores = [await open(), await open()] as const;
      const said: string[] = [];
      await Promise.all(
        stores.map((store, at) =>
          store.alone('test', async () => {
            said.push(`begin ${at}`);
            await new Promise((resolve) => setTimeout(resolve, 100));
            said.push(`end ${at}`);
          }),
        ),
      );
      expect(said.map((word) => word.split(' ')[0])).toEqual(['begin', 'end', 'begin', 'end']);
      for (const store of stores) await store.close();
      await remove();
    },
    TIME_LIMIT,
  );
}
