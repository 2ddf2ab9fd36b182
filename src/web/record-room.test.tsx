import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { inventMeeting, inventPerson } from '../testing/invented.ts';
import { createApp } from './app.tsx';

let store: Store;
const nora = inventPerson('Nora Vale', 'MA');

beforeAll(async () => {
  store = await openSqliteStore(':memory:');
  const of = (more: Partial<Parameters<typeof inventMeeting>[0]> & { id: string }) =>
    inventMeeting({ countries: ['ES', 'MA'], articles: ['x'], ...more });
  await store.record.replaceFused({
    people: [nora],
    meetings: [
      of({
        id: 'm1',
        day: '2023-03-04',
        topic: 'migration',
        place: 'Rabat',
        person: nora.id,
        mechanism: 'Port Committee',
      }),
      of({ id: 'm2', day: '2024-03-04', topic: 'trade', place: 'Madrid', type: 'visit', outcome: 'commitment' }),
      of({ id: 'm3', countries: ['FR', 'MA'], day: '2024-05-06', topic: 'trade', mechanism: 'Port Committee' }),
    ],
  });
});
afterAll(() => store.close());

const app = (more = {}) =>
  createApp({
    store,
    settings: { publishLocalInFull: false, ...more },
    now: () => new Date('2024-06-01'),
    log: { error() {} },
  });
const get = async (path: string, more = {}) => app(more).request(path, { headers: { 'accept-language': 'en' } });
const html = async (path: string, more = {}) => (await get(path, more)).text();
const meetings = (page: string) => [
  ...new Set([...page.matchAll(/href="\/meetings\/(m\d)"/g)].map((match) => match[1])),
];

describe('the record', () => {
  test.each([
    ['/record', ['m3', 'm2', 'm1']],
    ['/record?place=rabat', ['m1']],
    [`/record?person=${nora.slug}`, ['m1']],
    ['/record?person=nobody-at-all', []],
    ['/record?type=visit&country=ES', ['m2']],
    ['/record?pair=MA-FR', ['m3']],
    ['/record?mechanism=es-ma-port-committee', ['m1']],
    ['/record?from=2024-01-01&to=2024-12-31', ['m3', 'm2']],
    ['/record?view=calendar&month=2024-03', ['m2']],
    ['/record?view=calendar', ['m3']],
  ])('%s', async (path, expected) => {
    expect(meetings(await html(path))).toEqual(expected);
  });

  test('counts its facets, links each value and takes one away again', async () => {
    const page = await html('/record?topic=trade');
    expect(page).toContain('href="/record?country=MA&amp;topic=trade"');
    expect(page).toMatch(/aria-current="true"[^>]*><bdi>trade/);
    expect(page).toContain('remove this filter');
    const map = await html('/record?view=map&country=ES');
    expect(map).toContain('href="/record?country=ES&amp;place=rabat"');
    expect(map).toContain('takes no side in questions of territory');
    expect(await html('/record?view=map', { mapBoundaries: true })).toContain('Natural Earth draws them');
  });

  test('leaves in other formats with the same filters, and refuses what it does not understand', async () => {
    expect((await (await get('/record.csv?place=madrid')).text()).trim().split('\n')).toHaveLength(2);
    expect((await (await get('/record.jsonl')).text()).trim().split('\n')).toHaveLength(3);
    expect(await (await get('/record.ics?country=FR')).text()).toContain('20240506');
    for (const path of ['/record.csv?status=plannd', '/record.json?place=%3Cb%3E']) {
      const refused = await get(path);
      expect([path, refused.status, refused.headers.get('content-type')?.split(';')[0]]).toEqual([
        path,
        400,
        'application/problem+json',
      ]);
    }
  });
});

describe('topics and standing bodies', () => {
  test('have rooms with their meetings, unknown ones are not found', async () => {
    expect(await html('/topics')).toContain('href="/topics/trade"');
    expect(meetings(await html('/topics/trade')).sort()).toEqual(['m2', 'm3']);
    expect(await html('/mechanisms')).toContain('href="/mechanisms/es-ma-port-committee"');
    expect(meetings(await html('/mechanisms/fr-ma-port-committee'))).toEqual(['m3']);
    expect((await get('/topics/gossip')).status).toBe(404);
    expect((await get('/mechanisms/none')).status).toBe(404);
  });
});
