import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { plainText } from '../../core/export/plain-text.ts';

/** One list of the site as readers of feeds want it, whatever the format. */
export interface FeedDocument {
  readonly title: string;
  readonly description: string;
  /** Language of the sentences of the interface. */
  readonly language: string;
  /** Page of the list. */
  readonly home: string;
  /** Address of this feed. */
  readonly self: string;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  /** Stays the same wherever the site is reached. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** Plain text. */
  readonly summary?: string;
  /** Day or instant, ISO; absent when nothing is known. */
  readonly date?: string;
  readonly language: string;
  readonly categories: readonly string[];
  /** Whose text it is: an outlet. */
  readonly author?: string;
}

/** A format of feeds. */
export interface FeedFormat {
  /** What addresses end in, without the dot. */
  readonly ending: string;
  readonly mediaType: string;
  readonly label: string;
  readonly write: (feed: FeedDocument) => string;
}

export const feedFormats: readonly FeedFormat[] = [
  { ending: 'rss', mediaType: 'application/rss+xml', label: 'RSS', write: writeRss },
  { ending: 'atom', mediaType: 'application/atom+xml', label: 'Atom', write: writeAtom },
  { ending: 'feed.json', mediaType: 'application/feed+json', label: 'JSON Feed', write: writeJson },
];

function dateOf(item: FeedItem): Date | undefined {
  const date = item.date === undefined ? undefined : new Date(item.date);
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date;
}

/** A feed is as new as its newest item; with none it is of no time at all, which only the clock could tell. */
function updatedOf(feed: FeedDocument): Date {
  return new Date(Math.max(0, ...feed.items.map((item) => dateOf(item)?.getTime() ?? 0)));
}

function writeRss(feed: FeedDocument): string {
  return generateRssFeed({
    title: plainText(feed.title),
    link: feed.home,
    description: plainText(feed.description),
    language: feed.language,
    generator: 'Rapporteur',
    atom: { links: [{ href: feed.self, rel: 'self', type: 'application/rss+xml' }] },
    items: feed.items.map((item) => {
      const date = dateOf(item);
      return {
        title: plainText(item.title),
        link: item.url,
        guid: { value: item.id, isPermaLink: false },
        ...(item.summary === undefined ? {} : { description: plainText(item.summary) }),
        ...(date === undefined ? {} : { pubDate: date }),
        categories: item.categories.map((name) => ({ name: plainText(name) })),
        dc: {
          languages: [item.language],
          ...(item.author === undefined ? {} : { creators: [plainText(item.author)] }),
        },
      };
    }),
  });
}

function writeAtom(feed: FeedDocument): string {
  const updated = updatedOf(feed);
  return generateAtomFeed({
    id: feed.home,
    title: { value: plainText(feed.title) },
    subtitle: { value: plainText(feed.description) },
    updated,
    generator: { text: 'Rapporteur' },
    authors: [{ name: 'Rapporteur' }],
    links: [
      { href: feed.self, rel: 'self', type: 'application/atom+xml' },
      { href: feed.home, rel: 'alternate', type: 'text/html' },
    ],
    entries: feed.items.map((item) => {
      const date = dateOf(item);
      return {
        id: item.id,
        title: { value: plainText(item.title) },
        // Atom demands a time: without one of its own an item is as new as its feed.
        updated: date ?? updated,
        ...(date === undefined ? {} : { published: date }),
        links: [{ href: item.url, rel: 'alternate', type: 'text/html', hreflang: item.language }],
        ...(item.summary === undefined ? {} : { summary: { value: plainText(item.summary) } }),
        ...(item.author === undefined ? {} : { authors: [{ name: plainText(item.author) }] }),
        categories: item.categories.map((term) => ({ term: plainText(term) })),
      };
    }),
  });
}

function writeJson(feed: FeedDocument): string {
  return JSON.stringify(
    generateJsonFeed({
      title: plainText(feed.title),
      description: plainText(feed.description),
      home_page_url: feed.home,
      feed_url: feed.self,
      language: feed.language,
      items: feed.items.map((item) => {
        const date = dateOf(item);
        return {
          id: item.id,
          url: item.url,
          title: plainText(item.title),
          content_text: plainText(item.summary ?? item.title),
          language: item.language,
          tags: [...item.categories],
          ...(date === undefined ? {} : { date_published: date }),
          ...(item.author === undefined ? {} : { authors: [{ name: plainText(item.author) }] }),
        };
      }),
    }),
  );
}
