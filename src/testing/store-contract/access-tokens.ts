import assert from 'node:assert/strict';
import type { ContractPart } from './harness.ts';

const made = { createdAt: '2024-02-01T10:00:00.000Z', scopes: ['read', 'mcp'] } as const;

export const accessTokenContract: readonly ContractPart[] = [
  {
    title: 'a token is found by its hash, survives, and is gone when removed',
    run: async (store, home) => {
      const { tokens } = store;
      const full = { ...made, id: 't1', name: 'agent', expiresAt: '2024-03-01T00:00:00.000Z' };
      assert.equal(await tokens.add(full, 'h1'), true);
      assert.equal(await tokens.add({ ...made, id: 't2', name: 'bare', scopes: ['metrics'] }, 'h2'), true);
      const reopened = await home.open();
      assert.deepEqual(await reopened.tokens.list(), [full, { ...made, id: 't2', name: 'bare', scopes: ['metrics'] }]);
      await reopened.close();
      const now = new Date('2024-02-02T10:59:59Z');
      assert.deepEqual(await tokens.use('h1', now), { ...full, lastUsedAt: '2024-02-02T10:00:00.000Z' });
      assert.equal(await tokens.use('h3', now), undefined);
      assert.equal(await tokens.remove('agent'), true);
      assert.equal(await tokens.remove('agent'), false);
      assert.equal(await tokens.use('h1', now), undefined);
    },
  },
  {
    title: 'a name is taken once, and a token whose time is over opens nothing',
    run: async ({ tokens }) => {
      assert.equal(await tokens.add({ ...made, id: 't1', name: 'agent' }, 'h1'), true);
      assert.equal(await tokens.add({ ...made, id: 't2', name: 'agent' }, 'h2'), false);
      const ends = '2024-03-01T00:00:00.000Z';
      await tokens.add({ ...made, id: 't3', name: 'short', expiresAt: ends }, 'h3');
      assert.equal((await tokens.use('h3', new Date('2024-02-29T23:59:59.999Z')))?.name, 'short');
      assert.equal(await tokens.use('h3', new Date(ends)), undefined);
    },
  },
];
