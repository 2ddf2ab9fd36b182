import assert from 'node:assert/strict';
import type { Person } from '../../core/model/record.ts';
import type { FacetKind, SearchQuery } from '../../store/searching.ts';
import type { Store } from '../../store/store.ts';
import { type Invented, inventMeeting, inventOutlet, inventPerson, storeInvented } from '../invented.ts';
import type { ContractPart } from './harness.ts';

// One table of queries over documents in four languages: every database gives the same ids in the same order.

const press: readonly Invented[] = [
  {
    name: 'fr-talks',
    title: 'Entretiens sur la migration à Rabat',
    paragraphs: ['Petra Quillan a rencontré Karim Sadaoui. Ils ont parlé de la frontière et de la pêche.'],
    published: '2024-01-20',
    outlet: 'alder',
  },
  {
    name: 'fr-trade',
    title: 'Accord de pêche signé',
    paragraphs: ["L'accord de pêche entre le Maroc et l'Espagne entre en vigueur à l'été."],
    published: '2024-05-02',
    outlet: 'alder',
  },
  {
    name: 'en-talks',
    title: 'Ministers meet in Rabat',
    paragraphs: ['Petra Quillan and Karim Sadaoui discussed migration and border security.'],
    language: 'en',
    published: '2024-01-20',
    outlet: 'herald',
  },
  {
    name: 'en-visit',
    title: 'A visit to Algiers',
    paragraphs: ['The delegation visited the port. Nothing was signed about fishing.'],
    language: 'en',
    published: '2023-11-30',
    outlet: 'herald',
  },
  {
    name: 'es-talks',
    title: 'Reunión sobre migración en Rabat',
    paragraphs: ['La ministra Petra Quillan se reunió con Karim Sadaoui. La reunión duró dos horas.'],
    language: 'es',
    published: '2024-01-21',
  },
  {
    name: 'es-year',
    title: 'El año de la pesca',
    paragraphs: ['Un año de cooperación española. Rabat y Madrid firmarán un acuerdo.'],
    language: 'es',
    published: '2024-06-15',
    outlet: 'alder',
  },
  {
    name: 'ar-talks',
    title: 'مباحثات في الرباط',
    paragraphs: ['أجرت الوزيرة بيترا كويلان مباحثات حول الهجرة والحدود مع نظيرها كريم سعداوي.'],
    language: 'ar',
    published: '2024-01-22',
    outlet: 'sahifa',
  },
  {
    name: 'ar-port',
    title: 'الميناء الجديد',
    paragraphs: ['زار الوفد الميناء في الجزائر ووقّع الوزراء اتفاقيةً.'],
    language: 'ar',
    published: '2023-12-01',
    outlet: 'sahifa',
  },
];

const petra: Person = {
  ...inventPerson('Petra Quillan', 'ES'),
  names: [
    { surface: 'Petra Quillan', full: 'Petra Quillan', lang: 'fr', script: 'latin' },
    { surface: 'بيترا كويلان', full: 'بيترا كويلان', lang: 'ar', script: 'arabic' },
  ],
};
const karim = inventPerson('Karim Sadaoui', 'MA');

async function fill(store: Store): Promise<void> {
  for (const id of ['alder', 'herald', 'sahifa']) {
    await store.outlets.put(inventOutlet(id, { slug: id, name: `${id} Gazette` }));
  }
  const ids = new Map<string, string>();
  for (const invented of press) ids.set(invented.name ?? '', (await storeInvented(store, invented)).articleId);
  const of = (...names: string[]) => names.map((name) => ids.get(name) ?? '');
  await store.record.replaceFused({
    meetings: [
      inventMeeting({
        id: 'm-rabat',
        countries: ['ES', 'MA'],
        person: petra.id,
        topic: 'migration',
        day: '2024-01-19',
        articles: of('fr-talks', 'en-talks', 'es-talks', 'ar-talks'),
      }),
      {
        ...inventMeeting({
          id: 'm-port',
          countries: ['DZ', 'MA'],
          topic: 'trade',
          day: '2023-11-29',
          articles: of('en-visit', 'ar-port'),
        }),
        type: 'visit',
      },
    ],
    people: [petra, karim],
  });
}

async function names(store: Store, query: SearchQuery): Promise<string[]> {
  const { hits, total } = await store.search.find(query);
  assert.equal(total, hits.length);
  const pages = await Promise.all(hits.map((hit) => store.articles.get(hit.article.id)));
  return pages.map((page) => page?.page.name ?? '');
}

const talks = ['ar-talks', 'es-talks', 'en-talks', 'fr-talks'];

