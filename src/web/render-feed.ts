import type { WebContext } from './room.ts';

export interface FeedEntry {
  /** An IRI that never changes. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly url: string;
  /** ISO instant. */
  readonly updated: string;
}

export interface Feed {
  readonly title: string;
  /** Addresses are absolute. */
  readonly home: string;
  readonly entries: readonly FeedEntry[];
}

/** Answers with the feed in the format that the address ends with: Atom, or JSON Feed. */
export function respondFeed(c: WebContext, feed: Feed): Response {
  const room = c.get('room');
  const full = { ...feed, own: new URL(room.path, siteAddress(c)).href, language: room.tr.language };
  c.header('Cache-Control', 'private, no-cache');
  c.header('Vary', 'Accept-Language, Cookie');
  return room.path.endsWith('.json')
    ? c.body(renderJsonFeed(full), 200, { 'Content-Type': 'application/feed+json; charset=utf-8' })
    : c.body(renderAtom(full), 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' });
}

/** Where the site is for its readers: what the settings say, else the address that was asked. */
export function siteAddress(c: WebContext): string {
  return c.get('room').settings.baseUrl ?? new URL(c.req.url).origin;
}

interface FullFeed extends Feed {
  readonly own: string;
  readonly language: string;
}

function renderAtom({ title, home, own, language, entries }: FullFeed): string {
  // A feed without entries has changed at no known time: the beginning of all times is the honest answer.
  const updated =
    entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00Z';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<title>${escapeXml(title)}</title>`,
    `<id>${escapeXml(own)}</id>`,
    `<link rel="self" href="${escapeXml(own)}"/>`,
    `<link rel="alternate" href="${escapeXml(home)}"/>`,
    '<author><name>Rapporteur</name></author>',
    `<updated>${updated}</updated>`,
    ...entries.map(
      (entry) =>
        `<entry><title>${escapeXml(entry.title)}</title><id>${escapeXml(entry.id)}</id><updated>${entry.updated}</updated>` +
        `<link rel="alternate" href="${escapeXml(entry.url)}"/><summary>${escapeXml(entry.text)}</summary></entry>`,
    ),
    '</feed>',
    '',
  ].join('\n');
}

function renderJsonFeed({ title, home, own, language, entries }: FullFeed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: own,
    language,
    items: entries.map(({ id, title: name, text, url, updated }) => ({
      id,
      url,
      title: name,
      content_text: text,
      date_published: updated,
    })),
  });
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
