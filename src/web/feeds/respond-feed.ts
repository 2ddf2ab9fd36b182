import type { WebContext } from '../room.ts';
import { type FeedFormat, type FeedItem, feedFormats } from './feed-document.ts';

/** A list as feeds tell it. */
export interface Listed {
  readonly title: string;
  readonly description: string;
  /** Page of the list, without the host. */
  readonly path: string;
  readonly items: readonly FeedItem[];
}

/** Answers with a list in a format of feeds. They are read far from the site: their addresses are whole. */
export function respondFeed(c: WebContext, format: FeedFormat, { path, ...listed }: Listed): Response {
  const room = c.get('room');
  const site = c.get('room').origin;
  c.header('Cache-Control', 'private, no-cache');
  c.header('Vary', 'Accept-Language, Cookie');
  const feed = {
    ...listed,
    language: room.tr.language,
    home: site + path,
    self: site + room.path + new URL(c.req.url).search,
  };
  return c.body(format.write(feed), 200, { 'Content-Type': `${format.mediaType}; charset=utf-8` });
}

/** The format that an address ends in, of those that are called `.json` and not `.feed.json`. */
export function formatOfPath(path: string): FeedFormat {
  const mediaType = path.endsWith('.json') ? 'application/feed+json' : 'application/atom+xml';
  return feedFormats.find((format) => format.mediaType === mediaType) as FeedFormat;
}
