import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteOf } from '../../test/helpers/web-site.ts';
import type { ExportWriter } from '../core/export/export-writer.ts';
import { openPairDays } from '../core/export/pair-days-csv.ts';
import { openPlover } from '../core/export/plover.ts';
import type { Meeting } from '../core/model/record.ts';
import { meetingsOf, openExportedMeetings } from '../jobs/exported-meetings.ts';
import { processPending } from '../jobs/process.ts';
import { renderExportRows } from '../schemas/export-rows.ts';
import { openSqliteStore } from '../store/open-store.ts';
import type { MeetingQuery, Store } from '../store/store.ts';
import { meetingPath } from './views/meeting-list.tsx';

const four = `Four ministers meet in Rabat

Herald of Alder, 19 January 2024

The interior ministers of Spain, France, Portugal and Morocco, Petra Quillan, Odile Marchenoir, Rui Costanza and Karim Sadaoui, met on 19 January 2024 in Rabat. They discussed migration and signed a joint statement on ports.`;
/** Another report of the same talks, which leaves one side out. */
const three = `Talks in Rabat

Courier of Elm, 20 January 2024

The interior ministers of Spain, France and Morocco, Petra Quillan, Odile Marchenoir and Karim Sadaoui, met on 19 January 2024 in Rabat. They discussed migration for two hours.`;
const two = `Talks in Madrid

Post of Oak, 2 March 2024

The Spanish Minister of the Interior, Petra Quillan, held talks on 2 March 2024 in Madrid with the Moroccan Minister of the Interior, Karim Sadaoui. They discussed migration.`;

let store: Store;
let site: ReturnType<typeof siteOf>;
let large: Meeting;
beforeAll(async () => {
  store = await openSqliteStore(':memory:');
  for (const [index, text] of [four, three, two].entries()) {
    await store.pages.put({
      bytes: new TextEncoder().encode(text),
      format: 'text',
      url: `https://paper${index}.example/1`,
      origin: 'collect',
      savedAt: '2024-04-01T00:00:00Z',
    });
  }
  await processPending(store);
  site = siteOf({ store, articleIds: [], meetingId: '', close: () => store.close() });
  const { items } = await store.record.listMeetings({ from: '2024-01-19', to: '2024-01-19' });
  const [first] = items;
  if (first === undefined || items.length !== 1) throw new Error('not one meeting');
  large = first;
});
afterAll(() => store.close());

const pairs = ['ES-FR', 'ES-MA', 'ES-PT', 'FR-MA', 'FR-PT', 'MA-PT'];
const listed = async (pair: string): Promise<string[]> => {
  const [a = '', b = ''] = pair.split('-');
  return (await store.record.listMeetings({ pair: [a, b] })).items.map(({ id }) => id);
};
const html = async (path: string, language = 'en'): Promise<string> => {
  const response = await site.request(path, { headers: { 'accept-language': language } });
  expect(response.status).toBe(200);
  return response.text();
};
const count = (text: string, part: string): number => text.split(part).length - 1;
async function exported(writer: ExportWriter, query: MeetingQuery = {}): Promise<string> {
  const exportOf = openExportedMeetings(store);
  let text = writer.begin();
  for await (const meeting of meetingsOf(store, { order: 'oldest', ...query }))
    text += writer.add(await exportOf(meeting)) ?? '';
  return text + writer.end();
}

