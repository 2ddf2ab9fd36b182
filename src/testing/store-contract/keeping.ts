import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropText } from '../../core/extract/drop-text.ts';
import { openSqliteStore } from '../../store/open-store.ts';
import { inventOutlet, inventRecord, inventSource, storeInvented } from '../invented.ts';
import type { ContractPart } from './harness.ts';

export const keepingContract: readonly ContractPart[] = [
  {
    title: 'arrivals are counted by outlet, language and day; a new version of an article is none',
    run: async (store) => {
      await store.outlets.put(inventOutlet('o1'));
      const came = { outlet: 'o1', language: 'fr', url: 'https://o1.example/a', savedAt: '2024-03-02T08:00:00Z' };
      await storeInvented(store, { ...came, title: 'Un' });
      await storeInvented(store, { ...came, title: 'Un, changé', savedAt: '2024-03-04T08:00:00Z' });
      await storeInvented(store, { ...came, url: 'https://o1.example/b', title: 'Deux' });
      await storeInvented(store, { ...came, url: 'https://o1.example/c', title: 'Tres', language: 'es' });
      await storeInvented(store, {
        ...came,
        url: 'https://o1.example/d',
        title: 'Vieux',
        savedAt: '2024-02-28T08:00:00Z',
      });
      await storeInvented(store, { title: 'Sans titre de presse', name: 'x', savedAt: '2024-03-02T08:00:00Z' });
      assert.deepEqual(await store.keeping.arrivals('2024-03-01'), [
        { outletId: 'o1', language: 'es', day: '2024-03-02', articles: 1 },
        { outletId: 'o1', language: 'fr', day: '2024-03-02', articles: 2 },
      ]);
    },
  },
  {
    title: 'every version of an article is kept with its text, by the time of the find; the newest find is the article',
    run: async (store) => {
      await store.outlets.put(inventOutlet('o1'));
      const page = { outlet: 'o1', url: 'https://o1.example/a', published: '2024-03-01' };
      const first = await storeInvented(store, { ...page, title: 'Un', savedAt: '2024-03-02T08:00:00Z' });
      const third = await storeInvented(store, { ...page, title: 'Trois', savedAt: '2024-03-04T08:00:00Z' });
      const second = await storeInvented(store, { ...page, title: 'Deux', savedAt: '2024-03-03T08:00:00Z' });
      await storeInvented(store, { ...page, url: 'https://o1.example/b', title: 'Autre' });
      assert.equal(first.articleId, third.articleId);
      const versions = await store.keeping.versions(first.articleId);
      assert.deepEqual(
        versions.map((one) => [one.page.hash, one.page.version, one.article?.title?.value]),
        [
          [first.hash, 1, 'Un'],
          [second.hash, 3, 'Deux'],
          [third.hash, 2, 'Trois'],
        ],
      );
      assert.equal((await store.articles.get(first.articleId))?.article.title?.value, 'Trois');
      assert.deepEqual(await store.keeping.edited({ outletId: 'o1', limit: 5 }), [first.articleId]);
      assert.deepEqual(await store.keeping.edited({ outletId: 'o2', limit: 5 }), []);
      assert.deepEqual(await store.keeping.versions('none'), []);
    },
  },
  {
    title: 'a copy holds the archive of one instant, and can be opened or read in again',
    run: async (store) => {
      await store.outlets.put(inventOutlet('o1'));
      await store.collect.putSource(inventSource('o1'));
      const page = await storeInvented(store, {
        title: 'Le port « rouvert » 漢字',
        url: 'https://o1.example/a',
        outlet: 'o1',
      });
      const text = (await store.articles.get(page.articleId))?.article.textVersion ?? '';
      await store.record.putRecord(inventRecord(page.articleId, text));
      const folder = await mkdtemp(join(tmpdir(), 'rapporteur-copy-'));
      try {
        const path = join(folder, 'copy');
        const counts = await store.snapshot.write(path);
        assert.deepEqual(counts, await store.counts());
        await storeInvented(store, { title: 'Plus tard', url: 'https://o1.example/b', outlet: 'o1' });
        const copy = await openSqliteStore(store.dialect === 'sqlite' ? path : join(folder, 'filled.db'), {
          pragmas: ['pragma foreign_keys = off'],
        });
        try {
          if (store.dialect === 'postgres') {
            await copy.snapshot.readRows(path);
            await copy.search.reindex();
          }
          assert.deepEqual(await copy.counts(), counts);
          assert.deepEqual(await copy.pages.bytes(page.hash), await store.pages.bytes(page.hash));
          assert.deepEqual(await copy.collect.sources(), await store.collect.sources());
          assert.deepEqual(await copy.record.getRecord(page.articleId), await store.record.getRecord(page.articleId));
          assert.equal((await copy.search.find({ text: 'rouvert' })).total, 1);
          assert.deepEqual(await copy.snapshot.damagedBytes(), []);
          assert.deepEqual(await copy.check(), []);
        } finally {
          await copy.close();
        }
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  },
  {
    title:
      'a dropped text keeps title, facts and evidence in their places; its bytes and words are gone, for search too',
    run: async (store) => {
      await store.outlets.put(inventOutlet('o1'));
      await store.keeping.setKeepDays('o1', 30);
      await store.outlets.put(inventOutlet('o1', { name: 'Renommé' }));
      assert.equal((await store.outlets.get('o1'))?.keepDays, 30);
      const form = {
        title: 'Le port rouvre',
        paragraphs: ['Les pilotes sont revenus lundi. Les grues tournent.', 'La criée attend encore.'],
        savedAt: '2024-03-02T08:00:00Z',
      };
      const page = await storeInvented(store, { ...form, url: 'https://o1.example/a', outlet: 'o1' });
      const id = page.articleId;
      const before = (await store.articles.get(id))?.article;
      assert.ok(before !== undefined);
      await store.record.putRecord(inventRecord(id, before.textVersion));
      assert.deepEqual(await store.keeping.dueToDrop('o1', '2024-03-02T07:00:00Z', 5), []);
      assert.deepEqual(await store.keeping.dueToDrop('o1', '2024-03-02T09:00:00Z', 5), [id]);

      const start = before.text.indexOf('Les pilotes');
      const kept = { start, end: start + 'Les pilotes sont revenus lundi.'.length };
      const at = '2024-04-02T08:00:00Z';
      assert.ok((await store.keeping.drop(dropText(before, [kept], at))) > 0);
      const after = (await store.articles.get(id))?.article;
      assert.equal(after?.text.length, before.text.length);
      assert.equal(after?.text.slice(kept.start, kept.end), 'Les pilotes sont revenus lundi.');
      assert.equal(after?.text.replace(/\s+/g, ' ').trim(), 'Le port rouvre Les pilotes sont revenus lundi.');
      assert.deepEqual(after?.dropped, { at, kept: [kept] });
      assert.equal(await store.pages.bytes(page.hash), undefined);
      assert.deepEqual(await store.record.getRecord(id), inventRecord(id, before.textVersion));
      const total = async (text: string) => (await store.search.find({ text })).total;
      assert.deepEqual([await total('criée'), await total('pilotes'), await total('rouvre')], [0, 1, 1]);
      assert.equal((await store.search.reindex()).articles, 1);
      assert.deepEqual([await total('criée'), await total('rouvre')], [0, 1]);
      // It is not coded by another coder, and not due again.
      assert.deepEqual(await store.record.uncoded('c2', 5), []);
      assert.deepEqual(await store.keeping.dueToDrop('o1', '2025-01-01', 5), []);
      assert.deepEqual(await store.check(), []);

      // The same bytes from another address are kept for that one; a new version is whole.
      const twin = await storeInvented(store, { ...form, url: 'https://o1.example/b', outlet: 'o1' });
      assert.equal(twin.hash, page.hash);
      assert.ok((await store.pages.bytes(twin.hash)) !== undefined);
      const young = { ...form, paragraphs: ['La criée est ouverte.'], savedAt: '2024-05-02T08:00:00Z' };
      await storeInvented(store, { ...young, url: 'https://o1.example/a', outlet: 'o1' });
      assert.equal((await store.articles.get(id))?.article.dropped, undefined);
      assert.deepEqual(await store.keeping.dueToDrop('o1', '2025-01-01', 5), [id, twin.articleId]);

      await store.keeping.logRetention({ at, outletId: 'o1', keepDays: 30, articles: 1, bytes: 7 });
      assert.deepEqual(await store.keeping.retentionLog(5), [
        { at, outletId: 'o1', keepDays: 30, articles: 1, bytes: 7 },
      ]);
    },
  },
];
