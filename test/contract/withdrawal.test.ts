import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personEdits } from '../../src/cli/edit/person-edits.ts';
import { openExportedMeetings } from '../../src/jobs/exported-meetings.ts';
import { previewDecision } from '../../src/jobs/fuse.ts';
import { processPending } from '../../src/jobs/process.ts';
import { exportFormats } from '../../src/schemas/export-formats.ts';
import { renderExportRows } from '../../src/schemas/export-rows.ts';
import { renderMeeting } from '../../src/schemas/meeting.ts';
import { openSqliteStore } from '../../src/store/open-store.ts';
import { publicView } from '../../src/store/public-view.ts';
import type { Store } from '../../src/store/store.ts';
import { openApiDocument } from '../../src/web/api/api.ts';
import { createApp } from '../../src/web/app.tsx';

// A person whom an editor withdrew is named on no surface: pages, their data, lists, exports, search. The office stays.

const texts = [
  `Spain and Morocco hold talks in Rabat

Herald of Alder, 19 January 2024

The Spanish Minister of the Interior, Petra Quillan, held talks on Friday 19 January 2024 in Rabat with her Moroccan counterpart, Karim Sadaoui.
"We agreed to share records of the border," Quillan said after the meeting. The two ministers agreed to set up a joint working group on migration.`,
  `Petra Quillan reçue à Rabat

La Gazette des Aulnes, 20 janvier 2024

La ministre espagnole de l'Intérieur, Petra Quillan, s'est entretenue vendredi 19 janvier 2024 à Rabat avec son homologue marocain, Karim Sadaoui.
Mme Quillan a salué la coopération entre les deux pays. Les deux ministres ont convenu de créer un groupe de travail sur la migration.`,
  `بيترا كويلان في الرباط

صحيفة الصفصاف، 20 يناير 2024

أجرت وزيرة الداخلية الإسبانية بيترا كويلان يوم الجمعة 19 يناير 2024 بالرباط مباحثات مع نظيرها المغربي كريم سعداوي.`,
];
const theName = /Quillan|QUILLAN|quillan|كويلان/;

let store: Store;
let app: ReturnType<typeof createApp>;
let slug: string;
let personId: string;

beforeAll(async () => {
  store = await openSqliteStore(':memory:');
  for (const [index, text] of texts.entries()) {
    await store.pages.put({
      bytes: new TextEncoder().encode(text),
      format: 'text',
      url: `https://paper${index}.example/2024/petra-quillan-in-rabat`,
      origin: 'collect',
      savedAt: '2024-01-21T00:00:00Z',
    });
  }
  await processPending(store);
  app = createApp({
    store,
    settings: { publishLocalInFull: true },
    now: () => new Date('2024-02-01T08:00:00Z'),
    log: { error: (event, detail) => expect.fail(`${event} ${JSON.stringify(detail)}`) },
  });
  const person = (await store.record.listPeople({ name: 'quillan' })).items[0];
  slug = person?.slug ?? '';
  personId = person?.id ?? '';
});
afterAll(() => store.close());

async function decide(kind: 'withdraw' | 'restore', id: string): Promise<string> {
  const { action, inverse } =
    (await personEdits[kind]?.make(store, [id], { reason: 'asked for', by: undefined })) ?? {};
  if (action === undefined || inverse === undefined) throw new Error('no such edit');
  const at = '2024-02-01T08:00:00Z';
  expect((await previewDecision(store, action, at)).problem).toBeUndefined();
  const decision = await store.decisions.add({ action, inverse, actor: 'nadia', reason: 'asked for', at });
  await processPending(store, { alwaysFuse: true, decisionId: decision.id });
  return decision.id;
}

