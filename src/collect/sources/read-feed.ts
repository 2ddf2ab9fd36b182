import { parseFeed } from 'feedsmith';
import type { FeedItem } from '../../core/model/feed.ts';
import { decodeBytes } from '../../core/read/encoding.ts';
import type { Feed } from './feed.ts';
import { readBrokenFeed } from './read-broken-feed.ts';

/** A feed of a hundred thousand items is an archive or a trap: the first ones are its news. */
export const mostItems = 2_000;

/**
 * Reads a feed; broken XML as far as it goes.
 * @returns nothing when the content is no feed at all
 */
export function readFeed(bytes: Uint8Array, contentType: string | undefined, address: string): Feed | undefined {
  const whole = decodeBytes(bytes, contentType).text.replace(/^[\s\ufeff\0]+/, '');
  const text = firstItems(whole);
  const parsed = parse(text) ?? (text === whole ? undefined : parse(whole));
  const feed = parsed ?? readBrokenFeed(text);
  if (feed === undefined) return undefined;
  const base = feed.site !== undefined && URL.canParse(feed.site, address) ? new URL(feed.site, address).href : address;
  return {
    ...feed,
    ...(feed.site === undefined ? {} : { site: base }),
    items: feed.items.slice(0, mostItems).map((item) => withAddress(item, base)),
    broken: parsed === undefined,
    cut: feed.items.length > mostItems,
  };
}

/**
 * The feed without the items that are not looked at: the reader of XML would take seconds and hundreds of megabytes for a
 * hundred thousand. What stands behind the last item stays.
 */
function firstItems(text: string): string {
  let seen = 0;
  for (const { 0: tag, index } of text.matchAll(/<(?:item|entry)[\s>]/g)) {
    seen += 1;
    if (seen <= mostItems + 1) continue;
    const end = `</${tag.slice(1, -1)}>`;
    const last = text.lastIndexOf(end);
    return text.slice(0, index) + (last < index ? '' : text.slice(last + end.length));
  }
  return text;
}

type Read = Omit<Feed, 'broken' | 'cut'>;

function parse(text: string): Read | undefined {
  try {
    const parsed = parseXmlOrJson(text);
    switch (parsed.format) {
      case 'rss':
        return fromRss(parsed.feed);
      case 'rdf':
        return fromRdf(parsed.feed);
      case 'atom':
        return fromAtom(parsed.feed);
      case 'json':
        return fromJson(parsed.feed);
    }
  } catch {
    // What it says is for programmers; the tolerant reader and the caller know what to do.
    return undefined;
  }
}

const parseXmlOrJson = (text: string) => parseFeed(text, { maxItems: mostItems + 1 });
type Parsed = ReturnType<typeof parseXmlOrJson>;
type FeedOf<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed'];

function fromRss(feed: FeedOf<'rss'>): Read {
  const links = feed.atom?.links ?? [];
  const items = (feed.items ?? []).map((item) => {
    const permalink = item.guid?.isPermaLink !== false && isAddress(item.guid?.value) ? item.guid?.value : undefined;
    const content = longest(item.content?.encoded, item.description);
    return compact({
      title: item.title,
      link:
        item.link ?? item.atom?.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? permalink,
      authors: item.dc?.creators ?? item.authors?.map(nameOfPerson),
      published: item.pubDate ?? item.dc?.dates?.[0],
      content,
      language: item.dc?.languages?.[0],
    });
  });
  return compact({
    format: 'rss' as const,
    title: feed.title,
    site: feed.link,
    language: feed.language ?? feed.dc?.languages?.[0],
    hub: links.find(({ rel }) => rel === 'hub')?.href,
    self: links.find(({ rel }) => rel === 'self')?.href,
    ttlMinutes: feed.ttl,
    items,
  });
}

function fromRdf(feed: FeedOf<'rdf'>): Read {
  const items = (feed.items ?? []).map((item) =>
    compact({
      title: item.title,
      link: item.link ?? item.rdf?.about,
      authors: item.dc?.creators,
      published: item.dc?.dates?.[0],
      content: longest(item.content?.encoded, item.description),
      language: item.dc?.languages?.[0],
    }),
  );
  return compact({
    format: 'rdf' as const,
    title: feed.title,
    site: feed.link,
    language: feed.dc?.languages?.[0],
    items,
  });
}

function fromAtom(feed: FeedOf<'atom'>): Read {
  const linkOf = (links: FeedOf<'atom'>['links'], rel: string) =>
    links?.find((link) => (link.rel ?? 'alternate') === rel)?.href;
  const items = (feed.entries ?? []).map((entry) =>
    compact({
      title: entry.title?.value,
      link: linkOf(entry.links, 'alternate') ?? (isAddress(entry.id) ? entry.id : undefined),
      authors: entry.authors?.flatMap(({ name }) => name ?? []),
      published: entry.published ?? entry.dc?.dates?.[0],
      modified: entry.updated,
      content: longest(entry.content?.value, entry.summary?.value),
      language: entry.xml?.lang,
    }),
  );
  return compact({
    format: 'atom' as const,
    title: feed.title?.value,
    site: linkOf(feed.links, 'alternate'),
    language: feed.xml?.lang,
    hub: linkOf(feed.links, 'hub'),
    self: linkOf(feed.links, 'self'),
    items,
  });
}

function fromJson(feed: FeedOf<'json'>): Read {
  const items = (feed.items ?? []).map((item) =>
    compact({
      title: item.title,
      link: item.url ?? item.external_url ?? (isAddress(item.id) ? item.id : undefined),
      authors: item.authors?.flatMap(({ name }) => name ?? []),
      published: item.date_published,
      modified: item.date_modified,
      content: item.content_html ?? item.content_text ?? item.summary,
      contentType: item.content_html === undefined ? ('text' as const) : ('html' as const),
      language: item.language,
    }),
  );
  return compact({
    format: 'json' as const,
    title: feed.title,
    site: feed.home_page_url,
    language: feed.language,
    hub: feed.hubs?.[0]?.url,
    self: feed.feed_url,
    items,
  });
}

function withAddress(item: FeedItem, base: string): FeedItem {
  const { link, ...rest } = item;
  return link !== undefined && URL.canParse(link, base) ? { ...rest, link: new URL(link, base).href } : rest;
}

function isAddress(text: string | undefined): boolean {
  return text !== undefined && /^https?:\/\//i.test(text);
}

/** `jane@paper.example (Jane Doe)` in RSS. */
function nameOfPerson(person: string | { readonly name?: string; readonly email?: string }): string {
  const text = typeof person === 'string' ? person : (person.name ?? '');
  return /\(([^()]+)\)\s*$/.exec(text)?.[1] ?? text;
}

function longest(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.reduce((best, text) => ((text?.length ?? 0) > (best?.length ?? 0) ? text : best), undefined);
}

/** Without what is not known: absent, never `undefined` or empty. */
function compact<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length > 0 && value.every((one) => one === '')),
    ),
  ) as { [K in keyof T]: Exclude<T[K], undefined> };
}
