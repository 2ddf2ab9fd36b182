import type { TextVersion } from '../core/compare/article-versions.ts';
import type { ArticleRow, Store } from '../store/store.ts';
import { readTextVersions } from './article-versions.ts';
import { problemOf, respondProblem } from './errors.tsx';
import type { FeedItem } from './feeds/feed-document.ts';
import { formatOfPath, respondFeed } from './feeds/respond-feed.ts';
import type { WebContext } from './room.ts';
import { cleanText, clipText } from './shown-text.ts';
import { articlePath, titleText } from './views/article-list.tsx';
import { outletPath } from './views/outlet-path.ts';
import { instantText } from './wording/days.ts';

/** An article whose text an outlet changed after it was published. */
export interface EditedArticle {
  readonly row: ArticleRow;
  readonly newest: TextVersion;
}

/** Candidates looked at for each one shown: where only the page around the text changed, nothing was edited. */
const candidates = 3;

/** The last changes of an outlet, the newest first. */
export async function readEditedArticles(store: Store, outletId: string, limit: number): Promise<EditedArticle[]> {
  const ids = await store.keeping.edited({ outletId, limit: limit * candidates });
  const edited: EditedArticle[] = [];
  for (const row of await store.articles.rows(ids)) {
    const newest = (await readTextVersions(store, row.id)).at(-1);
    if (newest !== undefined && newest.number > 1) edited.push({ row, newest });
    if (edited.length === limit) break;
  }
  return edited.sort((a, b) => (a.newest.foundAt < b.newest.foundAt ? 1 : -1));
}

/** `/outlets/:id/changes.atom` and `.json`: each found change of a text is an entry. */
export async function changesFeed(c: WebContext): Promise<Response> {
  const { store, tr, path } = c.get('room');
  const outlet = await store.outlets.get(c.req.param('id') ?? '');
  if (outlet === undefined) return respondProblem(c, problemOf('not-found'));
  const site = c.get('room').origin;
  const edited = await readEditedArticles(store, outlet.id, 30);
  const title = `${clipText(outlet.name, 100)}: ${tr.t('versions.edited')}`;
  return respondFeed(c, formatOfPath(path), {
    title,
    description: title,
    path: outletPath(outlet.slug),
    items: edited.map(
      ({ row, newest }): FeedItem => ({
        id: `urn:rapporteur:version:${encodeURIComponent(row.id)}:${encodeURIComponent(newest.article.textVersion)}`,
        title: titleText(row, tr, 240),
        summary: cleanText(changeText(newest, tr)),
        url: `${site}${articlePath(row.id)}/versions`,
        date: newest.foundAt,
        language: row.language,
        categories: [],
      }),
    ),
  });
}

/** When the change was found, and whether the headline changed too. */
export function changeText(newest: TextVersion, tr: Parameters<typeof instantText>[1]): string {
  const when = tr.t('versions.changed-at', { time: instantText(newest.foundAt, tr) });
  return newest.titleChanged ? `${when}. ${tr.t('versions.title-changed')}` : when;
}
