import { type ArticleOut, renderArticle } from '../../schemas/article.ts';
import { renderVersions, type VersionsOut } from '../../schemas/versions.ts';
import { type ArticleVersions, readArticleVersions } from '../article-versions.ts';
import { withoutBlockedImages } from '../blocked-images.ts';
import { evidenceOrder } from '../facts.ts';
import { type PublishedArticle, readPublishedArticle } from '../published-article.ts';
import type { Room } from '../room.ts';

/** Nobody tells of more meetings in one article. */
export const mostMeetingsOfArticle = 40;

type DataRoom = Pick<Room, 'store' | 'settings'>;

/** `/articles/:id` as data. */
export async function articleData({ store, settings }: DataRoom, id: string): Promise<ArticleOut | undefined> {
  const article = await readPublishedArticle(store, id, settings);
  if (article === undefined) return undefined;
  const query = { articleId: id, includeBackground: true, limit: mostMeetingsOfArticle };
  const { items } = await store.record.listMeetings(query);
  return renderPublishedArticle(
    await withoutBlockedImages(store, article),
    items.map((meeting) => meeting.id),
  );
}

export function renderPublishedArticle(
  { stored, published, record }: PublishedArticle,
  meetingIds: readonly string[],
): ArticleOut {
  const options = { publish: published.publish, meetingIds };
  return renderArticle(stored, record === undefined ? options : { ...options, evidenceSpans: evidenceOrder(record) });
}

/** `/articles/:id/versions` as data. */
export async function versionsData(
  { store, settings }: DataRoom,
  id: string,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<VersionsOut | undefined> {
  const article = await readPublishedArticle(store, id, settings);
  return article === undefined ? undefined : renderFoundVersions(id, await readArticleVersions(store, article, asked));
}

function renderFoundVersions(articleId: string, { versions, compared }: ArticleVersions): VersionsOut {
  return renderVersions({
    articleId,
    versions,
    ...(compared === undefined
      ? {}
      : {
          compared: {
            before: compared.before.number,
            after: compared.after.number,
            beforeQuote: compared.other.quoteOf,
            afterQuote: compared.article.quoteOf,
          },
        }),
  });
}
