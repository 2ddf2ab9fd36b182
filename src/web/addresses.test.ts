import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../store/open-store.ts';
import { createApp } from './app.tsx';

test('every address of the site is in docs/reference: addresses.md, and those of the API in api.md', async () => {
  const store = await openSqliteStore(':memory:');
  const app = createApp({
    store,
    settings: { publishLocalInFull: false },
    now: () => new Date(0),
    log: { error() {} },
  });
  const pages = ['addresses.md', 'api.md'].map((name) =>
    readFileSync(new URL(`../../docs/reference/${name}`, import.meta.url), 'utf8'),
  );
  const [page = '', apiPage = ''] = pages;
  const isNamed = (path: string) =>
    page.includes(`\`${path}\``) || apiPage.includes(`\`${path.replaceAll(/:(\w+)/g, '{$1}')}\``);
  const paths = new Set(app.routes.map((route) => route.path).filter((path) => !path.endsWith('*')));
  expect(paths.size).toBeGreaterThan(15);
  expect([...paths].filter((path) => !isNamed(path))).toEqual([]);
  await store.close();
});