/** Every address of the site that shows something of the archive, as a page and as data. */
async function addresses(): Promise<string[]> {
  const meetings = (await store.record.listMeetings({ limit: 100, includeBackground: true })).items;
  const stories = (await store.articles.listStories()).items;
  const outlets = await store.outlets.list();
  const searches = ['rabat', 'migration', 'country:ES', 'karim sadaoui', 'from:2024 lang:ar'].map(encodeURIComponent);
  const plain = ['/', '/people', '/record', '/dossiers', '/outlets', ...searches.map((q) => `/search?q=${q}`)];
  const withData = [
    ...(await store.articles.ids()).map((id) => `/articles/${id}`),
    ...meetings.map(({ slug: of }) => `/meetings/${of}`),
    ...stories.map(({ storyId }) => `/stories/${storyId}`),
    '/dossiers/ES-MA',
    '/countries/ES',
    '/countries/MA',
    ...outlets.map(({ slug: of }) => `/outlets/${of}`),
    ...(await store.record.listPeople({ limit: 100 })).items.map(({ slug: of }) => `/people/${of}`),
  ];
  const exported = exportFormats
    .map(({ ending }) => ending)
    .flatMap((ending) =>
      ['/dossiers/ES-MA', ...meetings.map(({ slug: of }) => `/meetings/${of}`)].map((path) => `${path}.${ending}`),
    );
  const lists = Object.keys(openApiDocument().paths)
    .filter((path) => !path.includes('{'))
    .map((path) => (path.endsWith('/search') ? `${path}?q=rabat` : path));
  const api = [
    ...lists,
    ...withData.map((path) => `/api/v1${path}`),
    ...meetings.map(({ id }) => `/api/v1/meetings/${id}/claims`),
  ];
  return [
    ...plain,
    '/record.json',
    ...searches.map((q) => `/search.json?q=${q}`),
    ...exported,
    ...withData.flatMap((path) => [path, `${path}.json`]),
  ]
    .flatMap((path) => [path, `${path}${path.includes('?') ? '&' : '?'}lang=ar`])
    .concat(api);
}

async function surfaces(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const path of await addresses()) {
    const response = await app.request(path);
    if (response.status === 404 && path.includes('.json')) continue;
    expect([path, response.status]).toEqual([path, 200]);
    found.set(path, await response.text());
  }
  const seen = publicView(store);
  const exportedOf = openExportedMeetings(seen);
  const lines: unknown[] = [];
  for await (const meeting of seen.record.eachMeeting()) {
    lines.push(renderMeeting(meeting, (await exportedOf(meeting)).quoteOf), renderExportRows(meeting));
  }
  for await (const record of seen.record.eachRecord()) lines.push(record);
  for await (const article of seen.articles.each()) lines.push(article);
  for await (const person of seen.record.eachPerson()) lines.push(person);
  for (const id of await store.articles.ids()) lines.push(await seen.record.listClaims({ articleId: id }));
  found.set('export', JSON.stringify(lines));
  return found;
}

async function told(): Promise<string[]> {
  return [...(await surfaces())].filter(([, text]) => theName.test(text)).map(([path]) => path);
}

describe('a person who is withdrawn', () => {
  test('is first told on every kind of page', async () => {
    expect(slug).toBe('petra-quillan');
    const paths = (await told()).join(' ');
    for (const kind of [
      '/articles/',
      '/meetings/',
      '/stories/',
      '/dossiers/',
      '/people',
      '/search',
      'export',
      '/api/v1/',
    ]) {
      expect(paths).toContain(kind);
    }
  });

  test('is then told nowhere, and the office stands for the name', async () => {
    await decide('withdraw', slug);
    expect(await told()).toEqual([]);
    for (const path of [`/people/${slug}`, `/people/${personId}`, `/people/${slug}.json`]) {
      expect((await app.request(path)).status).toBe(404);
    }
    const meeting = (await store.record.listMeetings({ pair: ['ES', 'MA'] })).items[0];
    expect(meeting?.sides.find(({ country }) => country === 'ES')?.participants).toMatchObject([
      { roleCode: 'minister:interior' },
    ]);
    const page = await (await app.request(`/meetings/${meeting?.slug}?lang=en`)).text();
    expect(page).toMatch(/interior minister|minister of the interior/i);
    expect(page).toContain('Karim Sadaoui');
    for (const query of [
      'quillan',
      '"Petra Quillan"',
      'كويلان',
      'person:quillan',
      `person:${slug}`,
      `person:${personId}`,
    ]) {
      const result = (await (await app.request(`/search.json?q=${encodeURIComponent(query)}`)).json()) as {
        total: number;
        people: unknown[];
        spellings: unknown[];
      };
      expect([query, result.total, result.people, result.spellings]).toEqual([query, 0, [], []]);
    }
  });

  test('stays withdrawn when a page arrives that names her again', async () => {
    await store.pages.put({
      bytes: new TextEncoder().encode((texts[0] ?? '').replace('Herald of Alder', 'Courier of Elder')),
      format: 'text',
      url: 'https://paper9.example/talks',
      origin: 'collect',
      savedAt: '2024-01-22T00:00:00Z',
    });
    await processPending(store);
    expect(await told()).toEqual([]);
  });

  test('is back at the same address when restored, and the log has both', async () => {
    await decide('restore', personId);
    expect((await app.request(`/people/${slug}`)).status).toBe(200);
    expect((await store.record.getPerson(slug))?.id).toBe(personId);
    expect((await told()).length).toBeGreaterThan(10);
    expect((await store.decisions.list({ personId })).map(({ action }) => action.kind)).toEqual([
      'person-withdraw',
      'person-restore',
    ]);
  });
});
