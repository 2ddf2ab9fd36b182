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
  telling: 5,
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
  telling: 0,
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
      const told = { told: 9, telling: 0, failures: 0 };
      const when = { nextAt: '2024-02-01T11:00:00.000Z', lastAt: '2024-02-01T10:30:00.000Z', lastAnswer: 'HTTP 200' };
      await webhooks.change('w1', { ...told, ...when });
      await webhooks.change('w1', { state: 'gone' });
      assert.deepEqual(await webhooks.list(), [{ ...full, ...told, ...when, state: 'gone' }, bare]);
      assert.equal(await webhooks.remove('w1'), true);
      assert.equal(await webhooks.remove('w1'), false);
      await webhooks.change('w1', told);
      assert.deepEqual(await webhooks.list(), [bare]);
    },
  },
];
