import assert from 'node:assert/strict';
import type { DecisionAction, ReaderReport } from '../../store/editing.ts';
import { inventMeeting, inventPerson, storeInvented } from '../invented.ts';
import type { ContractPart } from './harness.ts';

const report: Omit<ReaderReport, 'id' | 'closed'> = {
  subject: 'meeting',
  subjectId: 'm1',
  message: 'The day is wrong.',
  language: 'en',
  at: '2024-03-01T08:00:00Z',
};
const withdraw: DecisionAction = {
  kind: 'person-withdraw',
  personId: 'p1',
  spellings: ['ES|minister:interior|ada lumen'],
};

export const editingContract: readonly ContractPart[] = [
  {
    title: 'what readers report waits until an editor closes it',
    run: async (store) => {
      const first = await store.reports.add({ ...report, contact: 'a reader' });
      const second = await store.reports.add({ ...report, subject: 'person', subjectId: 'p1' });
      assert.deepEqual([first.id, second.id], ['r1', 'r2']);
      assert.deepEqual(await store.reports.list({ openOnly: true }), [first, second]);
      assert.deepEqual(await store.reports.list({ subjectId: 'p1' }), [second]);
      assert.equal(await store.reports.count('2024-03-01T00:00:00Z'), 2);
      assert.equal(await store.reports.count('2024-03-02T00:00:00Z'), 0);
      const closed = { at: '2024-03-02T08:00:00Z', by: 'editor', answer: 'Corrected.' };
      await store.reports.close('r1', closed);
      assert.deepEqual(await store.reports.list({ openOnly: true }), [second]);
      assert.deepEqual((await store.reports.list())[0], { ...first, closed });
      await assert.rejects(store.reports.close('r1', closed), { code: 'not-found' });
      await assert.rejects(store.reports.close('r9', closed), { code: 'not-found' });
      await assert.rejects(store.reports.close("r1'; drop", closed), { code: 'not-found' });
    },
  },
  {
    title: 'decisions about people are found by each person, and one that only itself takes back names itself',
    run: async (store) => {
      const made = { actor: 'editor', reason: 'asked for', at: '2024-03-01T08:00:00Z' };
      const first = await store.decisions.add({ ...made, action: withdraw, inverse: withdraw });
      const merge: DecisionAction = {
        kind: 'person-merge',
        personId: 'p2',
        spellings: ['ES|king|ada'],
        intoId: 'p1',
        intoSpellings: ['ES|king|ada lumen'],
      };
      const second = await store.decisions.add({ ...made, action: merge, inverse: { kind: 'undo', decisionId: '' } });
      assert.deepEqual(second.inverse, { kind: 'undo', decisionId: 'd2' });
      assert.deepEqual(await store.decisions.list({ personId: 'p1' }), [first, second]);
      assert.deepEqual(await store.decisions.list({ personId: 'p2' }), [second]);
      assert.deepEqual(await store.decisions.list({ meetingId: 'm1' }), []);
    },
  },
  {
    title: 'decisions about stories are found by the story and by its articles, with what takes them back',
    run: async (store) => {
      const made = { actor: 'editor', reason: 'another visit', at: '2024-03-01T08:00:00Z' };
      const itself = { kind: 'undo', decisionId: '' } as const;
      const [articles, others] = [['a'], ['b']];
      const split: DecisionAction = { kind: 'story-split', storyId: 's1', articles, others };
      const merge: DecisionAction = {
        kind: 'story-merge',
        storyId: 's2',
        articles: ['c'],
        intoId: 's3',
        others: ['d'],
      };
      const first = await store.decisions.add({ ...made, action: split, inverse: itself });
      const second = await store.decisions.add({ ...made, action: merge, inverse: itself });
      const undo = await store.decisions.add({
        ...made,
        action: { kind: 'undo', decisionId: 'd1' },
        inverse: split,
      });
      const ids = async (id: string, own: readonly string[]) =>
        (await store.decisions.list({ story: { id, articles: own } })).map((one) => one.id);
      assert.deepEqual(await ids('s1', []), [first.id, undo.id]);
      assert.deepEqual(await ids('s9', ['b']), [first.id, undo.id]);
      assert.deepEqual(await ids('s3', []), [second.id]);
      assert.deepEqual(await ids('s9', ['x']), []);
      assert.deepEqual(
        (await store.decisions.list({ activeOnly: true, story: { id: 's1', articles: ['c'] } })).map((one) => one.id),
        [second.id],
      );
    },
  },
  {
    title: 'the history tells what changed, when, and by whose hand; a fusion that changes nothing adds nothing',
    run: async (store) => {
      const meeting = inventMeeting({ id: 'm', countries: ['MA', 'ES'], articles: ['x1'], day: '2024-01-10' });
      const person = inventPerson('Zoé Arlan', 'FR');
      await store.record.replaceFused({ meetings: [meeting], people: [person] });
      await store.record.replaceFused({ meetings: [meeting], people: [person] });
      await store.record.replaceFused(
        { meetings: [{ ...meeting, status: 'disputed' }], people: [{ ...person, name: 'Zoé d’Arlan' }] },
        { decisionId: 'd7' },
      );
      await store.record.replaceFused({ meetings: [], people: [] });
      const told = async (id: string) =>
        (await store.record.history(id)).map(({ kind, decisionId, fields }) => [kind, decisionId, fields]);
      assert.deepEqual(await told('m'), [
        ['added', undefined, []],
        ['changed', 'd7', [{ field: 'status', before: 'held', after: 'disputed' }]],
        ['removed', undefined, []],
      ]);
      assert.deepEqual(await told(person.id), [
        ['added', undefined, []],
        ['changed', 'd7', [{ field: 'name', before: 'Zoé Arlan', after: 'Zoé d’Arlan' }]],
        ['removed', undefined, []],
      ]);
      assert.match((await store.record.history('m'))[0]?.at ?? '', /^\d{4}-\d\d-\d\dT/);
    },
  },
  {
    title: 'people are found by any part of any spelling',
    run: async (store) => {
      const person = inventPerson('Zoé Arlan', 'FR');
      const names = [
        ...person.names,
        { surface: 'زوي أرلان', full: 'زوي أرلان', lang: 'ar', script: 'arabic' as const },
      ];
      await store.record.replaceFused({ meetings: [], people: [{ ...person, names }, inventPerson('Éva Brul', 'ES')] });
      for (const name of ['zoe', 'ARLAN', 'أرلان', 'ارلان']) {
        const found = await store.record.listPeople({ name });
        assert.deepEqual(
          found.items.map((one) => one.id),
          [person.id],
          name,
        );
      }
      assert.equal((await store.record.listPeople({ name: 'nobody' })).total, 0);
      assert.equal((await store.record.listPeople({ name: '100%' })).total, 0);
    },
  },
  {
    title: 'whoever is withdrawn is not found by search, and is again when restored',
    run: async (store) => {
      const page = await storeInvented(store, { name: 'a', title: 'Ada Lumen à Rabat' });
      await storeInvented(store, { name: 'b', title: 'Lumen, une lampe' });
      const fused = { meetings: [], people: [] };
      const names = [{ personId: 'p1', names: ['Ada Lumen'], articleIds: [page.articleId] }];
      const hits = async (text: string) => (await store.search.find({ text })).total;
      assert.deepEqual([await hits('"Ada Lumen"'), await hits('lumen')], [1, 2]);
      await store.record.replaceFused({ ...fused, withdrawals: names });
      assert.deepEqual(await store.record.withdrawals(), names);
      assert.deepEqual([await hits('"Ada Lumen"'), await hits('lumen'), await hits('rabat')], [0, 1, 1]);
      await store.record.replaceFused(fused);
      assert.equal((await store.record.withdrawals()).length, 1);
      await store.search.reindex();
      assert.equal(await hits('"Ada Lumen"'), 0);
      await store.record.replaceFused({ ...fused, withdrawals: [] });
      assert.deepEqual([await hits('"Ada Lumen"'), await hits('lumen')], [1, 2]);
    },
  },
];
