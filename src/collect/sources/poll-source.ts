import type { FeedItem } from '../../core/model/feed.ts';
import { decodeBytes } from '../../core/read/encoding.ts';
import type { ErrorCode } from '../../errors.ts';
import type { FetchedAnswer } from '../http/fetcher.ts';
import type { Visit, Visitor } from '../http/visitor.ts';
import type { Feed } from './feed.ts';
import { linksOfPage, matchesPattern } from './learn-links.ts';
import { readFeed } from './read-feed.ts';
import { newsSitemaps, readSitemap } from './read-sitemap.ts';

/** What is asked of a source. */
export interface SourceToPoll {
  readonly address: string;
  readonly kind: 'feed' | 'sitemap' | 'listing';
  readonly pattern?: string;
  readonly allowPrivate: boolean;
  readonly pauseMs?: number;
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface NamedItem {
  readonly address: string;
  readonly feed?: FeedItem;
}

interface Remark {
  readonly code: ErrorCode;
  readonly detail: string;
}

export type PollResult =
  | {
      readonly kind: 'items';
      readonly items: readonly NamedItem[];
      /** The answer's validators, word for word. */
      readonly etag?: string;
      readonly lastModified?: string;
      readonly hub?: string;
      /** Address under which the hub knows the source. @default the address that was asked for */
      readonly topic?: string;
      /** The source asks to be left alone for so long. */
      readonly quietSeconds?: number;
      /** The source has moved for good. */
      readonly movedTo?: string;
      /** What a person should know although items came. */
      readonly remark?: Remark;
    }
  | { readonly kind: 'unchanged'; readonly quietSeconds?: number }
  | { readonly kind: 'blocked'; readonly until: string }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly detail: string; readonly gone: boolean };

const feedBytes = 20 * 1024 * 1024;
/** Sitemaps of an index that are looked at, the newest or the news. */
const sitemapsOfIndex = 3;
const longestQuietSeconds = 24 * 3_600;

