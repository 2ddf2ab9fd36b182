import type { CoverageAlert } from '../jobs/coverage-board.ts';
import { boardOf } from './coverage-board.ts';
import type { FeedItem } from './feeds/feed-document.ts';
import { formatOfPath, respondFeed } from './feeds/respond-feed.ts';
import type { WebContext } from './room.ts';
import { cleanText } from './shown-text.ts';
import { outletPath } from './views/outlet-path.ts';
import { alertReason, alertTitle } from './wording/coverage.ts';

/** `/outlets/alerts.atom` and `.json`: what is out of the ordinary now. An alert keeps its id as long as it lasts. */
export async function alertsFeed(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const board = await boardOf(room);
  const byId = new Map(board.outlets.map((covered) => [covered.outlet.id, covered]));
  const site = c.get('room').origin;
  const items = board.alerts.flatMap((alert): FeedItem[] => {
    const covered = byId.get(alert.outlet.id);
    if (covered === undefined) return [];
    return [
      {
        id: alertId(alert),
        title: cleanText(alertTitle(alert, tr)),
        summary: cleanText(alertReason(alert, covered, tr)),
        url: site + outletPath(alert.outlet.slug),
        date: `${alert.since}T00:00:00Z`,
        language: tr.language,
        categories: [],
      },
    ];
  });
  const title = `${tr.t('site.name')}: ${tr.t('coverage.alerts')}`;
  return respondFeed(c, formatOfPath(room.path), { title, description: title, path: '/outlets', items });
}

function alertId({ outlet, kind, language, since }: CoverageAlert): string {
  const parts = [outlet.id, kind, ...(language === undefined ? [] : [language]), since];
  return `urn:rapporteur:alert:${parts.map(encodeURIComponent).join(':')}`;
}
