import { afterEach, describe, expect, test } from 'vitest';
import { openWebArchive, outletOf, type WebArchive } from '../../test/helpers/web-archive.ts';
import type { ShelvedImage } from '../collect/image-shelf.ts';
import type { Publish } from '../store/store.ts';
import { createApp } from './app.tsx';

const images = [
  { url: 'https://o.example/one.jpg', alt: 'A harbour', width: 640, height: 480 },
  { url: 'https://o.example/two.jpg', caption: 'The "hall" <b>' },
] as const;

let archive: WebArchive;
afterEach(() => archive.close());

async function openSite(publish: Publish, more: { fails?: boolean; off?: boolean } = {}) {
  archive = await openWebArchive([outletOf('o', publish)], [{ title: 'Talks in Rabat', outlet: 'o', images }]);
  const asked: string[] = [];
  const shelf = {
    get: async (address: string): Promise<ShelvedImage | undefined> => {
      asked.push(address);
      return more.fails === true ? undefined : { type: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]) };
    },
  };
  const app = createApp({
    store: archive.store,
    settings: { publishLocalInFull: false },
    now: () => new Date('2024-02-03T09:00:00Z'),
    log: { error: () => {} },
    ...(more.off === true ? {} : { images: { shelf, secret: 'secret' } }),
  });
  const page = await (await app.request(`/articles/${archive.articleIds[0]}`)).text();
  const paths = [...page.matchAll(/<img src="(\/images\/[^"]+)"/g)].map(([, path = '']) => path);
  return { app, page, paths, asked };
}

test.each([
  ['full', 2],
  ['excerpt', 1],
  ['facts', 0],
] as const)('with the publish setting %s there are %i', async (publish, count) => {
  const { paths, page } = await openSite(publish);
  expect(paths).toHaveLength(count);
  // Captions and links stay, whatever is shown.
  expect(page.match(/href="https:\/\/o\.example\/(?:one|two)\.jpg"/g)).toHaveLength(2);
});

test('a site that fetches no pictures links them', async () => {
  const { paths, app } = await openSite('full', { off: true });
  expect(paths).toEqual([]);
  expect((await app.request(`/images/x/${archive.articleIds[0]}/0`)).status).toBe(404);
});

describe('the address of a picture', () => {
  test('gives it, with its own type and nothing that runs', async () => {
    const { app, paths, asked, page } = await openSite('full');
    const response = await app.request(paths[0] ?? '');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(asked).toEqual(['https://o.example/one.jpg']);
    expect(page).toContain('width="640" height="480" loading="lazy"');
  });

  test('asks for nothing that was not signed', async () => {
    const { app, paths, asked } = await openSite('full');
    const [, , signature = '', id = ''] = (paths[0] ?? '').split('/');
    for (const path of [
      `/images/${signature}x/${id}/0`,
      `/images/${signature.slice(1)}/${id}/0`,
      // The signature of one picture is none for another.
      `/images/${signature}/${id}/1`,
      `/images/${signature}/${id}/9`,
      `/images/${signature}/${id}/-1`,
      `/images/${signature}/nobody/0`,
      `/images/${signature}/${'x'.repeat(10_000)}/0`,
    ]) {
      expect([path, (await app.request(path)).status]).toEqual([path, 404]);
    }
    expect(asked).toEqual([]);
  });

  test('ends with the article', async () => {
    const { app, paths } = await openSite('full');
    await archive.store.articles.remove(archive.articleIds[0] ?? '');
    expect((await app.request(paths[0] ?? '')).status).toBe(404);
  });

  test('is not found when the picture cannot be had', async () => {
    const { app, paths } = await openSite('full', { fails: true });
    expect((await app.request(paths[0] ?? '')).status).toBe(404);
  });
});
