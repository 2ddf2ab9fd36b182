import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWebArchive, outletOf, type WebArchive } from '../../test/helpers/web-archive.ts';
import { faults, siteOf } from '../../test/helpers/web-site.ts';

let archive: WebArchive;
let app: ReturnType<typeof siteOf>;
beforeAll(async () => {
  archive = await openWebArchive([outletOf('o', 'full')], [{ title: 'Talks in Rabat', outlet: 'o' }]);
  app = siteOf(archive);
});
afterAll(() => archive.close());

const long = 'x'.repeat(10_000);
const nasty: readonly string[] = [
  '',
  long,
  '\u202e\u200b',
  '😀',
  '%00',
  '%ff%fe',
  '%E0%A4%A',
  '%',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '-1',
  '0',
  '1e309',
  'NaN',
  "'; drop table meetings; --",
  '%ed%a0%80',
];
const rooms = [
  '/',
  '/articles/ID',
  '/articles/ID/versions',
  '/stories/ID',
  '/meetings/ID',
  '/dossiers/ID',
  '/countries/ID',
  '/people/ID',
  '/topics/ID',
  '/mechanisms/ID',
  '/outlets/ID',
  '/outlets/ID/changes.atom',
  '/images/ID/ID/0',
  '/manifests/ID',
  '/assets/ID',
  '/sitemaps/ID',
  '/reading-list',
] as const;
const withQueries = [
  '/',
  '/record',
  '/search',
  '/people',
  '/outlets/o',
  '/reading-list',
  '/record.json',
  '/search.json',
  '/feed.rss',
  '/record.atom',
] as const;
const names = [
  'cursor',
  'q',
  'page',
  'order',
  'view',
  'month',
  'year',
  'pair',
  'country',
  'person',
  'place',
  'mechanism',
  'from',
  'to',
  'lang',
  'theme',
  'show',
  'with',
];

const asked = (path: string): string => (/^[\x21-\x7e]*$/.test(path) ? path : encodeURI(path));

test.each(rooms)('%s answers anything with a page or a reason', async (room) => {
  for (const id of nasty) {
    const path = asked(room.replaceAll('ID', id));
    const { status } = await app.request(path);
    expect([path.slice(0, 80), status < 500]).toEqual([path.slice(0, 80), true]);
  }
  expect(faults).toEqual([]);
});

test.each(withQueries)('%s takes any query', async (room) => {
  for (const name of names) {
    for (const value of nasty) {
      const path = asked(`${room}?${name}=${value}`);
      const { status } = await app.request(path);
      expect([path.slice(0, 80), status < 500]).toEqual([path.slice(0, 80), true]);
    }
  }
  expect((await app.request(`${room}?${'a=1&'.repeat(5_000)}`)).status).toBeLessThan(500);
  expect(faults).toEqual([]);
});

test.each([
  ['/record?cursor=', ['9999-12-31', '\uffff'], 200],
  ['/people?cursor=', ['\uffff', '\uffff'], 200],
  // No place in a list has such a number.
  ['/outlets/o?cursor=', ['0000-01-01', -5], 400],
])('%s at the end of everything is an empty page or a refusal', async (room, key, expected) => {
  const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
  expect((await app.request(room + cursor)).status).toBe(expected);
});

test.each(['/search?q=rabat&page=1000000', '/search?q=rabat&page=-3', '/record?view=calendar&month=9999-99'])(
  '%s',
  async (path) => {
    expect((await app.request(path)).status).toBeLessThan(500);
  },
);
