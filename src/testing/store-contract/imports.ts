import assert from 'node:assert/strict';
import type { ContractPart } from './harness.ts';

const at = '2024-03-01T08:00:00.000Z';

export const importContract: readonly ContractPart[] = [
  {
    title: 'how far an import came is kept for each file, until it is cleared',
    run: async (store) => {
      const input = { path: '/press/a.warc.gz', stamp: '10:20', position: '100+0#3', beganAt: at };
      await store.imports.putInput(input);
      await store.imports.putInput({ ...input, position: '200+0#7' });
      await store.imports.putInput({ ...input, path: '/press/b.jsonl' });
      assert.deepEqual(await store.imports.inputs(), [
        { ...input, position: '200+0#7' },
        { ...input, path: '/press/b.jsonl' },
      ]);
      await store.imports.clearInputs(['/press/a.warc.gz']);
      assert.deepEqual(
        (await store.imports.inputs()).map(({ path }) => path),
        ['/press/b.jsonl'],
      );
    },
  },
  {
    title: 'a failure is listed once, counts its tries, and goes when it is removed',
    run: async (store) => {
      const failure = {
        input: '/press/a.jsonl',
        item: '#2',
        position: '5+0#1',
        code: 'json-invalid',
        failedAt: at,
      } as const;
      await store.imports.putFailure(failure);
      await store.imports.putFailure({ ...failure, code: 'not-an-article', detail: 'a list' });
      await store.imports.putFailure({ ...failure, item: '' });
      await store.imports.putFailure({ input: '/press/b.html', item: '', code: 'empty-page', failedAt: at });
      const failures = await store.imports.failures();
      assert.deepEqual(
        failures.map(({ input, item, code, tries }) => [input, item, code, tries]),
        [
          ['/press/a.jsonl', '', 'json-invalid', 1],
          ['/press/a.jsonl', '#2', 'not-an-article', 2],
          ['/press/b.html', '', 'empty-page', 1],
        ],
      );
      assert.deepEqual(failures[1], { ...failure, code: 'not-an-article', detail: 'a list', tries: 2 });
      const [first] = await store.imports.failures({ limit: 1 });
      assert.ok(first !== undefined);
      assert.deepEqual(await store.imports.failures({ after: first, limit: 2 }), failures.slice(1));
      await store.imports.removeFailure('/press/a.jsonl', '');
      assert.equal(await store.imports.countFailures(), 2);
    },
  },
  {
    title: 'the versions of a page are found by any spelling of its address',
    run: async (store) => {
      const page = { origin: 'import', savedAt: at, url: 'https://paper.example/a' } as const;
      const bytes = (text: string) => new TextEncoder().encode(text);
      await store.pages.put({ ...page, bytes: bytes('one') });
      await store.pages.put({ ...page, bytes: bytes('two') });
      const versions = await store.pages.at('http://paper.example/a/?utm_source=x');
      assert.deepEqual(
        versions.map(({ version }) => version),
        [1, 2],
      );
      assert.deepEqual(await store.pages.at('https://paper.example/b'), []);
    },
  },
];