describe('a meeting of four sides', () => {
  test('is one meeting, with the report that leaves a side out', () => {
    expect(large.sides.map(({ country }) => country)).toEqual(['ES', 'FR', 'MA', 'PT']);
    expect(large.reports).toHaveLength(2);
  });

  test.each(pairs)('stands in the dossier of %s, once', async (pair) => {
    expect((await listed(pair)).filter((id) => id === large.id)).toEqual([large.id]);
    const page = await html(`/dossiers/${pair}`);
    const address = `href="${meetingPath(large)}"`;
    // Once in the drawing and once in the table behind it.
    const [drawing = ''] = /<svg class="timeline"[\s\S]*?<\/svg>/.exec(page) ?? [];
    const [table = ''] = /<table class="meetings"[\s\S]*?<\/table>/.exec(page) ?? [];
    expect([count(drawing, address), count(table, address)]).toEqual([1, 1]);
    const json = JSON.parse(await html(`/dossiers/${pair}.json`)) as { meetings: { id: string }[] };
    expect(json.meetings.filter(({ id }) => id === large.id)).toHaveLength(1);
  });

  test('counts once for each of its pairs', async () => {
    const counted = (await store.record.listPairs()).map(({ pair, meetings, articles }) => [
      pair.join('-'),
      meetings,
      articles,
    ]);
    expect(counted).toEqual([
      ['ES-MA', 2, 3],
      ['ES-FR', 1, 2],
      ['ES-PT', 1, 2],
      ['FR-MA', 1, 2],
      ['FR-PT', 1, 2],
      ['MA-PT', 1, 2],
    ]);
    expect((await store.counts()).meetings).toBe(2);
  });

  test('is one row of the table and one row of the day for each pair', async () => {
    const rows = renderExportRows(large).map(({ country1, country2 }) => `${country1}-${country2}`);
    expect(rows).toEqual(pairs);
    const days = (await exported(openPairDays())).trim().split(/\r?\n/).slice(1);
    expect(days.map((line) => line.split(',').slice(0, 5).join(' '))).toEqual([
      ...pairs.map((pair) => `${pair.replace('-', ' ')} 2024-01-19 2024-01-19 1`),
      'ES MA 2024-03-02 2024-03-02 1',
    ]);
    const own = (await exported(openPairDays({ pair: ['PT', 'FR'] }), { pair: ['PT', 'FR'] }))
      .trim()
      .split(/\r?\n/)
      .slice(1);
    expect(own).toHaveLength(1);
  });

  test('is one event of its kind for each pair, and says that it had more sides', async () => {
    const events = (await exported(openPlover()))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; event: string; mode?: string; meeting: string });
    const own = events.filter(({ meeting, event }) => meeting.includes(large.id) && event === 'CONSULT');
    expect(own).toHaveLength(pairs.length);
    expect(new Set(own.map(({ id }) => id)).size).toBe(pairs.length);
    expect(own.every(({ mode }) => mode === 'multilateral')).toBe(true);
  });

  test.each([
    ['en', 'In the dossiers'],
    ['fr', 'Dans les dossiers'],
    ['es', 'En los dosieres'],
    ['ar', 'في الملفات'],
  ])('leads to each of its dossiers in %s', async (language, words) => {
    const page = await html(`/meetings/${large.slug}`, language);
    const [nav = ''] = /<nav class="dossiers-of"[\s\S]*?<\/nav>/.exec(page) ?? [];
    expect(nav).toContain(words);
    expect([...nav.matchAll(/href="\/dossiers\/([A-Z-]+)"/g)].map(([, pair]) => pair)).toEqual(pairs);
  });

  test('a meeting of two has its one dossier in the heading', async () => {
    const [small] = (await store.record.listMeetings({ from: '2024-03-02' })).items;
    expect(await html(`/meetings/${small?.slug}`)).not.toContain('dossiers-of');
  });
});

describe('an organisation as a side', () => {
  test('stands beside the countries in dossiers, names and exports, and leaves with an undo', async () => {
    const correct = { kind: 'correct', meetingId: large.id, field: 'side:EU', value: true, was: null } as const;
    const at = '2024-05-01T00:00:00Z';
    const { id } = await store.decisions.add({
      action: correct,
      inverse: correct,
      actor: 'nadia',
      reason: 'hosted',
      at,
    });
    await processPending(store, { alwaysFuse: true, decisionId: id });
    expect(await listed('EU-MA')).toEqual([large.id]);
    for (const [language, name] of [
      ['en', 'European Union'],
      ['fr', 'Union européenne'],
      ['es', 'Unión Europea'],
      ['ar', 'الاتحاد الأوروبي'],
    ] as const) {
      expect(await html('/dossiers/EU-MA', language)).toContain(name);
    }
    const events = (await exported(openPlover(), { pair: ['EU', 'MA'] })).split('\n');
    const european = events.find((line) => line.includes('EU-MAR'));
    expect(european).toContain('"actorText":"European Union","code":"EU","sector":"IGO"');
    expect(await html(`/meetings/${large.id}.jsonld`)).not.toContain('Government of European Union');

    const undo = { kind: 'undo', decisionId: id } as const;
    const undone = await store.decisions.add({ action: undo, inverse: correct, actor: 'nadia', reason: 'mistake', at });
    await processPending(store, { alwaysFuse: true, decisionId: undone.id });
    expect(await listed('EU-MA')).toEqual([]);
    expect((await site.request('/dossiers/EU-MA')).status).toBe(404);
  });
});
