import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWebArchive, outletOf, type WebArchive } from '../../test/helpers/web-archive.ts';
import { siteOf } from '../../test/helpers/web-site.ts';
import { versionsSchema } from '../schemas/versions.ts';
import { storeInvented } from '../testing/invented.ts';

let archive: WebArchive;
let id: string;
const get = async (path: string) => siteOf(archive).request(path);

beforeAll(async () => {
  archive = await openWebArchive([outletOf('open', 'full'), outletOf('shy', 'facts')], []);
  const { store } = archive;
  const form = { url: 'https://open.example/a', outlet: 'open', language: 'ar', published: '2024-01-20' };
  const save = (day: number, title: string, ...paragraphs: string[]) =>
    storeInvented(store, { ...form, title, paragraphs, savedAt: `2024-01-2${day}T08:00:00Z` });
  const one = 'اجتمع رئيسا المرفأين في دار الجمارك القديمة صباح الاثنين.';
  await save(1, 'لقاء في المرفأ', one, 'اتفقا على تقاسم محطة الإرشاد حتى نهاية العام.');
  await save(2, 'لقاء في المرفأ', one, 'اتفقا على تقاسم محطة الإرشاد حتى الصيف المقبل.');
  ({ articleId: id } = await save(3, 'اتفاق في المرفأ', one, 'اتفقا على تقاسم محطة الإرشاد حتى الصيف المقبل.'));
  for (const until of ['lundi', 'mardi']) {
    const text = `La station reste ouverte jusqu’à ${until}.`;
    await storeInvented(store, { title: 'Station', name: 's', outlet: 'shy', paragraphs: [text] });
  }
});
afterAll(() => archive.close());

test('the article says how many versions there are; the page shows what changed, in the direction of the text', async () => {
  expect(await (await get(`/articles/${id}?lang=en`)).text()).toContain(
    `href="/articles/${id}/versions">3 versions</a>`,
  );
  const page = await (await get(`/articles/${id}/versions?from=1&to=2&lang=en`)).text();
  expect(page).toContain('From version 1 to version 2');
  expect(page).toContain('The headline was changed.');
  expect(page).toContain('class="prose diff" lang="ar" dir="rtl"');
  expect(page).toMatch(/<del>نهاية العام<\/del> <ins>الصيف المقبل<\/ins>/);
});

test('has the same as data, and two versions by default', async () => {
  const data = versionsSchema.parse(await (await get(`/articles/${id}/versions.json`)).json());
  expect(data.versions.map(({ titleChanged }) => titleChanged)).toEqual([false, false, true]);
  expect(data.difference).toMatchObject({ before: 2, after: 3 });
});

test('an outlet that allows facts only shows no words of any version', async () => {
  const shy = (await archive.store.articles.list({ outlet: 'shy' })).items[0]?.id ?? '';
  for (const path of [`/articles/${shy}/versions`, `/articles/${shy}/versions.json`]) {
    const text = await (await get(path)).text();
    expect(text).not.toContain('lundi');
    expect(text).not.toContain('mardi');
  }
});

test('changes are listed at their outlet, and are a feed', async () => {
  expect(await (await get('/outlets/open?lang=en')).text()).toContain('Changed after publication');
  const feed = (await (await get('/outlets/open/changes.json?lang=en')).json()) as { items: { url: string }[] };
  expect(feed.items.map(({ url }) => url)).toEqual([`http://localhost/articles/${id}/versions`]);
  const atom = parseAtomFeed(await (await get('/outlets/open/changes.atom')).text());
  expect(atom.entries?.map(({ updated }) => new Date(updated ?? '').toISOString())).toEqual([
    '2024-01-23T08:00:00.000Z',
  ]);
  expect((await get('/outlets/none/changes.atom')).status).toBe(404);
});