const found: readonly (readonly [query: string, names: readonly string[]])[] = [
  ['rabat', ['es-year', 'es-talks', 'en-talks', 'fr-talks']],
  ['rabat -madrid', ['es-talks', 'en-talks', 'fr-talks']],
  ['rabat -"petra quillan"', ['es-year']],
  ['rabat -lang:es', ['en-talks', 'fr-talks']],
  ['rabat OR algiers', ['es-year', 'es-talks', 'en-talks', 'fr-talks', 'en-visit']],
  ['الرباط أو الجزائر', ['ar-talks', 'ar-port']],
  ['madrid OR border migration', ['en-talks']],
  ['"accord de peche"', ['fr-trade']],
  ['"peche accord"', []],
  ['title:rabat', ['es-talks', 'en-talks', 'fr-talks']],
  ['title:"migration a rabat"', ['fr-talks']],
  ['titulo:pesca', ['es-year']],
  ['-title:rabat rabat', ['es-year']],
  ['title:rabat OR madrid', ['es-year', 'es-talks', 'en-talks', 'fr-talks']],
  ['lang:ar', ['ar-talks', 'ar-port']],
  ['langue:anglais', ['en-talks', 'en-visit']],
  ['outlet:alder', ['es-year', 'fr-trade', 'fr-talks']],
  ['outlet:gazette lang:en', ['en-talks', 'en-visit']],
  ['journal:"herald gazette"', ['en-talks', 'en-visit']],
  ['country:DZ', ['ar-port', 'en-visit']],
  ['pays:Algérie', ['ar-port', 'en-visit']],
  ['بلد:الجزائر', ['ar-port', 'en-visit']],
  ['country:Morocco -country:Spain', ['ar-port', 'en-visit']],
  ['country:ES OR country:DZ', [...talks, 'ar-port', 'en-visit']],
  ['country:DZ OR madrid', ['es-year', 'ar-port', 'en-visit']],
  ['country:FR', []],
  ['topic:migration', talks],
  ['sujet:commerce', ['ar-port', 'en-visit']],
  ['type:visit port', ['en-visit']],
  ['نوع:زيارة', ['ar-port', 'en-visit']],
  ['person:petra-quillan', talks],
  ['person:quillan lang:fr', ['fr-talks']],
  ['persona:"بيترا كويلان"', talks],
  ['date:2023', ['ar-port', 'en-visit']],
  ['date:2024-01', talks],
  ['date:2024-01-21..2024-05', ['fr-trade', 'ar-talks', 'es-talks']],
  ['from:2024-05 rabat', ['es-year']],
  ['hasta:2023-11', ['en-visit']],
  ['rabat -date:2024-01', ['es-year']],
  ['date:2023 OR date:2024-06', ['es-year', 'ar-port', 'en-visit']],
  ['peche date:2024 outlet:alder lang:fr', ['fr-trade', 'fr-talks']],
  ['petra quillan', talks],
  ['"Petra Quillan"', talks],
  ['quillan', talks],
  ['كويلان', talks],
  ['كويلان lang:es', ['es-talks']],
  ['petra', ['es-talks', 'en-talks', 'fr-talks']],
  ['unknown:rabat lang:fr', ['fr-talks']],
  ['rabat outlet:nobody', ['es-year', 'es-talks', 'en-talks', 'fr-talks']],
  ['-rabat', []],
];

const problems: readonly (readonly [query: string, code: string, found: string])[] = [
  ['rabat outlet:nobody', 'unknown-outlet', 'nobody'],
  ['rabat person:nobody', 'unknown-person', 'nobody'],
  ['rabat lieu:x', 'unknown-field', 'lieu:x'],
  ['-rabat', 'only-exclusions', '-rabat'],
];

/** Counted in the test itself, from what every match alone says. */
async function countAll(store: Store, text: string, kind: FacetKind): Promise<string[]> {
  const { facets } = await store.search.find({ text, facets: true });
  return (facets?.[kind] ?? []).map(({ value, count }) => `${value} ${count}`);
}

