import assert from 'node:assert/strict';
import type { DecisionAction } from '../../store/editing.ts';
import type { ContractPart } from './harness.ts';

const correct = (meetingId: string, value: string): DecisionAction => ({
  kind: 'correct',
  meetingId,
  field: 'status',
  value,
});
const decide = (action: DecisionAction, inverse: DecisionAction = action) => ({
  action,
  inverse,
  actor: 'editor',
  reason: 'the communiqué says so',
  at: '2024-03-01T08:00:00Z',
});
const undo = (decisionId: string) => decide({ kind: 'undo', decisionId });

export const decisionContract: readonly ContractPart[] = [
  {
    title: 'decisions are kept in order and found by each meeting that they touch',
    run: async (store) => {
      const first = await store.decisions.add(decide(correct('m1', 'held'), correct('m1', 'planned')));
      const second = await store.decisions.add(decide({ kind: 'merge', meetingId: 'm2', intoId: 'm1' }));
      assert.deepEqual([first.id, second.id], ['d1', 'd2']);
      assert.deepEqual(await store.decisions.list(), [first, second]);
      assert.deepEqual(await store.decisions.list({ meetingId: 'm1' }), [first, second]);
      assert.deepEqual(await store.decisions.list({ meetingId: 'm2' }), [second]);
      assert.equal((await store.counts()).decisions, 2);
    },
  },
  {
    title: 'undo takes a decision out of force, undoing the undo brings it back',
    run: async (store) => {
      await store.decisions.add(decide(correct('m1', 'held')));
      await store.decisions.add(undo('d1'));
      assert.deepEqual(await store.decisions.list({ activeOnly: true }), []);
      assert.deepEqual(
        (await store.decisions.list({ meetingId: 'm1' })).map((one) => [one.id, one.undoneBy]),
        [
          ['d1', 'd2'],
          ['d2', undefined],
        ],
      );
      await store.decisions.add(undo('d2'));
      assert.deepEqual(
        (await store.decisions.list({ activeOnly: true })).map((one) => one.id),
        ['d1'],
      );
      await store.decisions.add(undo('d1'));
      assert.deepEqual(await store.decisions.list({ activeOnly: true }), []);
    },
  },
  {
    title: 'what is undone or unknown cannot be undone',
    run: async (store) => {
      await store.decisions.add(decide(correct('m1', 'held')));
      await store.decisions.add(undo('d1'));
      await assert.rejects(store.decisions.add(undo('d1')), { code: 'decision-not-applicable' });
      await assert.rejects(store.decisions.add(undo('d99')), { code: 'not-found' });
      await assert.rejects(store.decisions.add(undo("d1'; drop")), { code: 'not-found' });
      assert.equal((await store.counts()).decisions, 2);
    },
  },
  {
    title: 'problems of the last fusion stand until the next one',
    run: async (store) => {
      await store.decisions.add(decide(correct('m1', 'held')));
      await store.decisions.add(decide(correct('m2', 'held')));
      await store.decisions.setProblems(new Map([['d1', 'the meeting is gone']]));
      assert.deepEqual(
        (await store.decisions.list()).map((one) => one.problem),
        ['the meeting is gone', undefined],
      );
      await store.decisions.setProblems(new Map());
      assert.deepEqual(
        (await store.decisions.list()).map((one) => one.problem),
        [undefined, undefined],
      );
    },
  },
];
