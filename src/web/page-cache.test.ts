import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { openWebArchive, outletOf, type WebArchive } from '../../test/helpers/web-archive.ts';
import { createApp } from './app.tsx';

let archive: WebArchive;
afterEach(() => archive.close());
let time = Date.parse('2024-02-03T09:00:00Z');

async function openSite() {
  archive = await openWebArchive([outletOf('o', 'full')], [{ title: 'Talks in Rabat', outlet: 'o' }]);
  let made = 0;
  const store = {
    ...archive.store,
    articles: {
      ...archive.store.articles,
      get: (id: string) => {
        made += 1;
        return archive.store.articles.get(id);
      },
    },
  };
  const app = createApp({
    store,
    settings: { publishLocalInFull: false },
    now: () => new Date(time),
    log: { error: () => {} },
  });
  const path = `/articles/${archive.articleIds[0]}`;
  const ask = (headers: Record<string, string> = {}, query = '') =>
    app.request(`http://site.example${path}${query}`, { headers });
  return { ask, made: () => made };
}

test('a page is made once, and sent again as it was', async () => {
  const { ask, made } = await openSite();
  const first = await ask();
  const again = await ask();
  expect(made()).toBe(1);
  expect(await again.text()).toBe(await first.text());
  expect([...again.headers]).toEqual([...first.headers]);
});

test('packed or not, in each language, to each host', async () => {
  const { ask, made } = await openSite();
  const plain = await (await ask()).text();
  const packed = { 'accept-encoding': 'gzip' };
  await ask(packed);
  const response = await ask(packed);
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(plain);
  expect(await (await ask({ 'accept-language': 'ar' })).text()).toContain('lang="ar"');
  expect(await (await ask({ cookie: 'theme=dark' })).text()).toContain('data-theme="dark"');
  expect(made()).toBe(4);
});

test('the tag of a page that is known is enough', async () => {
  const { ask, made } = await openSite();
  const tag = (await ask()).headers.get('etag') ?? '';
  for (const known of [tag, `"x", ${tag}`]) {
    const response = await ask({ 'if-none-match': known });
    expect([response.status, await response.text()]).toEqual([304, '']);
  }
  expect((await ask({ 'if-none-match': '"x"' })).status).toBe(200);
  expect(made()).toBe(1);
});

test('it is made anew after any change, and after a minute', async () => {
  const { ask, made } = await openSite();
  await ask();
  await archive.store.outlets.put(outletOf('o', 'facts'));
  expect(await (await ask()).text()).toContain('noindex');
  expect(made()).toBe(2);
  time += 61_000;
  await ask();
  expect(made()).toBe(3);
  await archive.store.articles.remove(archive.articleIds[0] ?? '');
  expect((await ask()).status).toBe(404);
});

test('what somebody chooses, and what may be somebody’s own, is not kept', async () => {
  const { ask, made } = await openSite();
  const chosen = await ask({}, '?lang=es');
  expect(chosen.headers.get('set-cookie')).toContain('lang=es');
  expect((await ask({}, '?lang=es')).headers.get('set-cookie')).toContain('lang=es');
  await ask({ cookie: 'session=1' });
  await ask({ cookie: 'session=1' });
  expect(made()).toBe(4);
});
