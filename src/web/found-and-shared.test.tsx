import { parseFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDikesArchive } from '../../test/helpers/dikes-archive.ts';
import type { WebArchive } from '../../test/helpers/web-archive.ts';
import { siteOf } from '../../test/helpers/web-site.ts';

let archive: WebArchive;
beforeAll(async () => {
  archive = await openDikesArchive();
});
afterAll(() => archive.close());

const baseUrl = 'https://press.example';
const get = (path: string) => siteOf(archive, { baseUrl }).request(path, { headers: { 'accept-language': 'en' } });
const text = async (path: string) => (await get(path)).text();

interface Read {
  readonly title: string;
  readonly url: string;
}

/** What a reader of feeds makes of it. */
function read(source: string): { readonly format: string; readonly items: readonly Read[] } {
  const parsed = parseFeed(source);
  if (parsed.format === 'atom') {
    return {
      format: 'atom',
      items: (parsed.feed.entries ?? []).map((entry) => ({
        title: entry.title?.value ?? '',
        url: entry.links?.[0]?.href ?? '',
      })),
    };
  }
  if (parsed.format === 'json') {
    return {
      format: 'json',
      items: (parsed.feed.items ?? []).map((item) => ({ title: item.title ?? '', url: item.url ?? '' })),
    };
  }
  if (parsed.format !== 'rss') throw new Error(parsed.format);
  return {
    format: 'rss',
    items: (parsed.feed.items ?? []).map((item) => ({ title: item.title ?? '', url: item.link ?? '' })),
  };
}

describe('feeds', () => {
  test.each([
    '/record',
    '/record?country=MA',
    '/dossiers/ES-MA',
    '/countries/MA',
    '/people/ada-lumen',
    '/topics/migration',
  ])('%s is a feed of meetings in three formats', async (address) => {
    const [path = '', query] = address.split('?');
    for (const [ending, format] of [
      ['rss', 'rss'],
      ['atom', 'atom'],
      ['feed.json', 'json'],
    ] as const) {
      const found = read(await text(`${path}.${ending}${query === undefined ? '' : `?${query}`}`));
      expect(found.format).toBe(format);
      expect(found.items.length).toBeGreaterThan(0);
      for (const item of found.items) {
        expect(item.url).toMatch(/^https:\/\/press\.example\/meetings\//);
        expect(item.title).not.toBe('');
      }
    }
  });

  test.each(['/feed', '/outlets/quoted', '/stories/s1', '/search?q=digues'])(
    '%s is a feed of articles',
    async (address) => {
      const [path = '', query] = address.split('?');
      const { items } = read(await text(`${path}.rss${query === undefined ? '' : `?${query}`}`));
      expect(items.length).toBeGreaterThan(0);
      for (const item of items) expect(item.url).toMatch(/^https:\/\/press\.example\/articles\//);
    },
  );

  test('are named by their pages and not found where there is no list', async () => {
    expect(await text('/dossiers/ES-MA')).toContain(
      '<link rel="alternate" type="application/atom+xml" href="/dossiers/ES-MA.atom" title="Atom"/>',
    );
    expect((await get('/feed.json')).headers.get('content-type')).toContain('application/feed+json');
    for (const path of [
      '/dossiers/XX-YY.rss',
      '/topics/none.atom',
      '/people/nobody.rss',
      '/search.rss',
      '/stories/no.rss',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });
});

describe('what search engines and reference managers find', () => {
  test('a sitemap of rooms and meetings, none of the texts of others', async () => {
    const index = await text('/sitemap.xml');
    const parts = [...index.matchAll(/<loc>https:\/\/press\.example(\/sitemaps\/[^<]+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(parts).toEqual(['/sitemaps/rooms.xml', '/sitemaps/meetings-1.xml']);
    const all = (await Promise.all(parts.map(text))).join('');
    expect(all).toContain('<loc>https://press.example/dossiers/ES-MA</loc>');
    expect(all).toContain(`<loc>https://press.example/meetings/${archive.meetingId}</loc>`);
    expect(all).not.toContain('/articles/');
    expect((await get('/sitemaps/meetings-9.xml')).status).toBe(404);
    expect(await text('/robots.txt')).toContain('Sitemap: https://press.example/sitemap.xml');
  });

  test('a meeting in the terms of schema.org, as data that nothing can run', async () => {
    const page = await text(`/meetings/${archive.meetingId}`);
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.stringify(JSON.parse(data))).toContain('schema.org');
    expect(data).not.toContain('<');
    expect(page).toContain('<meta property="og:title"');
    expect(page).toContain(`<meta property="og:url" content="https://press.example/meetings/${archive.meetingId}"`);
  });

  test('an article can be cited, with the copy and its hash', async () => {
    const id = archive.articleIds[0] ?? '';
    const page = await text(`/articles/${id}`);
    const hash = /<bdi dir="ltr">SHA-256 ([0-9a-f]{64})/.exec(page)?.[1] ?? '';
    expect(hash).toHaveLength(64);
    // One citation a style, each with the copy and its hash.
    expect(page.match(new RegExp(`SHA-256 ${hash}`, 'g'))).toHaveLength(4);
    for (const ending of ['bib', 'ris', 'csl.json']) {
      expect(page).toContain(`href="/articles/${id}.${ending}"`);
      expect(await text(`/articles/${id}.${ending}`)).toContain(hash);
      expect((await get(`/articles/nothing.${ending}`)).status).toBe(404);
    }
  });
});