export const searchQueriesContract: readonly ContractPart[] = [
  {
    title: 'every kind of query gives the same articles in the same order',
    run: async (store) => {
      await fill(store);
      for (const [text, expected] of found) {
        assert.deepEqual(await names(store, { text }), expected, text);
        assert.deepEqual([...(await names(store, { text, order: 'rank' }))].sort(), [...expected].sort(), text);
        const { total, hits } = await store.search.find({ text, facets: true, related: true, limit: 2 });
        assert.deepEqual([total, hits.length], [expected.length, Math.min(2, expected.length)], text);
      }
    },
  },
  {
    title: 'what is not understood is named with its place, and the rest is searched',
    run: async (store) => {
      await fill(store);
      for (const [text, code, of] of problems) {
        const result = await store.search.find({ text });
        assert.deepEqual(
          result.problems.map((problem) => [problem.code, problem.found]),
          [[code, of]],
          text,
        );
        assert.equal(text.slice(result.problems[0]?.start, result.problems[0]?.end).includes(of), true);
      }
    },
  },
  {
    title: 'facets count every match once, and narrowing by one gives as many',
    run: async (store) => {
      await fill(store);
      assert.deepEqual(await countAll(store, 'rabat', 'language'), ['es 2', 'en 1', 'fr 1']);
      assert.deepEqual(await countAll(store, 'rabat', 'outlet'), ['alder 2', 'herald 1']);
      assert.deepEqual(await countAll(store, 'rabat', 'month'), ['2024-06 1', '2024-01 3']);
      assert.deepEqual(await countAll(store, 'country:MA', 'country'), ['MA 6', 'ES 4', 'DZ 2']);
      assert.deepEqual(await countAll(store, 'country:MA', 'topic'), ['migration 4', 'trade 2']);
      assert.deepEqual(await countAll(store, 'country:MA', 'person'), ['petra-quillan 4']);
      for (const text of ['rabat', 'country:MA', 'date:2024', 'petra quillan', 'الجزائر OR rabat']) {
        const { facets, total } = await store.search.find({ text, facets: true });
        assert.equal(facets?.counted, total);
        const fields = ['outlet', 'language', 'country', 'person', 'topic'] as const;
        for (const field of fields) {
          for (const { value, count } of facets[field]) {
            const narrowed = await store.search.find({ text: `${text} ${field}:${value}` });
            assert.equal(narrowed.total, count, `${text} ${field}:${value}`);
          }
        }
        for (const { value, count } of facets.month) {
          assert.equal((await store.search.find({ text: `${text} date:${value}` })).total, count, value);
        }
      }
    },
  },
  {
    title: 'facets follow the record: a meeting that changes or goes, an article that is replaced or removed',
    run: async (store) => {
      await fill(store);
      const [first = ''] = await store.articles.ids();
      const meeting = inventMeeting({ id: 'm-rabat', countries: ['FR', 'MA'], topic: 'energy', articles: [first] });
      await store.record.replaceFused({ meetings: [meeting], people: [petra] });
      assert.deepEqual(await names(store, { text: 'country:FR' }), ['fr-talks']);
      assert.deepEqual(await names(store, { text: 'country:ES OR country:DZ OR topic:migration' }), []);
      await storeInvented(store, {
        ...(press[0] as Invented),
        title: 'Entretiens reportés',
        published: '2024-02-01',
        outlet: 'herald',
      });
      assert.deepEqual(await countAll(store, 'entretiens', 'outlet'), ['herald 1']);
      assert.deepEqual(await countAll(store, 'entretiens', 'month'), ['2024-02 1']);
      assert.deepEqual(await names(store, { text: 'topic:energy date:2024-02' }), ['fr-talks']);
      await store.articles.remove(first);
      assert.deepEqual(await names(store, { text: 'country:FR' }), []);
      assert.deepEqual(
        (await store.check()).filter(({ code }) => code.startsWith('search-')),
        [],
      );
      const before = await Promise.all(found.map(([text]) => names(store, { text })));
      await store.search.reindex();
      assert.deepEqual(await Promise.all(found.map(([text]) => names(store, { text }))), before);
      assert.deepEqual(
        (await store.check()).filter(({ code }) => code.startsWith('search-')),
        [],
      );
    },
  },
  {
    title: 'a name typed in one script finds texts in the other, and says so',
    run: async (store) => {
      await fill(store);
      const { hits, spellings } = await store.search.find({ text: 'Quillan' });
      assert.deepEqual(spellings, [
        { personId: petra.id, slug: 'petra-quillan', name: 'Petra Quillan', spelling: 'كويلان' },
      ]);
      assert.deepEqual(
        hits.map((hit) => [hit.article.language, hit.bySpelling]),
        [
          ['ar', true],
          ['es', false],
          ['en', false],
          ['fr', false],
        ],
      );
      const [arabic] = hits;
      assert.deepEqual(
        arabic?.marks.map(({ start, end }) => arabic.snippet.slice(start, end)),
        ['كويلان'],
      );
      assert.deepEqual((await store.search.find({ text: 'rabat' })).spellings, []);
    },
  },
  {
    title: 'meetings, people and dossiers are found beside the articles',
    run: async (store) => {
      await fill(store);
      const related = async (text: string) => {
        const { related: found } = await store.search.find({ text, related: true });
        return [
          found?.meetings.map(({ id }) => id),
          found?.people.map(({ slug }) => slug),
          found?.countries,
          found?.pairs.map((pair) => pair.join('-')),
        ];
      };
      assert.deepEqual(await related('quillan'), [['m-rabat'], ['petra-quillan'], [], []]);
      assert.deepEqual(await related('كويلان'), [['m-rabat'], ['petra-quillan'], [], []]);
      assert.deepEqual(await related('port'), [['m-port'], [], [], []]);
      assert.deepEqual(await related('country:MA'), [['m-rabat', 'm-port'], [], ['MA'], []]);
      assert.deepEqual(await related('Maroc Espagne'), [[], [], ['MA', 'ES'], ['ES-MA']]);
      assert.deepEqual(await related('France Espagne'), [[], [], ['ES'], []]);
    },
  },
  {
    title: 'filters are told as the archive understood them',
    run: async (store) => {
      await fill(store);
      const text = 'rabat outlet:gazette -lang:ar date:2024';
      const { filters } = await store.search.find({ text });
      assert.deepEqual(
        filters.map(({ field, values, excluded, start, end }) => [
          field,
          values.map(({ value }) => value),
          excluded,
          text.slice(start, end),
        ]),
        [
          ['outlet', ['alder', 'herald', 'sahifa'], false, 'outlet:gazette'],
          ['days', ['2024-01-01..2024-12-31'], false, 'date:2024'],
          ['language', ['ar'], true, '-lang:ar'],
        ],
      );
    },
  },
];
