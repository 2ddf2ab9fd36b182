import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../store/open-store.ts';
import { createApp } from './app.tsx';

test('every address of the site is in docs/reference/addresses.md', async () => {
  const store = await openSqliteStore(':memory:');
  const app = createApp({
    store,
    settings: { publishLocalInFull: false },
    now: () => new Date(0),
    log: { error() {} },
  });
  const page = readFileSync(new URL('../../docs/reference/addresses.md', import.meta.url), 'utf8');
  const paths = new Set(app.routes.map((route) => route.path).filter((path) => !path.endsWith('*')));
  expect(paths.size).toBeGreaterThan(15);
  expect([...paths].filter((path) => !page.includes(`\`${path}\``))).toEqual([]);
  await store.close();
});
