import assert from 'node:assert/strict';
import { mostHostPages } from '../../store/archive/hosts.ts';
import { storeInvented } from '../invented.ts';
import type { ContractPart } from './harness.ts';

export const hostContract: readonly ContractPart[] = [
  {
    title: 'the lines of a page are kept once, and go with their article',
    run: async (store, home) => {
      await storeInvented(store, { url: 'https://paper.example/1', title: 'One' });
      await storeInvented(store, { url: 'https://paper.example/2', title: 'Two' });
      const [first = '', second = ''] = [...(await store.articles.ids())].sort();
      await store.hosts.remember('paper.example', first, ['a', 'b']);
      await store.hosts.remember('paper.example', first, ['a', 'c']);
      await store.hosts.remember('paper.example', second, []);
      const kept = [
        { articleId: first, lines: ['a', 'c'] },
        { articleId: second, lines: [] },
      ];
      assert.deepEqual(await store.hosts.pagesOf('paper.example'), kept);
      assert.deepEqual(await store.hosts.pagesOf('other.example'), []);
      const reopened = await home.open();
      assert.deepEqual(await reopened.hosts.pagesOf('paper.example'), kept);
      await reopened.close();
      await store.articles.remove(first);
      assert.deepEqual(await store.hosts.pagesOf('paper.example'), kept.slice(1));
    },
  },
  {
    title: 'a host is remembered by a bounded sample, the same whatever the order',
    run: async (store) => {
      for (let i = 0; i < mostHostPages + 5; i++)
        await storeInvented(store, { url: `https://paper.example/${i}`, title: `Number ${i}` });
      const ids = [...(await store.articles.ids())];
      for (const id of [...ids].reverse()) await store.hosts.remember('paper.example', id, [id.slice(0, 4)]);
      const kept = (await store.hosts.pagesOf('paper.example')).map(({ articleId }) => articleId);
      assert.deepEqual(kept, ids.sort().slice(0, mostHostPages));
    },
  },
  {
    title: 'how many pages a host has, and with how many it was last read',
    run: async (store) => {
      await storeInvented(store, { url: 'https://paper.example/1', title: 'One' });
      const [id = ''] = await store.articles.ids();
      await store.hosts.remember('paper.example', id, ['a']);
      assert.deepEqual(await store.hosts.sizes(), [{ host: 'paper.example', pages: 1, readWith: 0 }]);
      await store.hosts.setReadWith('paper.example', 1);
      await store.hosts.setReadWith('paper.example', 4);
      assert.deepEqual(await store.hosts.sizes(), [{ host: 'paper.example', pages: 1, readWith: 4 }]);
    },
  },
];
