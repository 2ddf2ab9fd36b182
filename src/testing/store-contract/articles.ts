import assert from 'node:assert/strict';
import type { ArticleQuery, Store } from '../../store/store.ts';
import {
  type Invented,
  inventArticle,
  inventMeeting,
  inventOutlet,
  inventPage,
  inventRecord,
  storeInvented,
} from '../invented.ts';
import { type ContractPart, collect } from './harness.ts';

async function listAll(store: Store, query: ArticleQuery = {}): Promise<string[]> {
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.articles.list({ ...query, limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    titles.push(...page.items.map((row) => row.title));
    cursor = page.next;
  } while (cursor !== undefined);
  return titles;
}

const press: readonly Invented[] = [
  { name: '1', title: 'Le plus ancien', published: '2024-01-10', outlet: 'o1' },
  { name: '2', title: 'Newest', published: '2024-03-02T23:30:00+01:00', language: 'en', outlet: 'o2' },
  { name: '3', title: 'Sans date, borné', notLaterThan: '2024-02-01', outlet: 'o1' },
  { name: '4', title: 'Sans date', savedAt: '2024-02-15T00:00:00Z' },
  { name: '5', title: 'Un mois', published: '2024-01' },
];

async function fill(store: Store, order: readonly Invented[] = press): Promise<void> {
  await store.outlets.put(inventOutlet('o1'));
  await store.outlets.put(inventOutlet('o2', { publish: 'full', languages: ['en'] }));
  for (const invented of order) await storeInvented(store, invented);
}

export const articleContract: readonly ContractPart[] = [
  {
    title: 'an article comes back whole, with its page and outlet',
    run: async (store) => {
      await store.outlets.put(inventOutlet('o1', { homeCountry: 'MA' }));
      const invented = {
        url: 'https://paper.example/a',
        title: 'Réunion \ud83d\ude00',
        paragraphs: ['Texte.'],
        outlet: 'o1',
        agency: 'MAP',
      };
      const page = await storeInvented(store, invented);
      const stored = await store.articles.get(page.articleId);
      assert.deepEqual(stored?.article, inventArticle(page, invented));
      assert.deepEqual(stored?.page, page);
      assert.deepEqual(stored?.outlet, inventOutlet('o1', { homeCountry: 'MA' }));
      assert.equal(await store.articles.get('nothing'), undefined);
      assert.deepEqual(await store.articles.ids(), [page.articleId]);
      assert.deepEqual(await collect(store.articles.each()), [stored]);
    },
  },
  {
    title: 'characters that a database refuses become a sign of the same length',
    run: async (store) => {
      const invented = { name: 'a', title: 'a\0b', paragraphs: ['x\ud800y'] };
      const page = await storeInvented(store, invented);
      const stored = await store.articles.get(page.articleId);
      assert.equal(stored?.article.text, 'a\ufffdb\nx\ufffdy');
      assert.equal((await store.articles.list()).items[0]?.title, 'a\ufffdb');
    },
  },
  {
    title: 'the text of a version is never rewritten, an older version stays readable',
    run: async (store) => {
      const first = { name: 'a', title: 'Titre', paragraphs: ['Avant.'] };
      const page = await storeInvented(store, first);
      const article = inventArticle(page, first);
      await store.articles.put(page.hash, article, undefined);
      await assert.rejects(store.articles.put(page.hash, { ...article, text: `${article.text}!` }, undefined), {
        code: 'internal',
      });
      await store.articles.put(
        page.hash,
        { ...inventArticle(page, { ...first, extractor: '2' }), text: 'Titre\nAvant!' },
        undefined,
      );
      assert.equal((await store.articles.get(page.articleId))?.article.text, 'Titre\nAvant!');
      assert.equal(await store.articles.text(page.articleId, article.textVersion), article.text);
      assert.equal(await store.articles.text(page.articleId, 'nothing'), undefined);
    },
  },
  {
    title: 'the article of an older page version does not take the place of the newer',
    run: async (store) => {
      const old = { name: 'a', title: 'Ancien' };
      const { page: first } = await store.pages.put(inventPage(old));
      const fresh = { name: 'a', title: 'Nouveau' };
      await storeInvented(store, fresh);
      await store.articles.put(first.hash, inventArticle(first, old), undefined);
      assert.equal((await store.articles.get(first.articleId))?.article.title?.value, 'Nouveau');
      assert.equal((await store.counts()).articles, 1);
    },
  },
  {
    title: 'writers of one article at once leave it whole',
    run: async (store, home) => {
      const other = await home.open();
      try {
        const invented = { name: 'a', title: 'Titre', paragraphs: ['Texte.'] };
        const { page } = await store.pages.put(inventPage(invented));
        const article = inventArticle(page, invented);
        await Promise.all([store, other, store, other].map((one) => one.articles.put(page.hash, article, undefined)));
        const record = inventRecord(page.articleId, article.textVersion);
        await Promise.all([store, other, store, other].map((one) => one.record.putRecord(record)));
        assert.deepEqual((await store.articles.get(page.articleId))?.article, article);
        assert.equal((await store.record.listClaims({ articleId: page.articleId })).length, 1);
        assert.equal((await store.search.find({ text: 'texte' })).total, 1);
        assert.deepEqual(await store.check(), []);
      } finally {
        await other.close();
      }
    },
  },
  {
    title: 'an article needs its page and a known outlet',
    run: async (store) => {
      const invented = { name: 'a', title: 'Titre' };
      const article = inventArticle({ hash: 'f'.repeat(64), articleId: 'x' }, invented);
      await assert.rejects(store.articles.put('f'.repeat(64), article, undefined), { code: 'not-found' });
      const { page } = await store.pages.put(inventPage(invented));
      await assert.rejects(store.articles.put(page.hash, inventArticle(page, invented), 'nobody'), {
        code: 'not-found',
      });
      assert.equal((await store.counts()).articles, 0);
    },
  },
  {
    title: 'lists are newest first, undated articles by their upper bound, whatever the order of arrival',
    run: async (store) => {
      await fill(
        store,
        [3, 0, 4, 2, 1].map((index) => press[index] as Invented),
      );
      const expected = ['Newest', 'Sans date', 'Sans date, borné', 'Un mois', 'Le plus ancien'];
      assert.deepEqual(await listAll(store), expected);
      const { items, total } = await store.articles.list();
      assert.equal(total, 5);
      assert.deepEqual(
        items.map((row) => row.sortDay),
        ['2024-03-02', '2024-02-15', '2024-02-01', '2024-01-31', '2024-01-10'],
      );
      assert.deepEqual([items[0]?.publish, items[1]?.publish, items[0]?.outletName], ['full', 'excerpt', 'Journal o2']);
    },
  },
  {
    title: 'lists filter by outlet (id or slug) and language, and refuse a foreign cursor',
    run: async (store) => {
      await fill(store);
      assert.deepEqual(await listAll(store, { outlet: 'o1' }), ['Sans date, borné', 'Le plus ancien']);
      assert.deepEqual(await listAll(store, { outlet: 'o1-slug' }), ['Sans date, borné', 'Le plus ancien']);
      assert.deepEqual(await listAll(store, { language: 'en' }), ['Newest']);
      for (const cursor of [
        'zzz',
        '',
        Buffer.from('[1]').toString('base64url'),
        Buffer.from('["a","b"]').toString('base64url'),
      ]) {
        await assert.rejects(store.articles.list({ cursor }), { code: 'invalid-parameter' });
      }
    },
  },
  {
    title: 'groups make stories that count articles, outlets and dispatches',
    run: async (store) => {
      await fill(store);
      const ids = await store.articles.ids();
      const [a = '', b = '', c = '', d = '', e = ''] = ids;
      await store.articles.setGroups([
        { articleId: a, dispatchId: 'd1', storyId: 's1' },
        { articleId: b, dispatchId: 'd2', storyId: 's1' },
        { articleId: c, dispatchId: 'd1', storyId: 's1' },
        { articleId: d, dispatchId: 'd3', storyId: 's2' },
        { articleId: e, dispatchId: 'd4', storyId: 's3' },
      ]);
      const list = await store.articles.listStories({ limit: 2 });
      assert.equal(list.total, 3);
      assert.deepEqual(
        list.items.map((story) => story.storyId),
        ['s1', 's2'],
      );
      const rest = await store.articles.listStories({ limit: 2, cursor: list.next ?? '' });
      assert.deepEqual(
        rest.items.map((story) => story.storyId),
        ['s3'],
      );
      assert.equal(rest.next, undefined);
      const { articles, outlets, dispatches, languages, lastDay, lead } = list.items[0] ?? assert.fail();
      assert.deepEqual(
        { articles, outlets, dispatches, languages, lastDay },
        { articles: 3, outlets: 2, dispatches: 2, languages: ['en', 'fr'], lastDay: '2024-03-02' },
      );
      assert.equal(lead.title, 'Le plus ancien');
      assert.equal((await store.articles.getStory('s1', { preferLanguage: 'en' }))?.lead.title, 'Newest');
      assert.deepEqual(
        (await store.articles.getStory('s1'))?.reports.map((row) => row.id),
        [a, c, b],
      );
      await store.articles.setGroups([{ articleId: d, dispatchId: 'd3', storyId: 's1' }]);
      assert.equal(await store.articles.getStory('s2'), undefined);
      assert.equal((await store.articles.getStory('s1'))?.articles, 4);
      assert.equal((await store.articles.get(d))?.storyId, 's1');
      assert.equal((await store.articles.list({ storyId: 's1' })).total, 4);
      assert.equal((await store.articles.list({ dispatchId: 'd1' })).total, 2);
    },
  },
  {
    title: 'an old address of a story finds its articles wherever they went, and forgets those that are removed',
    run: async (store) => {
      await fill(store);
      const [a = '', b = '', c = ''] = await store.articles.ids();
      const put = (articleId: string, storyId: string) =>
        store.articles.setGroups([{ articleId, dispatchId: `d${articleId}`, storyId }]);
      for (const id of [a, b, c]) await put(id, 's1');
      assert.deepEqual(await store.articles.storyMoves('s1'), []);
      await put(c, 's2');
      assert.deepEqual(await store.articles.storyMoves('s1'), [{ storyId: 's2', articleIds: [c] }]);
      for (const id of [a, b]) await put(id, 's3');
      const gone = [
        { storyId: 's3', articleIds: [a, b].sort() },
        { storyId: 's2', articleIds: [c] },
      ];
      assert.deepEqual(await store.articles.storyMoves('s1'), gone);
      // Through the next story too.
      await put(a, 's4');
      await put(b, 's4');
      assert.equal((await store.articles.storyMoves('s1'))[0]?.storyId, 's4');
      assert.equal((await store.articles.storyMoves('s3'))[0]?.storyId, 's4');
      for (const id of [a, b, c]) await put(id, 's1');
      assert.deepEqual(await store.articles.storyMoves('s1'), []);
      await put(c, 's2');
      await store.articles.remove(c);
      assert.deepEqual(await store.articles.storyMoves('s1'), []);
      assert.deepEqual(await store.articles.storyMoves('never'), []);
    },
  },
  {
    title: 'removing an article removes everything of it and nothing else',
    run: async (store) => {
      await fill(store);
      const [first = '', second = ''] = await store.articles.ids();
      await store.articles.setGroups([{ articleId: first, dispatchId: 'd', storyId: 's' }]);
      await store.record.replaceFused({
        meetings: [inventMeeting({ id: 'm', countries: ['MA', 'ES'], articles: [first, second] })],
        people: [],
      });
      await store.articles.remove(first);
      await store.articles.remove(first);
      assert.equal(await store.articles.get(first), undefined);
      assert.deepEqual(await store.pages.versions(first), []);
      assert.deepEqual([(await store.counts()).pages, (await store.counts()).articles], [4, 4]);
      assert.equal((await store.search.find({ text: 'ancien' })).total, 0);
      assert.equal((await store.articles.listStories()).total, 0);
      assert.equal((await store.articles.list({ meetingId: 'm' })).total, 1);
    },
  },
  {
    title: 'outlets are put once, found by id and slug, and counted',
    run: async (store) => {
      await fill(store);
      await store.outlets.put(inventOutlet('o1', { name: 'Autre nom', hosts: ['a.example', 'b.example'] }));
      const list = await store.outlets.list();
      assert.deepEqual(
        list.map((outlet) => [outlet.id, outlet.articles, outlet.lastPublished]),
        [
          ['o1', 2, '2024-01-10'],
          ['o2', 1, '2024-03-02T23:30:00+01:00'],
        ],
      );
      assert.equal((await store.outlets.get('o1-slug'))?.name, 'Autre nom');
      assert.equal(await store.outlets.get('nothing'), undefined);
    },
  },
];
