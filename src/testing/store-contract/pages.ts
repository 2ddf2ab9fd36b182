import assert from 'node:assert/strict';
import type { NewPage } from '../../store/store.ts';
import { inventArticle, inventPage, storeInvented } from '../invented.ts';
import { type ContractPart, collect } from './harness.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (text: string, more: Partial<NewPage> = {}): NewPage => ({
  bytes: bytes(text),
  origin: 'import',
  savedAt: '2024-03-01T08:00:00Z',
  ...more,
});

export const pageContract: readonly ContractPart[] = [
  {
    title: 'migrating again does no harm',
    run: async (store) => {
      const again = await store.migrate();
      assert.equal(again.from, again.to);
      assert.deepEqual(await store.migrate(), again);
      assert.deepEqual(await store.check(), []);
    },
  },
  {
    title: 'the same page again is the same',
    run: async (store) => {
      const first = await store.pages.put(page('one', { url: 'https://paper.example/a' }));
      const again = await store.pages.put(
        page('one', { url: 'https://paper.example/a', savedAt: '2025-01-01T00:00:00Z' }),
      );
      assert.equal(first.change, 'new');
      assert.equal(again.change, 'same');
      assert.deepEqual(again.page, first.page);
      assert.equal((await store.counts()).pages, 1);
    },
  },
  {
    title: 'one address in several spellings is one page, other bytes are a new version and the old one stays',
    run: async (store) => {
      const first = await store.pages.put(page('one', { url: 'https://Paper.example/a/?utm_source=x&id=7#top' }));
      const second = await store.pages.put(page('two', { url: 'http://paper.example:80/a?id=7&fbclid=zzz' }));
      assert.equal(second.change, 'changed');
      assert.equal(second.page.articleId, first.page.articleId);
      assert.equal(second.page.version, 2);
      const back = await store.pages.put(page('one', { url: 'https://paper.example/a?id=7' }));
      assert.equal(back.change, 'same');
      assert.equal(back.page.version, 1);
      const versions = await store.pages.versions(first.page.articleId);
      assert.deepEqual(
        versions.map((version) => version.version),
        [1, 2],
      );
      assert.deepEqual(await store.pages.bytes(first.page.hash), bytes('one'));
      assert.deepEqual(await store.pages.bytes(second.page.hash), bytes('two'));
    },
  },
  {
    title: 'without an address the name within its origin counts, without a name the content',
    run: async (store) => {
      const named = await store.pages.put(page('one', { name: 'a.txt' }));
      const changed = await store.pages.put(page('two', { name: 'a.txt' }));
      const elsewhere = await store.pages.put(page('three', { name: 'a.txt', origin: 'sample' }));
      const bare = await store.pages.put(page('one'));
      assert.equal(changed.page.articleId, named.page.articleId);
      assert.equal(new Set([named, elsewhere, bare].map((put) => put.page.articleId)).size, 3);
      assert.equal((await store.pages.put(page('one'))).change, 'same');
      assert.equal((await store.pages.get(named.page.hash))?.name, 'a.txt');
    },
  },
  {
    title: 'any bytes come back as they were',
    run: async (store) => {
      const odd = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7_919 * (index % 13)) % 256);
      for (const content of [new Uint8Array(), odd, bytes('é'.repeat(10_000)), Uint8Array.of(0, 255, 0)]) {
        const { page: stored } = await store.pages.put(page('', { bytes: content }));
        assert.equal(stored.size, content.length);
        assert.deepEqual(await store.pages.bytes(stored.hash), content);
      }
      assert.equal(await store.pages.bytes('0'.repeat(64)), undefined);
      assert.equal(await store.pages.get('0'.repeat(64)), undefined);
    },
  },
  {
    title: 'a page waits until its newest version has an article',
    run: async (store) => {
      const invented = { title: 'Une réunion', name: 'a' };
      const { page: first } = await store.pages.put(inventPage(invented));
      assert.deepEqual(
        (await store.pages.pending(10)).map((one) => one.hash),
        [first.hash],
      );
      assert.deepEqual(
        (await store.check()).map((finding) => finding.code),
        ['page-not-extracted'],
      );
      await store.articles.put(first.hash, inventArticle(first, invented), undefined);
      assert.deepEqual(await store.pages.pending(10), []);
      const { page: second } = await store.pages.put(inventPage({ ...invented, paragraphs: ['Autre.'] }));
      assert.deepEqual(
        (await store.pages.pending(10)).map((one) => one.hash),
        [second.hash],
      );
    },
  },
  {
    title: 'each gives the newest version of every article in the order of arrival',
    run: async (store) => {
      for (const name of ['c', 'a', 'b']) await store.pages.put(page(`first ${name}`, { name }));
      await store.pages.put(page('second c', { name: 'c' }));
      const each = await collect(store.pages.each());
      assert.deepEqual(
        each.map((one) => [one.name, one.version]),
        [
          ['c', 2],
          ['a', 1],
          ['b', 1],
        ],
      );
    },
  },
  {
    title: 'what was written is there after closing and opening again',
    run: async (store, home) => {
      const stored = await storeInvented(store, { title: 'Un titre', name: 'a' });
      await store.setSetting('sample', 'loaded');
      await store.setSetting('sample', 'again');
      const other = await home.open();
      try {
        assert.equal(await other.getSetting('sample'), 'again');
        assert.equal(await other.getSetting('nothing'), undefined);
        assert.deepEqual(await other.pages.get(stored.hash), stored);
      } finally {
        await other.close();
      }
    },
  },
  {
    title: 'two writers of one page at once make one page',
    run: async (store, home) => {
      const other = await home.open();
      try {
        const puts = await Promise.all(
          [store, other, store, other].map((one, index) => one.pages.put(page(`same ${index < 2}`, { name: 'a' }))),
        );
        assert.equal(new Set(puts.map((put) => put.page.articleId)).size, 1);
        assert.equal((await store.pages.versions(puts[0]?.page.articleId ?? '')).length, 2);
      } finally {
        await other.close();
      }
    },
  },
];