/** Asks a source what it has. Never throws for what the source does. */
export async function pollSource(
  source: SourceToPoll,
  visitor: Visitor,
  options: { readonly signal?: AbortSignal } = {},
): Promise<PollResult> {
  const rules = {
    allowPrivate: source.allowPrivate,
    maxBytes: feedBytes,
    ...(source.pauseMs === undefined ? {} : { pauseMs: source.pauseMs }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
  const visit = await visitor.visit({
    ...rules,
    address: source.address,
    accept: acceptOf[source.kind],
    ...(source.etag === undefined ? {} : { etag: source.etag }),
    ...(source.lastModified === undefined ? {} : { lastModified: source.lastModified }),
  });
  if (visit.kind === 'blocked') return { kind: 'blocked', until: visit.until };
  if (visit.kind === 'failure') return { kind: 'failed', code: visit.code, detail: visit.detail, gone: false };
  const quiet = quietSecondsOf(visit.headers);
  if (visit.status === 304) return { kind: 'unchanged', ...quiet };
  if (visit.status !== 200) return failureOf(visit.status);
  const found = await itemsIn(source, visit, async (address) => visitor.visit({ ...rules, address }));
  if (found === undefined)
    return { kind: 'failed', code: 'feed-unreadable', detail: `no ${source.kind} at ${visit.address}`, gone: false };
  const { etag, 'last-modified': lastModified, link } = visit.headers;
  // What stands in the header counts before what stands in the feed.
  const hub = linkOf(link, 'hub', visit.address) ?? found.hub;
  const topic = linkOf(link, 'self', visit.address) ?? found.topic;
  const moved = visit.redirects.length > 0 && visit.redirects.every(({ status }) => status === 301 || status === 308);
  return {
    kind: 'items',
    items: found.items,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(hub === undefined ? {} : { hub }),
    ...(topic === undefined ? {} : { topic }),
    ...(found.quietSeconds === undefined ? quiet : { quietSeconds: found.quietSeconds }),
    ...(moved ? { movedTo: visit.address } : {}),
    ...(found.remark === undefined ? {} : { remark: found.remark }),
  };
}

const acceptOf = {
  feed: 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.1',
  sitemap: 'application/xml,text/xml,*/*;q=0.1',
  listing: 'text/html,application/xhtml+xml,*/*;q=0.1',
} as const;

/** What an HTTP status that is no success means. */
export function failureOf(status: number): Extract<PollResult, { kind: 'failed' }> {
  const detail = `HTTP ${status}`;
  if (status === 404 || status === 410) return { kind: 'failed', code: 'page-gone', detail, gone: status === 410 };
  if (status === 401 || status === 403 || status === 429 || status === 451)
    return { kind: 'failed', code: 'outlet-blocks', detail, gone: false };
  return { kind: 'failed', code: 'fetch-failed', detail, gone: false };
}

interface Found {
  readonly items: readonly NamedItem[];
  readonly hub?: string;
  readonly topic?: string;
  readonly quietSeconds?: number;
  readonly remark?: Remark;
}

async function itemsIn(
  source: SourceToPoll,
  answer: FetchedAnswer,
  visit: (address: string) => Promise<Visit>,
): Promise<Found | undefined> {
  if (source.kind === 'listing') {
    const html = decodeBytes(answer.bytes, answer.headers['content-type']).text;
    const links = linksOfPage(html, answer.address).filter(
      ({ address }) => source.pattern === undefined || matchesPattern(address, source.pattern),
    );
    return { items: links.map(({ address }) => ({ address })) };
  }
  if (source.kind === 'feed') {
    const feed = readFeed(answer.bytes, answer.headers['content-type'], answer.address);
    if (feed === undefined) return undefined;
    const outlet = feed.title === undefined ? {} : { outlet: feed.title };
    const language = feed.language === undefined ? {} : { language: feed.language };
    return {
      items: named(feed.items.map((item) => ({ ...outlet, ...language, ...item }))),
      ...(feed.hub === undefined ? {} : { hub: feed.hub }),
      ...(feed.self === undefined ? {} : { topic: feed.self }),
      ...(feed.ttlMinutes === undefined ? {} : { quietSeconds: quietSeconds(feed.ttlMinutes * 60) }),
      ...remarkOn(feed),
    };
  }
  const sitemap = await readSitemap(answer.bytes);
  if (sitemap === undefined) return undefined;
  if (sitemap.kind === 'pages') return { items: matching(named(sitemap.items), source.pattern) };
  const items: NamedItem[] = [];
  for (const address of newsSitemaps(sitemap, answer.address).slice(0, sitemapsOfIndex)) {
    const inner = await visit(address);
    const pages = inner.kind === 'answer' && inner.status === 200 ? await readSitemap(inner.bytes) : undefined;
    if (pages?.kind === 'pages') items.push(...named(pages.items));
  }
  return { items: matching(items, source.pattern) };
}

function remarkOn({ cut, broken, items }: Pick<Feed, 'cut' | 'broken' | 'items'>): { readonly remark?: Remark } {
  if (cut) return { remark: { code: 'feed-cut', detail: `the first ${items.length} items` } };
  return broken ? { remark: { code: 'feed-broken', detail: `${items.length} items` } } : {};
}

/** Items without an address lead nowhere. */
function named(items: readonly FeedItem[]): NamedItem[] {
  return items.flatMap((item) => (item.link === undefined ? [] : [{ address: item.link, feed: item }]));
}

function matching(items: readonly NamedItem[], pattern: string | undefined): readonly NamedItem[] {
  return pattern === undefined ? items : items.filter(({ address }) => matchesPattern(address, pattern));
}

/** `Link: <https://hub.example/>; rel="hub"`, by its relation. */
export function linkOf(header: string | undefined, rel: string, base: string): string | undefined {
  for (const [, address = '', rest = ''] of header?.matchAll(
    /<([^>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g,
  ) ?? []) {
    const rels = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(rest);
    const named = (rels?.[1] ?? rels?.[2] ?? '').toLowerCase().split(/\s+/);
    if (named.includes(rel) && URL.canParse(address, base)) return new URL(address, base).href;
  }
  return undefined;
}

/** `Cache-Control: max-age` is a promise that nothing new comes before. */
function quietSecondsOf(headers: Readonly<Record<string, string>>): { readonly quietSeconds?: number } {
  const control = headers['cache-control'] ?? '';
  const age = /(?:^|[\s,])max-age=(\d+)/i.exec(control)?.[1];
  if (age === undefined || /no-cache|no-store/i.test(control)) return {};
  return { quietSeconds: quietSeconds(Number(age)) };
}

function quietSeconds(seconds: number): number {
  return Math.max(0, Math.min(longestQuietSeconds, seconds));
}
