import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { newsSitemaps, readSitemap } from './read-sitemap.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const open = '<?xml version="1.0" encoding="UTF-8"?>';
const space = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const pages = `${open}<urlset xmlns="${space}">
  <url><loc>https://coast.example/old</loc><lastmod>2024-01-01</lastmod></url>
  <url><loc>https://coast.example/undated?a=1&amp;b=2</loc></url>
  <url><loc>https://coast.example/new</loc><lastmod>2024-02-01</lastmod></url></urlset>`;
const news = `${open}<urlset xmlns="${space}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
  <url><loc>https://coast.example/1</loc><news:news><news:publication><news:name>Coast Daily</news:name>
  <news:language>en</news:language></news:publication><news:publication_date>2024-02-01T10:00:00Z</news:publication_date>
  <news:title>The port &amp; the town</news:title></news:news></url></urlset>`;
const index = `${open}<sitemapindex xmlns="${space}">
  <sitemap><loc>https://coast.example/a.xml</loc><lastmod>2024-01-01</lastmod></sitemap>
  <sitemap><loc>https://coast.example/b.xml.gz</loc><lastmod>2024-02-01</lastmod></sitemap></sitemapindex>`;

describe('sitemaps', () => {
  test.each([
    ['plain', bytes(pages)],
    ['packed', gzipSync(pages)],
  ])('pages, the newest first (%s)', async (_name, content) => {
    expect(await readSitemap(content)).toMatchObject({
      kind: 'pages',
      news: false,
      items: ['new', 'old', 'undated?a=1&b=2'].map((name) => ({ link: `https://coast.example/${name}` })),
    });
  });

  test('news carry what they say of themselves', async () => {
    expect(await readSitemap(bytes(news))).toEqual({
      kind: 'pages',
      news: true,
      items: [
        {
          link: 'https://coast.example/1',
          title: 'The port & the town',
          published: '2024-02-01T10:00:00Z',
          outlet: 'Coast Daily',
          language: 'en',
        },
      ],
    });
  });

  test('an index names others, the newest first', async () => {
    const found = await readSitemap(bytes(index));
    expect(found?.kind === 'index' && found.sitemaps.map(({ address }) => address)).toEqual([
      'https://coast.example/b.xml.gz',
      'https://coast.example/a.xml',
    ]);
  });

  test.each([
    ['a page', bytes('<html><body>News</body></html>')],
    ['a feed', bytes('<rss><channel/></rss>')],
    ['broken packing', gzipSync(pages).subarray(0, 60)],
    ['nothing', bytes('')],
  ])('%s is none', async (_name, content) => {
    expect(await readSitemap(content)).toBeUndefined();
  });
});

describe('which sitemaps of an index hold the news', () => {
  const index = (...paths: string[]) => ({
    kind: 'index' as const,
    sitemaps: paths.map((path) => ({ address: path })),
  });
  const base = 'https://news.example/sitemap.xml';

  test('those that say so, told by their path and not by the name of the host', () => {
    expect(newsSitemaps(index('/pages.xml', '/sitemap-news.xml', '/tags.xml'), base)).toEqual([
      'https://news.example/sitemap-news.xml',
    ]);
  });

  test('else all, in their order; what is no address is left out', () => {
    expect(newsSitemaps(index('/b.xml', 'http://', '/a.xml'), base)).toEqual([
      'https://news.example/b.xml',
      'https://news.example/a.xml',
    ]);
  });
});
