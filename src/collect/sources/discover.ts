import { Parser } from 'htmlparser2';
import { decodeBytes } from '../../core/read/encoding.ts';
import type { FetchedAnswer, FetchFailure } from '../http/fetcher.ts';
import { type LinkPattern, learnLinks, linksOfPage } from './learn-links.ts';
import { isOpml, type OpmlFeed, readOpml } from './opml.ts';
import { readFeed } from './read-feed.ts';
import { newsSitemaps, readSitemap } from './read-sitemap.ts';

export type SourceKind = 'feed' | 'sitemap' | 'listing';

/** Something that can be followed. */
export interface FoundSource {
  readonly kind: SourceKind;
  /** The address that answered, after redirects that last. */
  readonly address: string;
  readonly title?: string;
  readonly site?: string;
  readonly language?: string;
  /** Of a listing: which links are followed. */
  readonly pattern?: string;
  /** Titles or addresses of what it holds now, newest first: for the person to look at. */
  readonly samples: readonly string[];
  /** How many items it holds now. */
  readonly items: number;
}

export type Discovery =
  /** Followed without a question: the address is one, or advertises one. */
  | { readonly kind: 'found'; readonly sources: readonly FoundSource[] }
  /** A page without a feed: the person looks at the links first. The best pattern first. */
  | { readonly kind: 'listing'; readonly source: FoundSource; readonly patterns: readonly LinkPattern[] }
  | { readonly kind: 'opml'; readonly feeds: readonly OpmlFeed[] }
  | { readonly kind: 'failure'; readonly code: 'feed-unreadable' | FetchFailure['code']; readonly detail: string };

/** Fetches for the discovery, politely: the caller knows the rules of the host. */
export type Fetch = (address: string) => Promise<FetchedAnswer | FetchFailure>;

/** Where publishing systems put a feed or a sitemap that the page does not name. */
const usualPlaces = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/news-sitemap.xml',
  '/sitemap-news.xml',
];
const sampleCount = 5;

/**
 * Finds out what an address is: a feed, a sitemap, a page that advertises feeds, OPML, or a page whose links can be
 * followed. Feeds that a page advertises come before the usual places, a listing is the last resort.
 */
export async function discover(address: string, fetch: Fetch): Promise<Discovery> {
  const answer = await fetch(address);
  if (answer.kind === 'failure') return { kind: 'failure', code: answer.code, detail: answer.detail };
  if (answer.status < 200 || answer.status >= 300)
    return { kind: 'failure', code: 'fetch-failed', detail: `HTTP ${answer.status}` };
  const own = await sourceIn(answer, fetch);
  if (own !== undefined) return { kind: 'found', sources: [own] };
  const html = decodeBytes(answer.bytes, answer.headers['content-type']).text;
  if (isOpml(html)) return { kind: 'opml', feeds: readOpml(html) };
  const head = readHead(html, answer.address);
  for (const candidates of [head.feeds, usualPlaces.map((place) => new URL(place, answer.address).href)]) {
    const sources = await firstThatAnswer(candidates, fetch);
    if (sources.length > 0) return { kind: 'found', sources };
  }
  const patterns = learnLinks(linksOfPage(html, answer.address));
  const [best] = patterns;
  if (best === undefined)
    return { kind: 'failure', code: 'feed-unreadable', detail: 'no feed and no list of articles was found' };
  const source: FoundSource = {
    kind: 'listing',
    address: answer.address,
    ...(head.title === undefined ? {} : { title: head.title }),
    site: answer.address,
    pattern: best.pattern,
    samples: best.links.slice(0, sampleCount).map(({ text, address: link }) => text || link),
    items: best.links.length,
  };
  return { kind: 'listing', source, patterns };
}

/** Feeds are offered by language, section, comments: the first that holds articles is the outlet's. */
async function firstThatAnswer(candidates: readonly string[], fetch: Fetch): Promise<FoundSource[]> {
  for (const candidate of candidates) {
    const answer = await fetch(candidate);
    if (answer.kind === 'failure' || answer.status < 200 || answer.status >= 300) continue;
    const source = await sourceIn(answer, fetch);
    if (source !== undefined && source.items > 0) return [source];
  }
  return [];
}

async function sourceIn(answer: FetchedAnswer, fetch: Fetch): Promise<FoundSource | undefined> {
  const feed = readFeed(answer.bytes, answer.headers['content-type'], answer.address);
  if (feed !== undefined) {
    return {
      kind: 'feed',
      address: answer.address,
      ...(feed.title === undefined ? {} : { title: feed.title }),
      ...(feed.site === undefined ? {} : { site: feed.site }),
      ...(feed.language === undefined ? {} : { language: feed.language }),
      samples: feed.items.slice(0, sampleCount).map(({ title, link }) => title ?? link ?? ''),
      items: feed.items.length,
    };
  }
  const sitemap = await readSitemap(answer.bytes);
  if (sitemap === undefined) return undefined;
  if (sitemap.kind === 'pages') {
    const samples = sitemap.items.slice(0, sampleCount).map(({ title, link }) => title ?? link ?? '');
    return { kind: 'sitemap', address: answer.address, samples, items: sitemap.items.length };
  }
  const [chosen] = newsSitemaps(sitemap, answer.address);
  if (chosen === undefined) return undefined;
  const inner = await fetch(chosen);
  const pages = inner.kind === 'answer' && inner.status === 200 ? await readSitemap(inner.bytes) : undefined;
  const items = pages?.kind === 'pages' ? pages.items : [];
  return {
    kind: 'sitemap',
    address: answer.address,
    samples: items.slice(0, sampleCount).map(({ title, link }) => title ?? link ?? ''),
    items: items.length,
  };
}

interface PageHead {
  readonly title?: string;
  readonly feeds: readonly string[];
}

const feedTypes = /^application\/(?:rss|atom|feed|rdf)?\+?(?:xml|json)$/i;

/** Title and advertised feeds of a page; feeds of comments last. */
function readHead(html: string, address: string): PageHead {
  const feeds: { readonly address: string; readonly comments: boolean }[] = [];
  let base = address;
  let title: string | undefined;
  let inTitle = false;
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href, title: label = '' }) {
      if (name === 'title' && title === undefined) {
        inTitle = true;
        title = '';
      }
      if (name === 'base' && href !== undefined && URL.canParse(href, address)) base = new URL(href, address).href;
      if (name !== 'link' || href === undefined || !/(?:^|\s)alternate(?:\s|$)/i.test(rel) || !feedTypes.test(type))
        return;
      if (URL.canParse(href, base))
        feeds.push({ address: new URL(href, base).href, comments: /comment/i.test(label + href) });
    },
    ontext(data) {
      if (inTitle) title += data;
    },
    onclosetag(name) {
      if (name === 'title') inTitle = false;
    },
  });
  parser.write(html.slice(0, 1_000_000));
  parser.end();
  const shown = title?.replace(/\s+/g, ' ').trim();
  return {
    ...(shown ? { title: shown } : {}),
    feeds: feeds
      .sort((a, b) => Number(a.comments) - Number(b.comments))
      .map((feed) => feed.address)
      .slice(0, 5),
  };
}
