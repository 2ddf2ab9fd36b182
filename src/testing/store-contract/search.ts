import assert from 'node:assert/strict';
import type { SearchQuery } from '../../store/searching.ts';
import type { Store } from '../../store/store.ts';
import { type Invented, inventMeeting, inventOutlet, storeInvented } from '../invented.ts';
import type { ContractPart } from './harness.ts';

const press: readonly Invented[] = [
  {
    name: 'fr',
    title: "L'Été des réunions bilatérales",
    paragraphs: ["Les ministres de l'Intérieur ont signé l’accord sur la pêche.", 'Ils sont convenus de se revoir.'],
    published: '2024-01-10',
    outlet: 'o1',
    ticker: 'Météo bourse horoscope',
  },
  {
    name: 'en',
    title: 'Ministers sign agreements',
    paragraphs: ["The minister's visit renewed an agreement on border security in Madrid."],
    language: 'en',
    published: '2024-02-10',
  },
  {
    name: 'es',
    title: 'Reunión en Madrid',
    paragraphs: ['La cooperación policial española continúa este año con nuevas reuniones.'],
    language: 'es',
    published: '2024-03-10',
    outlet: 'o1',
  },
  {
    name: 'ar',
    title: 'وزير الداخلية يستقبل نظيره',
    paragraphs: ['أجرى الوزيران محادثات حول العلاقات الأمنية، وقال الوزير إنّ الاتفاقيات جاهزة.'],
    language: 'ar',
    published: '2024-04-10',
  },
  {
    name: 'de',
    title: 'Treffen in Straßburg',
    language: 'de',
    published: '2024-05-10',
    paragraphs: ['Über 20 Gäste.'],
  },
];

async function fill(store: Store): Promise<void> {
  await store.outlets.put(inventOutlet('o1'));
  for (const invented of press) await storeInvented(store, invented);
}

async function names(store: Store, query: SearchQuery): Promise<string[]> {
  const { hits, total } = await store.search.find(query);
  if (query.limit === undefined && query.offset === undefined) assert.equal(total, hits.length);
  const pages = await Promise.all(hits.map((hit) => store.articles.get(hit.article.id)));
  return pages.map((page) => page?.page.name ?? '');
}

const found: readonly (readonly [query: string, names: string[]])[] = [
  ['reunion', ['es', 'fr']],
  ['RÉUNIONS', ['es', 'fr']],
  ['ete', ['fr']],
  ['été peche', ['fr']],
  ['interieur', ['fr']],
  ["l'intérieur", ['fr']],
  ['ministre', ['fr']],
  ['ministers agreement', ['en']],
  ['"agreement on border"', ['en']],
  ['"border on agreement"', []],
  ['"accord sur la pêche"', ['fr']],
  ['«accord pêche»', []],
  ['"pêche convenus"', []],
  ['bilatérales ministres', ['fr']],
  ['espanola', ['es']],
  ['cooperacion ano', ['es']],
  ['madrid', ['es', 'en']],
  ['الوزير', ['ar']],
  ['وزير', ['ar']],
  ['للوزير', ['ar']],
  ['اتفاقية', ['ar']],
  ['الامنيه', ['ar']],
  ['العَلاقات', ['ar']],
  ['strassburg', ['de']],
  ['uber 20', ['de']],
  ['horoscope', []],
  ['madrid absent', []],
];

