import { expect, test } from 'vitest';
import { bodyText } from '../core/extract/body-text.ts';
import { openSqliteStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { processPending } from './process.ts';
import { rebuild } from './rebuild.ts';

const motto = 'The paper of both islands brings you what the tide leaves on the shore every single morning.';
const subjects = ['ferry', 'harbour', 'market', 'lighthouse', 'mill'];
const pageOf = (subject: string, version = '') => ({
  bytes: new TextEncoder().encode(
    `The ${subject} today\n\nThe ${subject} was in the news on Monday, when the council of the invented town met for three hours to discuss it.${version}\n\n${motto}`,
  ),
  format: 'text' as const,
  url: `https://paper.example/${subject}`,
  origin: 'import' as const,
  savedAt: '2024-03-16T08:00:00Z',
});

async function bodies(store: Store): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const id of await store.articles.ids()) {
    const article = (await store.articles.get(id))?.article;
    if (article !== undefined) found[article.url ?? ''] = bodyText(article);
  }
  return found;
}

async function archiveOf(order: readonly string[], inOneGo: boolean): Promise<Store> {
  const store = await openSqliteStore(':memory:');
  for (const subject of order) {
    await store.pages.put(pageOf(subject));
    if (!inOneGo) await processPending(store);
  }
  if (inOneGo) await processPending(store);
  return store;
}

test('from four pages on, furniture of a host is known, in the first pages too and whatever their order', async () => {
  const stores = [
    await archiveOf(subjects, true),
    await archiveOf(subjects, false),
    await archiveOf([...subjects].reverse(), true),
  ];
  const [first, ...others] = await Promise.all(stores.map(bodies));
  expect(Object.keys(first ?? {})).toHaveLength(5);
  expect(Object.values(first ?? {}).join()).not.toContain('tide');
  for (const other of others) expect(other).toEqual(first);
  const [store] = stores;
  if (store !== undefined) {
    await rebuild(store, { from: 'extract' });
    expect(await bodies(store)).toEqual(first);
    expect(await store.check()).toEqual([]);
  }
  for (const one of stores) await one.close();
});

test('three pages say nothing yet; versions of one page and the same page again count once', async () => {
  const store = await archiveOf(subjects.slice(0, 3), true);
  for (const version of [' It was cold.', ' It was late.', ' It was late.']) {
    await store.pages.put(pageOf('ferry', version));
    await processPending(store);
  }
  expect(await store.hosts.pagesOf('paper.example')).toHaveLength(3);
  expect((await bodies(store))['https://paper.example/ferry']).toContain('tide');
  await store.close();
});
