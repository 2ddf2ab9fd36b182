import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTemporaryFolder } from '../../test/helpers/temporary-folder.ts';
import { inventOutlet, inventRecord, inventSource, storeInvented } from '../testing/invented.ts';
import { openSqliteStore } from './open-store.ts';
import { openBinding } from './sqlite/driver.ts';
import type { Store } from './store.ts';

let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
let store: Store;
beforeEach(async () => {
  folder = await createTemporaryFolder();
  store = await openSqliteStore(folder.file('a.db'));
  await store.outlets.put(inventOutlet('o1'));
  await store.collect.putSource(inventSource('o1'));
  const page = await storeInvented(store, { title: 'Un', url: 'https://o1.example/a', outlet: 'o1' });
  const text = (await store.articles.get(page.articleId))?.article.textVersion ?? '';
  await store.record.putRecord(inventRecord(page.articleId, text));
  await store.collect.addItems('source-o1', [{ address: 'https://o1.example/a' }], '2024-01-01T00:00:00Z');
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

/** Does to the file what no program of ours would. */
async function damage(statement: string): Promise<void> {
  const binding = await openBinding(folder.file('a.db'));
  binding.exec('pragma foreign_keys = off');
  binding.exec(statement);
  binding.close();
}

test.each([
  ['bytes-without-page', "insert into blobs values ('ff', 1, 'raw', x'00')"],
  ['item-lost', "update source_items set state = 'stored', article_id = 'nobody'"],
  ['item-stuck', "update source_items set next_try = '2999-01-01T00:00:00Z'"],
  ['source-stuck', "update sources set next_poll = '2999-01-01T00:00:00Z'"],
])('%s is found and mended', async (code, statement) => {
  expect(await store.check()).toEqual([]);
  await damage(statement);
  expect((await store.check()).map((finding) => finding.code)).toEqual([code]);
  expect(await store.keeping.mend()).toEqual([{ code, count: 1 }]);
  expect(await store.check()).toEqual([]);
});

test('what waits for a time that is too far off does not wait, mended or not', async () => {
  const now = '2024-01-02T00:00:00.000Z';
  await damage("update source_items set next_try = '2999-01-01T00:00:00Z'");
  await damage("update sources set next_poll = '2999-01-01T00:00:00Z'");
  expect(await store.collect.dueSources(now, 5)).toHaveLength(1);
  expect(await store.collect.dueItems(now, 5)).toHaveLength(1);
  expect(await store.collect.dueSites(now)).toEqual(['o1.example']);
  const far = '2999-01-01T00:00:00.000Z';
  await store.queue.add(['a', 'b'].map((key) => ({ kind: 'poll' as const, key, runAt: far })));
  expect(await store.queue.counts()).toMatchObject([{ jobs: 2, due: 2 }]);
  await damage(`update jobs set state = 'running', lease = 'x', leased_until = '${far}' where "key" = 'a'`);
  const leased = await store.queue.lease('poll', 2);
  expect(leased.map(({ key }) => key).sort()).toEqual(['a', 'b']);
});

test('who works alone has the jobs of whoever was there before', async () => {
  await store.queue.add([{ kind: 'poll', key: 'a' }]);
  await store.queue.lease('poll', 1);
  expect(await store.queue.lease('poll', 1)).toEqual([]);
  const next = await openSqliteStore(folder.file('a.db'), { queue: { alone: true } });
  expect(await next.queue.list()).toMatchObject([{ state: 'failed', reason: 'worker-lost' }]);
  expect(await next.queue.lease('poll', 1)).toMatchObject([{ key: 'a', tries: 1 }]);
  expect(await next.queue.lease('poll', 1)).toEqual([]);
  await next.close();
});

test('what search holds of articles that are gone is found; reindexing is its cure', async () => {
  await damage("insert into search_documents values (1, 'nobody', 'v')");
  expect((await store.check()).map((finding) => finding.code)).toContain('search-extra');
  await store.search.reindex();
  expect(await store.check()).toEqual([]);
});

test('bytes that were changed are found', async () => {
  expect(await store.snapshot.damagedBytes()).toEqual([]);
  await damage("update blobs set bytes = x'00', encoding = 'raw'");
  expect(await store.snapshot.damagedBytes()).toHaveLength(1);
});