export const searchContract: readonly ContractPart[] = [
  {
    title:
      'words are found in every language without accents, marks or case; phrases keep their order; furniture is not text',
    run: async (store) => {
      await fill(store);
      for (const [text, expected] of found) assert.deepEqual(await names(store, { text }), expected, text);
      assert.deepEqual(
        (await store.check()).map((finding) => finding.code),
        ['article-not-coded'],
      );
    },
  },
  {
    title: 'results narrow by language, outlet, country and days, and page',
    run: async (store) => {
      await fill(store);
      const ids = await store.articles.ids();
      await store.record.replaceFused({
        meetings: [inventMeeting({ id: 'm', countries: ['ES'], articles: [ids[2] ?? ''] })],
        people: [],
      });
      const cases: readonly (readonly [Omit<SearchQuery, 'text'>, string[]])[] = [
        [{ language: 'es' }, ['es']],
        [{ outlet: 'o1-slug' }, ['es']],
        [{ country: 'es' }, ['es']],
        [{ country: 'fr' }, []],
        [{ from: '2024-02-10', to: '2024-02-10' }, ['en']],
        [{ from: '2024-02-11' }, ['es']],
        [{ to: '2024-02-10', language: 'en' }, ['en']],
        [{ limit: 1 }, ['es']],
        [{ limit: 1, offset: 1 }, ['en']],
        [{ limit: 1, offset: 9 }, []],
      ];
      for (const [filter, expected] of cases) {
        assert.deepEqual(await names(store, { text: 'madrid', ...filter }), expected, JSON.stringify(filter));
      }
      assert.equal((await store.search.find({ text: 'madrid', limit: 1 })).total, 2);
    },
  },
  {
    title: 'by rank a title counts more than the text',
    run: async (store) => {
      await storeInvented(store, {
        name: 'text',
        title: 'Nouvelles',
        paragraphs: ['Une visite officielle.'],
        published: '2024-02-01',
      });
      await storeInvented(store, { name: 'title', title: 'La visite', published: '2024-01-01' });
      assert.deepEqual(await names(store, { text: 'visite' }), ['text', 'title']);
      assert.deepEqual(await names(store, { text: 'visite', order: 'rank' }), ['title', 'text']);
    },
  },
  {
    title: 'snippets and titles mark what matched',
    run: async (store) => {
      await fill(store);
      const { hits } = await store.search.find({ text: 'reunion peche' });
      const [hit] = hits;
      assert.ok(hit);
      assert.deepEqual(
        hit.titleMarks.map(({ start, end }) => hit.article.title.slice(start, end)),
        ['réunions'],
      );
      assert.deepEqual(
        hit.marks.map(({ start, end }) => hit.snippet.slice(start, end)),
        ['pêche'],
      );
    },
  },
  {
    title: 'a query that cannot be searched is explained',
    run: async (store) => {
      await fill(store);
      const cases: readonly (readonly [SearchQuery, string, number])[] = [
        [{ text: ' ' }, 'empty-query', 0],
        [{ text: '?! -- "' }, 'no-words', 0],
        [{ text: '"madrid' }, 'unclosed-quote', 2],
        [{ text: 'madrid '.repeat(80) }, 'query-too-long', 2],
        [{ text: 'madrid', from: '2024-13-01' }, 'invalid-date', 0],
        [{ text: 'madrid', to: 'yesterday' }, 'invalid-date', 0],
      ];
      for (const [query, code, total] of cases) {
        const result = await store.search.find(query);
        assert.deepEqual([result.problems[0]?.code, result.total], [code, total]);
      }
    },
  },
  {
    title: 'signs of a query language are only signs',
    run: async (store) => {
      await fill(store);
      const hostile = [
        "madrid' OR 1=1 --",
        'head : madrid',
        'madrid*',
        'NOT madrid',
        '(madrid',
        'madrid & | ! <->',
        'madrid:A',
        "\\'madrid",
        'mad\0rid',
        'NEAR(madrid, 2)',
        '\ud800 madrid',
        '¶',
      ];
      for (const text of hostile) await assert.doesNotReject(store.search.find({ text, order: 'rank' }), text);
      assert.deepEqual(await names(store, { text: 'madrid*' }), ['es', 'en']);
    },
  },
  {
    title: 'a new version replaces the old text in the index, and reindexing changes nothing',
    run: async (store) => {
      await fill(store);
      await storeInvented(store, { name: 'en', title: 'Ministers part', language: 'en', published: '2024-06-01' });
      assert.deepEqual(await names(store, { text: 'border' }), []);
      assert.deepEqual(await names(store, { text: 'part' }), ['en']);
      const before = await Promise.all(found.map(([text]) => names(store, { text })));
      assert.deepEqual(await store.search.reindex(), { articles: 5 });
      assert.deepEqual(await Promise.all(found.map(([text]) => names(store, { text }))), before);
      assert.equal(await store.search.stale(), false);
    },
  },
  {
    title: 'an index made by another analyser is named',
    run: async (store) => {
      await storeInvented(store, { name: 'a', title: 'Titre' });
      await store.setSetting('search-analyser', 'older');
      assert.equal(await store.search.stale(), true);
      assert.ok((await store.check()).some((finding) => finding.code === 'search-stale' && finding.count === 1));
      await store.search.reindex();
      assert.equal(await store.search.stale(), false);
    },
  },
  {
    title: 'very long texts are found to their last word',
    run: async (store) => {
      const words = Array.from({ length: 20_000 }, (_, index) => `mot${index}`);
      const common = 'la '.repeat(600);
      await storeInvented(store, {
        name: 'long',
        title: 'Long',
        paragraphs: [words.join(' '), `${common} fin dernière`, 'x'.repeat(5_000)],
      });
      for (const text of ['mot0', 'mot19999', 'derniere', '"mot10 mot11"', 'x'.repeat(5_000).slice(0, 450)]) {
        assert.deepEqual(await names(store, { text }), ['long'], text.slice(0, 20));
      }
      assert.deepEqual(await names(store, { text: '"mot19998 mot19999"' }), []);
    },
  },
];
