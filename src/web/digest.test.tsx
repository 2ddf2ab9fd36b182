import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWebArchive, outletOf, type WebArchive } from '../../test/helpers/web-archive.ts';
import { faults, siteOf } from '../../test/helpers/web-site.ts';
import type { Meeting } from '../core/model/record.ts';

const met = 'La ministre Ada Lumen a reçu vendredi à Rabat son homologue.';
const formula = 'Elles ont salué les excellentes relations de confiance entre les deux ports.';
const lighthouse = 'Un phare sera construit sur la pointe nord avant la fin du printemps.';
const agreed = 'Elles ont convenu de partager les relevés des digues.';
const secret = 'Une phrase que le titre garde pour ses propres lecteurs raconte la suite du voyage.';
const facts = [
  { words: 'Ada Lumen', field: 'person' },
  { words: 'a reçu', field: 'trigger' },
  { words: 'Rabat', field: 'where' },
] as const;
const report = (outlet: string, published: string, paragraphs: readonly string[]) => ({
  title: `Digues, ${published}`,
  url: `https://${outlet}.example/${published}`,
  outlet,
  published,
  origin: 'collect' as const,
  paragraphs,
  facts,
});

let archive: WebArchive;
beforeAll(async () => {
  archive = await openWebArchive(
    [outletOf('whole', 'full'), outletOf('silent', 'facts')],
    [
      report('whole', '2023-12-06', [met, formula, 'Le fonds des digues compte 12 bateaux de surveillance.']),
      report('whole', '2024-01-19', [met, formula, agreed, lighthouse]),
      report('silent', '2024-01-20', [met, secret]),
    ],
  );
  const [first = '', second = '', third = ''] = archive.articleIds;
  await archive.store.articles.setGroups([
    { articleId: first, dispatchId: 'd1', storyId: 's1' },
    { articleId: second, dispatchId: 'd2', storyId: 's2' },
    { articleId: third, dispatchId: 'd3', storyId: 's2' },
  ]);
  await split(archive, first, second);
});

/** Two meetings in the place of the one that the helper makes: that of the first article, and that of the others. */
async function split({ store }: WebArchive, first: string, second: string): Promise<void> {
  const meeting = (await store.record.listMeetings({})).items[0];
  const article = (await store.articles.get(second))?.article;
  const person = await store.record.getPerson('ada-lumen');
  if (meeting === undefined || article === undefined || person === undefined) throw new Error('nothing to split');
  const only = (keep: (articleId: string) => boolean): Pick<Meeting, 'reports' | 'evidence'> => ({
    reports: meeting.reports.filter(({ articleId }) => keep(articleId)),
    evidence: Object.fromEntries(
      Object.entries(meeting.evidence).map(([field, list]) => [field, list.filter((one) => keep(one.articleId))]),
    ),
  });
  const start = article.text.indexOf('partager les relevés des digues');
  const evidence = { articleId: second, textVersion: article.textVersion, start, end: start + 31 };
  await store.record.replaceFused({
    people: [person],
    meetings: [
      {
        ...meeting,
        id: 'm0',
        slug: 'm0',
        when: { ...meeting.when, edtf: '2023-12-05' },
        ...only((id) => id === first),
      },
      {
        ...meeting,
        ...only((id) => id !== first),
        outcomes: [
          { kind: 'agreed', text: 'partager les relevés des digues', strength: 'commitment', evidence: [evidence] },
        ],
      },
    ],
  });
}
afterAll(() => archive.close());

const get = async (path: string, language = 'en') => {
  const response = await siteOf(archive).request(path, { headers: { 'accept-language': language } });
  return { status: response.status, body: await response.text() };
};
// Spaces around the dash are a matter of the ICU release.
const words = (body: string) =>
  body
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s*–\s*/g, '–');

describe('the digest of a week', () => {
  test('has what was reported for the first time, what was promised, and the new sentences alone', async () => {
    const { status, body } = await get('/dossiers/ES-MA/digest?week=2024-03');
    expect(status).toBe(200);
    expect(words(body)).toContain('15–21 January 2024');
    expect(words(body)).toContain('2 articles of this period');
    expect(words(body)).toContain(lighthouse);
    expect(words(body)).toContain('partager les relevés des digues');
    const sentences = body.slice(body.indexOf('sentences-title'), body.indexOf('</main>'));
    expect(sentences).not.toContain(formula);
    expect(body).not.toContain(secret);
  });

  test('is the latest one without a choice; the one before is the last that brought anything', async () => {
    const { body } = await get('/dossiers/ES-MA/digest');
    expect(words(body)).toContain('15–21 January 2024');
    expect(body).toMatch(/<a rel="prev" href="\/dossiers\/ES-MA\/digest\?week=2023-49"/);
    expect(body).not.toContain('rel="next"');
    expect((await get('/dossiers/ES-MA/digest?week=2023-49')).body).toMatch(/rel="next" href="[^"]*week=2023-50"/);
  });

  test('without anything says so, and leads on', async () => {
    const { status, body } = await get('/dossiers/ES-MA/digest?week=2023-51');
    expect(status).toBe(200);
    expect(body).toContain('In this week no article in the archive reports a meeting.');
    expect(body).toMatch(/rel="prev" href="[^"]*week=2023-49"/);
  });
});

test('a day of the whole record', async () => {
  const { body } = await get('/record/digest?day=2024-01-19');
  expect(words(body)).toContain('One article of this period');
  expect(words(body)).toContain(lighthouse);
  expect(body).toContain('href="/record/digest?week=2024-03"');
});

test.each([
  ['/dossiers/ES-MA/digest?week=2024-77', 400],
  ['/dossiers/ES-MA/digest?day=soon', 400],
  ['/dossiers/ES-PT/digest', 404],
  ['/dossiers/nowhere/digest', 404],
  ['/dossiers/ES-PT/digest.atom', 404],
])('%s answers %i', async (path, status) => {
  expect((await get(path)).status).toBe(status);
});

test('as a feed, one item a week', async () => {
  for (const path of ['/dossiers/ES-MA/digest', '/record/digest']) {
    const feed = JSON.parse((await get(`${path}.feed.json`)).body) as {
      items: { url: string; content_text: string }[];
    };
    expect(feed.items.map(({ url }) => url.replace(/^.*\/digest/, ''))).toEqual(['?week=2024-03', '?week=2023-49']);
    expect(feed.items[0]?.content_text).toContain(lighthouse);
    expect(JSON.stringify(feed)).not.toContain(secret);
    expect((await get(`${path}.atom`)).status).toBe(200);
  }
});

test('an archive without anything has a page that says so', async () => {
  const empty = await openWebArchive([], []);
  const response = await siteOf(empty).request('/record/digest');
  expect(response.status).toBe(200);
  await empty.close();
});

test('in four languages, without a key of a message', async () => {
  for (const language of ['fr', 'en', 'es', 'ar']) {
    const { body } = await get('/dossiers/ES-MA/digest', language);
    expect(words(body)).not.toMatch(/\b(digest|evidence)\.[a-z]/);
    const found = body.match(/\sid="[^"]*"/g) ?? [];
    expect(found).toHaveLength(new Set(found).size);
  }
  expect(faults).toEqual([]);
});
