import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWebArchive, outletOf, type WebArchive } from '../../test/helpers/web-archive.ts';
import { createApp } from './app.tsx';

let archive: WebArchive;
let app: ReturnType<typeof createApp>;
const at = '2024-02-03T09:00:00.000Z';

beforeEach(async () => {
  archive = await openWebArchive(
    [outletOf('whole', 'full')],
    [
      {
        title: 'Deux ministres à Rabat',
        paragraphs: ['La ministre Ada Lumen a reçu vendredi à Rabat son homologue.'],
        outlet: 'whole',
        url: 'https://whole.example/1',
        facts: [
          { words: 'Ada Lumen', field: 'person' },
          { words: 'a reçu', field: 'trigger' },
        ],
      },
    ],
  );
  app = createApp({
    store: archive.store,
    settings: { publishLocalInFull: true },
    now: () => new Date(at),
    log: { error: (event, detail) => expect.fail(`${event} ${JSON.stringify(detail)}`) },
  });
});
afterEach(() => archive.close());

const own = { host: 'site.example', origin: 'http://site.example', 'sec-fetch-site': 'same-origin' };
const send = (fields: Record<string, string>, headers: Record<string, string> = own) =>
  app.request('/reports', {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en', ...headers },
  });
const kept = () => archive.store.reports.list();

describe('reporting an error', () => {
  test.each(['/meetings/meeting-1-slug', '/people/ada-lumen'])('%s leads to the form', async (path) => {
    const page = await (await app.request(path)).text();
    const link = /href="(\/reports\/new\?[^"]+)"/.exec(page)?.[1] ?? '';
    const form = await app.request(link.replaceAll('&amp;', '&'));
    expect(form.status).toBe(200);
    const text = await form.text();
    expect(text).toContain('method="post" action="/reports"');
    expect(text).toContain('name="robots" content="noindex"');
  });

  test('what is sent is kept for the editors, and nothing else of the reader', async () => {
    const response = await send({ meeting: 'meeting-1', message: ' The day\r\nis wrong. ', contact: 'me' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/reports/thanks?meeting=meeting-1']);
    expect(await kept()).toEqual([
      {
        id: 'r1',
        subject: 'meeting',
        subjectId: 'meeting-1',
        message: 'The day\nis wrong.',
        contact: 'me',
        language: 'en',
        at,
      },
    ]);
    expect((await app.request('/reports/thanks?meeting=meeting-1')).status).toBe(200);
  });

  test.each<[string, Record<string, string>, Record<string, string>, number]>([
    ['nothing written', { person: 'p-ada-lumen', message: '  ' }, own, 400],
    ['too much written', { person: 'p-ada-lumen', message: 'x'.repeat(2001) }, own, 400],
    ['far too much sent', { person: 'p-ada-lumen', message: 'x'.repeat(40_000) }, own, 400],
    ['nobody of that id', { person: 'nobody', message: 'wrong name' }, own, 404],
    ['no subject', { message: 'wrong name' }, own, 404],
    ['another site', { person: 'p-ada-lumen', message: 'wrong name' }, { ...own, 'sec-fetch-site': 'cross-site' }, 403],
    [
      'another origin',
      { person: 'p-ada-lumen', message: 'wrong name' },
      { host: 'a.example', origin: 'https://b.example' },
      403,
    ],
    ['no browser', { person: 'p-ada-lumen', message: 'wrong name' }, { host: 'a.example' }, 403],
  ])('%s is refused', async (_, fields, headers, status) => {
    expect((await send(fields, headers)).status).toBe(status);
    expect(await kept()).toEqual([]);
  });

  test('what was written is there again after a refusal, as text', async () => {
    const page = await (await send({ meeting: 'meeting-1', message: '<b>', contact: '"me"' })).text();
    expect(page).toContain('&lt;b&gt;</textarea>');
    expect(page).toContain('value="&quot;me&quot;"');
    expect(page).toContain('role="alert"');
  });

  test('a reader who sends many waits an hour', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await send({ meeting: 'meeting-1', message: `error ${i}` })).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
    expect(await kept()).toHaveLength(5);
  });
});

