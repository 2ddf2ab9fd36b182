import { itemsInFeed, type ReadFeed } from '../feeds/feeds.ts';
import { clipText } from '../shown-text.ts';
import { articlePath, titleText } from '../views/article-list.tsx';

const longestSummary = 600;

/** `/articles/:id/comments.atom`: what readers say of an article, the newest first. */
export const commentsFeed: ReadFeed = async ({ store, tr }, id, site) => {
  const [row] = await store.articles.rows([id]);
  if (row === undefined) return undefined;
  const shown = (await store.readers.comments.ofArticle(row.id)).filter(({ state }) => state === 'shown');
  const of = titleText(row, tr, 120);
  return {
    title: tr.t('comments.title-of', { title: of }),
    description: tr.t('feed.comments-of', { of }),
    path: `${articlePath(row.id)}/comments`,
    items: shown
      .slice(-itemsInFeed)
      .reverse()
      .map((comment) => ({
        id: `urn:rapporteur:comment:${comment.id}`,
        url: `${site}/comments/${comment.id}`,
        title: clipText(comment.author?.name ?? '', 80),
        summary: clipText(comment.text, longestSummary),
        date: comment.at,
        language: comment.language === '' ? 'und' : comment.language,
        categories: [],
        author: clipText(comment.author?.name ?? '', 80),
      })),
  };
};
