import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDikesArchive } from '../../test/helpers/dikes-archive.ts';
import type { WebArchive } from '../../test/helpers/web-archive.ts';
import { siteOf } from '../../test/helpers/web-site.ts';

let archive: WebArchive;
beforeAll(async () => {
  archive = await openDikesArchive();
});
afterAll(() => archive.close());

const put = (at: number, storyId: string) =>
  archive.store.articles.setGroups([{ articleId: archive.articleIds[at] ?? '', dispatchId: `d${at}`, storyId }]);
const get = (path: string, language = 'en') =>
  siteOf(archive).request(path, { headers: { 'accept-language': language } });

describe('addresses of stories', () => {
  test('a story that went into another leads there, as a page and as JSON', async () => {
    for (const at of [0, 1]) await put(at, 'small');
    await put(2, 'large');
    for (const at of [0, 1]) await put(at, 'large');
    for (const [path, location] of [
      ['/stories/small', '/stories/large'],
      ['/stories/small.json', '/stories/large.json'],
    ] as const) {
      const response = await get(path);
      expect([response.status, response.headers.get('location')]).toEqual([301, location]);
    }
    expect((await get('/stories/large')).status).toBe(200);
    expect((await get('/stories/nothing')).status).toBe(404);
    expect((await get('/stories/nothing.json')).status).toBe(404);
  });

  test.each([
    ['en', 'Reports that stood here are now in:'],
    ['fr', 'Des articles qui figuraient ici'],
    ['es', 'Artículos que estaban aquí'],
    ['ar', 'مقالات كانت هنا'],
  ])('a story that was split says where the rest went, in %s', async (language, words) => {
    await put(1, 'large');
    expect(await (await get('/stories/large', language)).text()).not.toContain(words);
    await put(1, 'apart');
    const page = await (await get('/stories/large', language)).text();
    expect(page).toContain(words);
    expect(page).toContain('href="/stories/apart"');
    const json = (await (await get('/stories/large.json')).json()) as { movedElsewhere: unknown };
    expect(json.movedElsewhere).toEqual([{ storyId: 'apart', articleIds: [archive.articleIds[1]] }]);
    await put(1, 'large');
  });
});
