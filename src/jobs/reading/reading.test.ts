import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { addSource } from '../collect/add-source.ts';
import { openOutletBook } from '../outlets.ts';
import { createInlineReader, type Reader } from './reader.ts';
import { openReading } from './reading.ts';

interface SamplePage {
  readonly file: string;
  readonly url: string;
  readonly savedAt: string;
}

const sample = new URL('../../../sample/', import.meta.url);
const { pages } = JSON.parse(readFileSync(new URL('press.json', sample), 'utf8')) as { pages: readonly SamplePage[] };

/** Reads several at once, and what is begun first ends last. */
function slowFirst(threads: number): Reader {
  const inline = createInlineReader();
  let begun = 0;
  return {
    ...inline,
    threads,
    async read(page) {
      const wait = (threads - (begun++ % threads)) * 4;
      const result = await inline.read(page);
      await new Promise((resolve) => setTimeout(resolve, wait));
      return result;
    },
  };
}

async function fill(reader: Reader, one: boolean): Promise<Store> {
  const store = await openSqliteStore(':memory:');
  const reading = openReading(store, await openOutletBook(store), reader);
  const added: Promise<unknown>[] = [];
  for (const { file, url, savedAt } of pages) {
    const bytes = readFileSync(new URL(file, sample));
    // Two hosts for all pages: most wait for what another of their host tells.
    const host = url.length % 2 === 0 ? 'even.example' : 'odd.example';
    const address = url.replace(/^https?:\/\/[^/]+/, `https://${host}`);
    const { page } = await store.pages.put({ bytes, url: address, origin: 'import', savedAt });
    const kept = reading.add(page);
    if (one) await kept;
    else added.push(kept);
  }
  await Promise.all(added);
  return store;
}

async function contents(store: Store) {
  const articles: unknown[] = [];
  for await (const { article, outlet } of store.articles.each())
    articles.push([article, outlet, await store.record.getRecord(article.id)]);
  const hosts = await Promise.all(['even.example', 'odd.example'].map((host) => store.hosts.pagesOf(host)));
  return { articles, hosts, outlets: await store.outlets.list() };
}

test('pages that are read several at once give what they give one after the other', async () => {
  const [one, many] = [await fill(createInlineReader(), true), await fill(slowFirst(5), false)];
  expect(await contents(many)).toEqual(await contents(one));
  await one.close();
  await many.close();
}, 60_000);

const capture = (year: number, place: string) => ({
  url: 'https://port.example/talks',
  origin: 'import' as const,
  savedAt: `${year}-03-05T08:00:00.000Z`,
  bytes: Buffer.from(
    `<html lang="en"><h1>Talks in ${place}</h1><p>The Norwegian foreign minister Lena Roth met her Peruvian counterpart Ana Quispe in ${place} on Monday 4 March 2024, and they spoke about ferries, ports and the price of fish.</p></html>`,
  ),
});

test.each([
  ['the newer version comes while the earlier one is read', [capture(2023, 'Oslo'), capture(2024, 'Lima')], true],
  ['the earlier version comes late', [capture(2024, 'Lima'), capture(2023, 'Oslo')], false],
])('facts are those of the newest version: %s', async (_, versions, atOnce) => {
  const store = await openSqliteStore(':memory:');
  const reading = openReading(store, await openOutletBook(store), slowFirst(2));
  const added: Promise<unknown>[] = [];
  for (const version of versions) {
    const { page } = await store.pages.put(version);
    added.push(reading.add(page));
    if (!atOnce) await added.at(-1);
  }
  await Promise.all(added);
  const ids = await store.articles.ids();
  const record = await store.record.getRecord(ids[0] ?? '');
  expect(ids).toHaveLength(1);
  expect((await store.articles.get(ids[0] ?? ''))?.article.title?.value).toBe('Talks in Lima');
  expect(record?.meetings[0]?.where?.place).toBe('Lima');
  await store.close();
});

test('a page that is read again with more known of it has a text of its own: its facts point into what was read', async () => {
  const store = await openSqliteStore(':memory:');
  const reading = openReading(store, await openOutletBook(store), createInlineReader());
  await store.outlets.put({
    id: 'port',
    slug: 'port',
    name: 'Port',
    hosts: ['port.example'],
    languages: ['en'],
    publish: 'excerpt',
    origin: 'collect',
  });
  const address = 'https://port.example/talks';
  const bytes = Buffer.from(
    '<html lang="en"><p>The ferries of the northern line stay in port until the ice is gone.</p></html>',
  );
  const at = '2024-03-05T08:00:00.000Z';
  const { page } = await store.pages.put({ bytes, url: address, origin: 'collect', savedAt: at });
  const first = await reading.add(page);
  const { source } = await addSource(
    store,
    { kind: 'feed', address: 'https://port.example/feed' },
    { allowPrivate: false, now: at },
  );
  const feed = { title: 'Ferries wait for the ice', authors: ['Mina Roy'], published: '2024-03-04T10:00:00Z' };
  await store.collect.addItems(source.id, [{ address, feed }], at);
  const [item] = await store.collect.dueItems(at, 1);
  if (item === undefined) throw new Error('an item is due');
  await store.collect.putItem({ ...item, state: 'stored', articleId: page.articleId });
  const second = await reading.add(page);
  expect(second.title?.value).toBe('Ferries wait for the ice');
  expect(second.textVersion).not.toBe(first.textVersion);
  const [span] = second.authors[0]?.spans ?? [];
  const text = (await store.articles.text(page.articleId, second.textVersion)) ?? '';
  expect(text.slice(span?.start, span?.end)).toBe('Mina Roy');
  expect(await store.articles.text(page.articleId, first.textVersion)).toBe(first.text);
  // The one version of the page is shown as it is read now.
  expect((await store.keeping.versions(page.articleId)).map(({ article }) => article?.text)).toEqual([second.text]);
  await reading.add(page);
  await store.close();
});
