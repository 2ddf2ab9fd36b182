import assert from 'node:assert/strict';
import type { Webhook } from '../../store/webhooks.ts';
import type { ContractPart } from './harness.ts';

const full: Webhook = {
  id: 'w1',
  url: 'https://desk.example/hook',
  secret: 'whsec_x',
  countries: ['ES', 'MA'],
  allowPrivate: true,
  state: 'active',
  told: 3,
  failures: 2,
  nextAt: '2024-02-01T10:00:05.000Z',
  lastAt: '2024-02-01T10:00:00.000Z',
  lastAnswer: 'HTTP 500',
  createdAt: '2024-01-01T00:00:00.000Z',
};
const bare: Webhook = {
  id: 'w2',
  url: 'https://other.example/',
  secret: 'whsec_y',
  countries: [],
  allowPrivate: false,
  state: 'paused',
  told: 0,
  failures: 0,
  nextAt: '2024-02-01T10:00:00.000Z',
  createdAt: '2024-01-02T00:00:00.000Z',
};

export const webhookContract: readonly ContractPart[] = [
  {
    title: 'webhooks are kept with every field, one an address, changed and removed',
    run: async ({ webhooks }, home) => {
      assert.equal(await webhooks.add(full), true);
      assert.equal(await webhooks.add({ ...bare, url: full.url }), false);
      assert.equal(await webhooks.add(bare), true);
      const reopened = await home.open();
      assert.deepEqual(await reopened.webhooks.list(), [full, bare]);
      await reopened.close();
      const { lastAnswer: _lastAnswer, ...changed }: Webhook = { ...full, state: 'gone', told: 9 };
      await webhooks.put(changed);
      assert.deepEqual(await webhooks.list(), [changed, bare]);
      // Told while somebody paused it: what the operator decided stays.
      await webhooks.note({ ...bare, told: 5, state: 'active' });
      assert.deepEqual(await webhooks.list(), [changed, bare]);
      await webhooks.put({ ...bare, state: 'active' });
      await webhooks.note({ ...bare, told: 5, state: 'failed' });
      assert.deepEqual(await webhooks.list(), [changed, { ...bare, told: 5, state: 'failed' }]);
      await webhooks.put(bare);
      assert.equal(await webhooks.remove('w1'), true);
      assert.equal(await webhooks.remove('w1'), false);
      await webhooks.put(changed);
      assert.deepEqual(await webhooks.list(), [bare]);
    },
  },
];