describe('disputes, replies, corrections and the history are shown', () => {
  test('on the page of a meeting, in four languages', async () => {
    const found = await archive.store.record.getMeeting('meeting-1');
    if (found === undefined || 'movedTo' in found) throw new Error('no meeting');
    const decision = await archive.store.decisions.add({
      action: { kind: 'correct', meetingId: 'meeting-1', field: 'when', value: '2024-01-20' },
      inverse: { kind: 'undo', decisionId: '' },
      actor: 'nadia',
      reason: 'the ministry says so',
      at,
    });
    await archive.store.record.replaceFused(
      {
        meetings: [
          {
            ...found,
            when: { ...found.when, edtf: '2024-01-20', basis: 'editor' },
            fields: {
              ...found.fields,
              when: { certainty: 1, independentSources: 1, state: 'editor', claimIds: [], newReports: '2024-01-21' },
            },
            disputes: [{ field: 'where', reason: 'two towns are told', day: '2024-02-01', decisionId: 'd2' }],
            replies: [{ by: 'The ministry', text: 'It was Saturday.', day: '2024-02-01', decisionId: 'd3' }],
          },
        ],
        people: [],
      },
      { decisionId: decision.id },
    );
    for (const language of ['fr', 'en', 'es', 'ar']) {
      const page = await (
        await app.request('/meetings/meeting-1-slug', { headers: { 'accept-language': language } })
      ).text();
      for (const words of [
        'two towns are told',
        'It was Saturday.',
        'the ministry says so',
        'nadia',
        'class="new-reports"',
      ]) {
        expect([language, page.includes(words)]).toEqual([language, true]);
      }
      expect(page.replace(/<[^>]*>/g, ' ')).not.toMatch(/\b(?:history|editorial|report|decision|field)\.[a-z-]+\b/);
    }
  });

  test('on the page of a story, in four languages; what was undone is said to be', async () => {
    const [article = ''] = await archive.store.articles.ids();
    await archive.store.articles.setGroups([{ articleId: article, dispatchId: 'd1', storyId: 's1' }]);
    const made = { inverse: { kind: 'undo', decisionId: '' }, actor: 'nadia', at } as const;
    await archive.store.decisions.add({
      ...made,
      action: { kind: 'story-split', storyId: 's0', articles: [article], others: ['x'] },
      reason: 'another visit',
    });
    await archive.store.decisions.add({
      ...made,
      action: { kind: 'story-merge', storyId: 's7', articles: ['y'], intoId: 's8', others: ['z'] },
      reason: 'of other stories',
    });
    const pageIn = async (language: string) =>
      (await (await app.request('/stories/s1', { headers: { 'accept-language': language } })).text()).replace(
        /<[^>]*>/g,
        ' ',
      );
    for (const [language, words] of [
      ['fr', 'Articles séparés'],
      ['en', 'Articles split off'],
      ['es', 'Artículos separados'],
      ['ar', 'فُصلت مقالات'],
    ] as const) {
      const page = await pageIn(language);
      for (const one of [words, 'another visit', 'nadia']) expect([one, page.includes(one)]).toEqual([one, true]);
      expect(page).not.toContain('of other stories');
      expect(page).not.toMatch(/\b(?:history|decision)\.[a-z-]+\b/);
    }
    expect(await pageIn('en')).not.toContain('has since been undone');
    await archive.store.decisions.add({ ...made, action: { kind: 'undo', decisionId: 'd1' }, reason: 'mistake' });
    expect(await pageIn('en')).toContain('has since been undone');
  });

  test('on the page of a person: posts in words, spellings with reports', async () => {
    const person = await archive.store.record.getPerson('ada-lumen');
    if (person === undefined) throw new Error('no person');
    await archive.store.record.replaceFused({
      meetings: [],
      people: [
        {
          ...person,
          names: person.names.map((name) => ({ ...name, count: 3, evidence: [] })),
          offices: person.offices.map((office) => ({
            ...office,
            from: '[2023-11-01..2024-01-19]',
            until: '..',
          })),
        },
      ],
    });
    const page = await (await app.request('/people/ada-lumen', { headers: { 'accept-language': 'en' } })).text();
    expect(page).toContain('begun between 1 Nov 2023 and 19 Jan 2024, no end is reported');
    expect(page).toContain('3 reports');
    const found = await (await app.request('/people?q=LUMEN', { headers: { 'accept-language': 'en' } })).text();
    expect(found).toContain('/people/ada-lumen');
    expect(await (await app.request('/people?q=nobody')).text()).not.toContain('/people/ada-lumen');
  });
});
