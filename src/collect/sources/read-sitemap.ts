import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { parseSitemap, parseSitemapIndex, type SitemapItem } from 'sitemap';
import type { FeedItem } from '../../core/model/feed.ts';

/** A sitemap of pages, or an index of other sitemaps. */
export type Sitemap =
  | { readonly kind: 'pages'; readonly news: boolean; readonly items: readonly FeedItem[] }
  | { readonly kind: 'index'; readonly sitemaps: readonly { readonly address: string; readonly modified?: string }[] };

/** Sitemaps may hold 50,000 addresses; what is news stands among the newest. */
export const mostAddresses = 5_000;
/** The protocol's own limit for one sitemap, unpacked. */
const mostBytes = 50 * 1024 * 1024;

/**
 * Reads a sitemap or an index of sitemaps, packed or not, newest first.
 * @returns nothing when the content is no sitemap, or too broken to read
 */
export async function readSitemap(bytes: Uint8Array): Promise<Sitemap | undefined> {
  const plain = unpacked(bytes);
  if (plain === undefined) return undefined;
  const head = Buffer.from(plain.subarray(0, 4_096)).toString('latin1');
  try {
    if (/<sitemapindex[\s>]/i.test(head)) {
      const found = await parseSitemapIndex(Readable.from([Buffer.from(plain)]));
      const sitemaps = found.map(({ url, lastmod }) => ({
        address: url,
        ...(lastmod === undefined ? {} : { modified: lastmod }),
      }));
      return { kind: 'index', sitemaps: newestFirst(sitemaps, ({ modified }) => modified) };
    }
    if (!/<urlset[\s>]/i.test(head)) return undefined;
    const pages = await parseSitemap(Readable.from([Buffer.from(plain)]));
    const items = newestFirst(pages.map(itemOf), ({ published, modified }) => published ?? modified);
    return { kind: 'pages', news: pages.some(({ news }) => news !== undefined), items: items.slice(0, mostAddresses) };
  } catch {
    return undefined;
  }
}

/** Sections of a site that hold its news, as publishing systems name them in the languages of the engine. */
const newsPath = /news|actual|noticias|akhbar/i;

/**
 * Which sitemaps of an index to look at: those of the news where it names some, else the newest.
 * @param base address of the index
 */
export function newsSitemaps(index: Extract<Sitemap, { kind: 'index' }>, base: string): string[] {
  const addresses = index.sitemaps.flatMap(({ address }) =>
    URL.canParse(address, base) ? [new URL(address, base).href] : [],
  );
  const news = addresses.filter((address) => newsPath.test(new URL(address).pathname));
  return news.length > 0 ? news : addresses;
}

function unpacked(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes });
  } catch {
    return undefined;
  }
}

function itemOf({ url, lastmod, news }: SitemapItem): FeedItem {
  return {
    link: url,
    ...(news?.title ? { title: news.title } : {}),
    ...(news?.publication_date ? { published: news.publication_date } : {}),
    ...(news?.publication?.name ? { outlet: news.publication.name } : {}),
    ...(news?.publication?.language ? { language: news.publication.language } : {}),
    ...(lastmod === undefined ? {} : { modified: lastmod }),
  };
}

/** Newest first; what says no date keeps its place at the end. */
function newestFirst<T>(list: readonly T[], dateOf: (one: T) => string | undefined): T[] {
  const time = (one: T): number => {
    const date = dateOf(one);
    const value = date === undefined ? Number.NaN : Date.parse(date);
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  };
  return list
    .map((one, at) => ({ one, at, time: time(one) }))
    .sort((a, b) => (b.time === a.time ? a.at - b.at : b.time - a.time))
    .map(({ one }) => one);
}
