import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCsv } from '../../test/helpers/csv.ts';
import { openWebArchive, outletOf, type WebArchive } from '../../test/helpers/web-archive.ts';
import { exportFormats } from '../schemas/export-formats.ts';
import { inventMeeting } from '../testing/invented.ts';
import { createApp } from './app.tsx';

const facts = [
  { words: 'Ada Lumen', field: 'person' },
  { words: 'a reçu', field: 'trigger' },
  { words: 'vendredi', field: 'when' },
  { words: 'Rabat', field: 'where' },
] as const;
const paragraphs = ['La ministre Ada Lumen a reçu vendredi à Rabat son homologue.', 'La mer était calme ce jour-là.'];
const told = { paragraphs, published: '2024-01-19', facts, origin: 'collect' } as const;

let archive: WebArchive;
let empty: WebArchive;
beforeAll(async () => {
  archive = await openWebArchive(
    [outletOf('quoted', 'excerpt'), outletOf('silent', 'facts')],
    [
      { ...told, title: 'Deux ministres à Rabat', url: 'https://quoted.example/1', outlet: 'quoted' },
      { ...told, title: 'Une rencontre', url: 'https://silent.example/1', outlet: 'silent' },
    ],
  );
  empty = await openWebArchive([], []);
  await empty.store.record.replaceFused({
    meetings: [inventMeeting({ id: 'undated', countries: ['ES', 'MA', 'PT'], articles: [] })],
    people: [],
  });
});
afterAll(() => Promise.all([archive.close(), empty.close()]));

const get = (path: string, { store }: WebArchive = archive) =>
  createApp({
    store,
    settings: { publishLocalInFull: false, baseUrl: 'https://press.example/' },
    now: () => new Date('2024-02-03T09:00:00Z'),
    log: { error: (event, detail) => expect.unreachable(`${event} ${JSON.stringify(detail)}`) },
  }).request(path);

describe('every format of a meeting and of a dossier', () => {
  test.each(
    exportFormats.flatMap((format) => [
      { path: `/meetings/meeting-1.${format.ending}`, format },
      { path: `/dossiers/ES-MA.${format.ending}`, format },
    ]),
  )('$path', async ({ path, format }) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(format.mediaType);
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="[\w.-]+"$/);
    const text = await response.text();
    expect(text.length).toBeGreaterThan(200);
    expect(text).not.toContain('La mer était calme');
  });

  test('quotes what the outlet allows, and names the place in the text of the other', async () => {
    const document = (await (await get('/meetings/meeting-1.jsonld')).json()) as Record<string, unknown>;
    expect(document).toMatchObject({ '@type': 'Event', '@id': 'https://press.example/meetings/meeting-1' });
    const text = JSON.stringify(document);
    expect(text.match(/"text":"vendredi"/g)).toHaveLength(1);
    expect(text).toContain('https://silent.example/1');
  });

  test('a calendar of a dossier', async () => {
    const calendar = new ICAL.Component(ICAL.parse(await (await get('/dossiers/ES-MA.ics')).text()));
    expect(calendar.getFirstPropertyValue('name')).toBe('ES-MA');
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
  });

  test('a table of a dossier has only its pair', async () => {
    const rows = parseCsv(await (await get('/dossiers/MA-PT.csv', empty)).text());
    expect(rows).toHaveLength(2);
    expect(rows[1]?.slice(1, 3)).toEqual(['MA', 'PT']);
  });

  test.each([
    ['/meetings/none.jsonld', 404],
    ['/meetings/undated.ics', 404],
    ['/meetings/undated.jsonld', 200],
    ['/dossiers/ES-FR.csv', 404],
    ['/dossiers/nonsense.ics', 404],
    ['/dossiers/ma-es.pair-days.csv', 301],
  ])('%s: %i', async (path, status) => {
    const response = await get(path, empty);
    expect(response.status).toBe(status);
    if (status === 301) expect(response.headers.get('location')).toBe('/dossiers/ES-MA.pair-days.csv');
    if (status === 404) expect(response.headers.get('content-type')).toContain('problem+json');
  });
});

describe('links', () => {
  test.each(['/meetings/meeting-1', '/dossiers/ES-MA'])('%s links to all of them', async (path) => {
    const page = await (await get(path)).text();
    for (const { ending, mediaType } of exportFormats) {
      const type = mediaType.split(';')[0];
      expect(page).toContain(`<link rel="alternate" type="${type}" href="${path}.${ending}"/>`);
      expect(page).toContain(`<a href="${path}.${ending}" type="${type}">`);
    }
  });

  test('a meeting without a known day has no calendar', async () => {
    const page = await (await get('/meetings/undated', empty)).text();
    expect(page).toContain('/meetings/undated.jsonld');
    expect(page).not.toContain('.ics');
  });
});
