import { copyFile, readdir, readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { latestSchema } from '../../src/store/migrate.ts';
import { databaseFile, openPoolStore, openSqliteStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { describeArchive, fillGoldenArchive, goldenQueries } from '../../src/testing/golden-archive.ts';
import { createPglitePool } from '../../src/testing/pglite-pool.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const TIME_LIMIT = 120_000;
const kept = new URL('../golden/data-folders/', import.meta.url);
const folders = (await readdir(kept)).sort();

interface Expected {
  readonly queries: readonly string[];
  readonly archive: Record<string, unknown> & { readonly searches: Readonly<Record<string, readonly string[]>> };
}

/** All that was there is there. A later analyser may find more, never less. */
async function expectDescription(store: Store, { queries, archive }: Expected): Promise<void> {
  const { searches, ...rest } = grouped(archive);
  const told = grouped(JSON.parse(JSON.stringify(await describeArchive(store, queries))) as Expected['archive']);
  expect(told).toMatchObject(rest);
  for (const query of queries)
    expect(told.searches[query], query).toEqual(expect.arrayContaining([...(searches[query] ?? [])]));
}

/** Forms 11 to 16 were kept when articles that wait to be grouped counted as damage, which they are not. */
function grouped(archive: Expected['archive']): Expected['archive'] {
  const findings = archive['findings'] as readonly { readonly code: string }[];
  return { ...archive, findings: findings.filter(({ code }) => code !== 'grouping-unfinished') };
}

/** After an upgrade the archive tells what it told when it was kept; a later form may tell more. */
async function expectSame(store: Store, folder: string): Promise<void> {
  const expected = JSON.parse(await readFile(new URL(`${folder}/expected.json`, kept), 'utf8')) as Expected;
  expect(await store.migrate()).toEqual({ from: latestSchema, to: latestSchema });
  if (await store.search.stale()) await store.search.reindex();
  await expectDescription(store, expected);
  expect((await store.check()).filter(({ code }) => code.startsWith('search-'))).toEqual([]);
  await expect(store.decisions.add(undoLast)).resolves.toMatchObject({ id: 'd4' });
}

const undoLast = {
  action: { kind: 'undo', decisionId: 'd3' },
  inverse: { kind: 'undo', decisionId: 'd4' },
  actor: 'editor',
  reason: 'a test of the counter',
  at: '2024-03-01T00:00:00Z',
} as const;

describe('kept data folders', () => {
  let postgres: PGlite;
  beforeAll(async () => {
    postgres = await PGlite.create();
  }, TIME_LIMIT);
  afterAll(() => postgres.close());

  test('the present form is kept, and filling an archive still gives it', async () => {
    expect(folders).toContain(String(latestSchema).padStart(4, '0'));
    const expected = JSON.parse(await readFile(new URL(`${folders.at(-1)}/expected.json`, kept), 'utf8')) as Expected;
    const store = await openSqliteStore(':memory:');
    await fillGoldenArchive(store);
    expect(expected.queries).toEqual(goldenQueries);
    await expectDescription(store, expected);
    await store.close();
  });

  test.each(folders)('%s with SQLite is upgraded and says the same', async (folder) => {
    const copy = await createTemporaryFolder();
    try {
      await copyFile(new URL(`${folder}/${databaseFile}`, kept), copy.file(databaseFile));
      const store = await openSqliteStore(copy.file(databaseFile));
      await expectSame(store, folder);
      await store.close();
    } finally {
      await copy.remove();
    }
  });

  test.each(folders)(
    '%s with PostgreSQL is upgraded and says the same',
    async (folder) => {
      const schema = `kept_${folder}`;
      await postgres.exec(`create schema ${schema}; set search_path to ${schema}`);
      await postgres.exec(await readFile(new URL(`${folder}/postgres.sql`, kept), 'utf8'));
      const store = await openPoolStore(createPglitePool(postgres, schema));
      await expectSame(store, folder);
      await store.close();
    },
    TIME_LIMIT,
  );
});
