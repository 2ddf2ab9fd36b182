import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSample } from '../../src/jobs/load-sample.ts';
import { openSqliteStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createApp } from '../../src/web/app.tsx';

let store: Store;

beforeAll(async () => {
  store = await openSqliteStore(':memory:');
  await loadSample(store);
}, 120_000);
afterAll(() => store?.close());

test('every link of the sample leads to a page, and every #… to a place on it', { timeout: 180_000 }, async () => {
  const faults: unknown[] = [];
  const app = createApp({
    store,
    settings: { publishLocalInFull: true },
    now: () => new Date('2025-06-02T08:00:00Z'),
    log: { error: (event, detail) => faults.push({ event, ...detail }) },
  });
  const waiting = ['/'];
  const placesOn = new Map<string, ReadonlySet<string>>();
  const links: { readonly from: string; readonly path: string; readonly place: string }[] = [];
  const broken: string[] = [];

  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (placesOn.has(path)) continue;
    const response = await app.request(path, { headers: { 'accept-language': 'fr' } });
    const body = await response.text();
    // What only members do leads strangers to the log-in, and back from there.
    if (response.status === 303 && response.headers.get('location')?.startsWith('/account/login?next=')) {
      placesOn.set(path, new Set());
      continue;
    }
    placesOn.set(path, new Set([...body.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '')));
    if (response.status !== 200) broken.push(`${response.status} ${path}`);
    if (!(response.headers.get('content-type') ?? '').includes('text/html')) continue;
    for (const [, href = ''] of body.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      const address = href.replaceAll('&amp;', '&');
      if (/^https?:/.test(address)) continue;
      // The choices of language, theme and months are on every page and lead back to it.
      if (/[?&](lang|theme|months)=/.test(address)) continue;
      // A page with the sentences of one fact opened is the page itself: of a filtered list it is not followed.
      if (/[?&]open=/.test(address) && /[?].*&/.test(address)) continue;
      // Filters combine without end, and search with them: one of each is enough to know that they lead somewhere.
      if (/^\/(?:record|search)\b[^?]*\?.*&/.test(address) || /^\/record\.[^?]*\?/.test(address)) continue;
      const [target = '', place = ''] = address.split('#');
      const absolute = target === '' ? path : target.startsWith('?') ? path.split('?')[0] + target : target;
      links.push({ from: path, path: absolute, place });
      waiting.push(absolute);
    }
  }

  const lost = links.filter(({ path, place }) => place !== '' && placesOn.get(path)?.has(place) !== true);
  expect(broken).toEqual([]);
  expect(lost.slice(0, 10)).toEqual([]);
  expect(faults).toEqual([]);
  expect(placesOn.size).toBeGreaterThan(80);
  expect(links.filter(({ place }) => place.startsWith('e-')).length).toBeGreaterThan(100);
});
