import type { CoverageAlert } from '../jobs/coverage-board.ts';
import { boardOf, outletPath } from './pages/outlets.tsx';
import type { WebContext } from './room.ts';
import { cleanText } from './shown-text.ts';
import { alertReason, alertTitle } from './wording/coverage.ts';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly url: string;
  /** ISO instant. */
  readonly updated: string;
}

/** `/outlets/alerts.atom` and `.json`: what is out of the ordinary now. An alert keeps its id as long as it lasts. */
export async function alertsFeed(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const board = await boardOf(room);
  const byId = new Map(board.outlets.map((covered) => [covered.outlet.id, covered]));
  const site = room.settings.baseUrl ?? new URL(c.req.url).origin;
  const entries = board.alerts.flatMap((alert): Entry[] => {
    const covered = byId.get(alert.outlet.id);
    if (covered === undefined) return [];
    return [
      {
        id: alertId(alert),
        title: cleanText(alertTitle(alert, tr)),
        text: cleanText(alertReason(alert, covered, tr)),
        url: new URL(outletPath(alert.outlet.slug), site).href,
        updated: `${alert.since}T00:00:00Z`,
      },
    ];
  });
  const feed = {
    title: `${tr.t('site.name')}: ${tr.t('coverage.alerts')}`,
    home: new URL('/outlets', site).href,
    own: new URL(room.path, site).href,
    language: tr.language,
    entries,
  };
  c.header('Cache-Control', 'private, no-cache');
  c.header('Vary', 'Accept-Language, Cookie');
  return room.path.endsWith('.json')
    ? c.body(renderJsonFeed(feed), 200, { 'Content-Type': 'application/feed+json; charset=utf-8' })
    : c.body(renderAtom(feed), 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' });
}

interface Feed {
  readonly title: string;
  readonly home: string;
  readonly own: string;
  readonly language: string;
  readonly entries: readonly Entry[];
}

function alertId({ outlet, kind, language, since }: CoverageAlert): string {
  const parts = [outlet.id, kind, ...(language === undefined ? [] : [language]), since];
  return `urn:rapporteur:alert:${parts.map(encodeURIComponent).join(':')}`;
}

function renderAtom({ title, home, own, language, entries }: Feed): string {
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
    `<id>${escapeXml(home)}#alerts</id>`,
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

function renderJsonFeed({ title, home, own, language, entries }: Feed): string {
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
