import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWebArchive, outletOf, type WebArchive } from '../../test/helpers/web-archive.ts';
import { siteOf } from '../../test/helpers/web-site.ts';
import { coverageSchema } from '../schemas/coverage.ts';
import { inventSource, storeInvented } from '../testing/invented.ts';

let archive: WebArchive;
const get = async (path: string) => siteOf(archive).request(path);

/** The site's day is 3 February 2024. */
beforeAll(async () => {
  archive = await openWebArchive([outletOf('coast', 'excerpt'), outletOf('quiet', 'excerpt', { name: 'A & <B>' })], []);
  const { store } = archive;
  const visited = {
    addedAt: '2023-12-01T00:00:00Z',
    lastPoll: '2024-02-03T08:00:00Z',
    lastGood: '2024-02-03T08:00:00Z',
  };
  await store.collect.putSource(
    inventSource('coast', { ...visited, state: 'blocked', reason: 'outlet-blocks', lastGood: '2024-01-20T08:00:00Z' }),
  );
  await store.collect.putSource(inventSource('quiet', visited));
  for (let day = 1; day <= 29; day++) {
    const savedAt = `2024-01-${String(day).padStart(2, '0')}T08:00:00Z`;
    await storeInvented(store, { title: `Jour ${day}`, name: `q${day}`, outlet: 'quiet', savedAt });
  }
});
afterAll(() => archive.close());

test('the board says who blocks us and who is silent, in words', async () => {
  const page = await (await get('/outlets?lang=en')).text();
  expect(page).toContain('blocked by outlet');
  expect(page).toContain('The outlet refuses our visits.');
  expect(page).toContain('Last good visit: 20 January 2024.');
  expect(page).toContain('No article for 4 whole days, the last one on 29 January 2024.');
  expect(page).toContain('aria-label="The last 28 days: 23 articles came, 28 were expected"');
});

test('board and outlet have the same as data', async () => {
  const board = coverageSchema.parse(await (await get('/outlets.json?lang=en')).json());
  expect(board.outlets.map(({ name, state }) => [name, state])).toEqual([
    ['A & <B>', 'silent'],
    ['Gazette coast', 'blocked'],
  ]);
  expect(board.alerts).toMatchObject([
    { outletId: 'quiet', kind: 'silent', since: '2024-01-30' },
    { outletId: 'coast', kind: 'blocked', since: '2024-01-20' },
  ]);
  const one = coverageSchema.parse(await (await get('/outlets/quiet.json')).json());
  expect(one.outlets.map(({ id }) => id)).toEqual(['quiet']);
  expect(one.outlets[0]).toMatchObject({ silentDays: 4, missed: 4, longestPause: 0, lastArticle: '2024-01-29' });
});

test('the page of an outlet has the numbers behind its picture', async () => {
  const page = await (await get('/outlets/quiet?lang=en')).text();
  expect(page).toContain('The table behind the picture');
  expect(page.match(/<th scope="row"/g)).toHaveLength(28);
});

test('alerts are a feed that readers of feeds understand', async () => {
  const atom = await get('/outlets/alerts.atom?lang=en');
  expect(atom.headers.get('content-type')).toContain('application/atom+xml');
  const [entry] = parseAtomFeed(await atom.text()).entries ?? [];
  expect([entry?.title?.value, entry?.id]).toEqual(['A & <B>: silent', 'urn:rapporteur:alert:quiet:silent:2024-01-30']);
  const feed = (await (await get('/outlets/alerts.json')).json()) as { items: { id: string; url: string }[] };
  expect(feed.items.map(({ id }) => id)).toEqual([
    'urn:rapporteur:alert:quiet:silent:2024-01-30',
    'urn:rapporteur:alert:coast:blocked:2024-01-20',
  ]);
  expect(feed.items[0]?.url).toBe('http://localhost/outlets/quiet');
});
