import assert from 'node:assert/strict';
import { dropText } from '../../core/extract/drop-text.ts';
import { mechanismSlug } from '../../store/archive/meeting-marks.ts';
import type { PrintQuery } from '../../store/novelty.ts';
import type { Store } from '../../store/store.ts';
import { inventMeeting, inventPerson, storeInvented } from '../invented.ts';
import type { ContractPart } from './harness.ts';

const told = 'Les deux ports partagent leurs relevés de marées.';

async function storeFive(store: Store): Promise<string[]> {
  const form = { title: 'Marées', paragraphs: [told] };
  const ids: string[] = [];
  for (const [index, more] of [
    { published: '2024-01-01' },
    { published: '2024-01-02' },
    { published: '2024-02-01' },
    { published: '2024-02-02', language: 'es' },
    { published: '2024-03-01' },
  ].entries()) {
    ids.push((await storeInvented(store, { ...form, ...more, url: `https://o.example/${index}` })).articleId);
  }
  return ids;
}

const names = async (store: Store, ids: readonly string[], query: PrintQuery) =>
  (await store.novelty.prints(query)).map(({ id }) => ids.indexOf(id));

export const noveltyContract: readonly ContractPart[] = [
  {
    title: 'prints of a pair, of people, of a body: one of each dispatch, the oldest first, only what was asked for',
    run: async (store) => {
      const ids = await storeFive(store);
      const [a = '', b = '', c = '', d = '', e = ''] = ids;
      const person = inventPerson('Ada Lumen', 'ES');
      const body = inventMeeting({ id: 'm3', countries: ['MA', 'PT'], articles: [e], mechanism: 'Comité des phares' });
      await store.record.replaceFused({
        people: [person],
        meetings: [
          inventMeeting({ id: 'm1', countries: ['ES', 'MA'], articles: [a, b, d], person: person.id }),
          inventMeeting({ id: 'm2', countries: ['MA', 'ES'], articles: [c], background: true }),
          body,
        ],
      });
      await store.articles.setGroups([
        { articleId: a, dispatchId: 'd1', storyId: 's1' },
        { articleId: b, dispatchId: 'd1', storyId: 's1' },
        { articleId: c, dispatchId: 'd2', storyId: 's2' },
      ]);
      const pairs = [['ES', 'MA']] as const;
      assert.deepEqual(await names(store, ids, { pairs }), [0, 2, 3]);
      assert.deepEqual(await names(store, ids, { pairs, language: 'fr' }), [0, 2]);
      assert.deepEqual(await names(store, ids, { pairs, before: '2024-02-01' }), [0]);
      assert.deepEqual(await names(store, ids, { pairs, besides: { storyId: 's1' } }), [2, 3]);
      assert.deepEqual(await names(store, ids, { pairs, besides: { dispatchId: 'd2', articleId: d } }), [0]);
      assert.deepEqual(await names(store, ids, { personIds: [person.id] }), [0, 3]);
      const mechanisms = [mechanismSlug(body, 'Comité des phares')];
      assert.deepEqual(await names(store, ids, { mechanisms }), [4]);
      assert.deepEqual(await names(store, ids, { mechanisms, pairs: [['ES', 'MA']] }), [0, 2, 3, 4]);
      assert.deepEqual(await names(store, ids, {}), []);
      const [print] = await store.novelty.prints({ pairs: [['ES', 'MA']] });
      assert.equal(print?.group, 'd1');
      assert.equal(print?.day, '2024-01-01');
      assert.equal((await store.articles.get(a))?.article.text.slice(print.sentences[3], print.sentences[4]), told);
    },
  },
  {
    title: 'a print goes with its article, and with its text',
    run: async (store) => {
      const ids = await storeFive(store);
      const [a = '', b = '', c = ''] = ids;
      await store.record.replaceFused({
        people: [],
        meetings: [inventMeeting({ id: 'm1', countries: ['ES', 'MA'], articles: [a, b, c] })],
      });
      const pairs = [['ES', 'MA']] as const;
      assert.deepEqual(await names(store, ids, { pairs }), [0, 1, 2]);
      await store.articles.remove(a);
      const article = (await store.articles.get(b))?.article;
      assert.ok(article !== undefined);
      await store.keeping.drop(dropText(article, [], '2024-04-02T08:00:00Z'));
      assert.deepEqual(await names(store, ids, { pairs }), [2]);
      await storeInvented(store, { title: 'Marées', url: 'https://o.example/2', savedAt: '2024-05-01T08:00:00Z' });
      const [print] = await store.novelty.prints({ pairs });
      assert.equal(print?.sentences.length, 3);
    },
  },
];
