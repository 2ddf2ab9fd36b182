import { noStars, ratingOrder, type StarCounts } from '../../core/readers/rating-order.ts';
import type { ArchiveContext } from '../archive/context.ts';
import type { RatingStore, SavedArticleStore } from './readers.ts';

export function createRatingStore({ db, write, now }: ArchiveContext): RatingStore {
  const counted = () =>
    db
      .selectFrom('ratings')
      .innerJoin('users', 'users.id', 'ratings.user_id')
      .where('users.email_verified', '=', 1)
      .where('users.blocked', '=', 0)
      .select((select) => ['ratings.article_id', 'ratings.stars', select.fn.countAll<number>().as('votes')])
      .groupBy(['ratings.article_id', 'ratings.stars']);
  return {
    rate: (articleId, accountId, stars) =>
      write(async (tx) => {
        await tx
          .insertInto('ratings')
          .values({ article_id: articleId, user_id: accountId, stars, at: now() })
          .onConflict((conflict) => conflict.columns(['article_id', 'user_id']).doUpdateSet({ stars, at: now() }))
          .execute();
      }),
    takeBack: (articleId, accountId) =>
      write(async (tx) => {
        await tx.deleteFrom('ratings').where('article_id', '=', articleId).where('user_id', '=', accountId).execute();
      }),
    async of(articleIds) {
      if (articleIds.length === 0) return new Map();
      return gather(await counted().where('ratings.article_id', 'in', articleIds).execute());
    },
    async own(articleId, accountId) {
      const row = await db
        .selectFrom('ratings')
        .select('stars')
        .where('article_id', '=', articleId)
        .where('user_id', '=', accountId)
        .executeTakeFirst();
      return row?.stars;
    },
    async best(limit) {
      return [...gather(await counted().execute())]
        .map(([articleId, counts]) => ({ articleId, counts, order: ratingOrder(counts) }))
        .sort((a, b) => b.order - a.order || (a.articleId < b.articleId ? -1 : 1))
        .slice(0, limit)
        .map(({ articleId, counts }) => ({ articleId, counts }));
    },
  };
}

function gather(
  rows: readonly { readonly article_id: string; readonly stars: number; readonly votes: number }[],
): ReadonlyMap<string, StarCounts> {
  const found = new Map<string, StarCounts>();
  for (const { article_id, stars, votes } of rows) {
    const counts = found.get(article_id) ?? noStars;
    found.set(
      article_id,
      counts.map((count, at) => (at === stars - 1 ? Number(votes) : count)) as unknown as StarCounts,
    );
  }
  return found;
}

export function createSavedArticleStore({ db, write, now }: ArchiveContext): SavedArticleStore {
  return {
    save: (articleId, accountId) =>
      write(async (tx) => {
        await tx
          .insertInto('saved_articles')
          .values({ article_id: articleId, user_id: accountId, at: now() })
          .onConflict((conflict) => conflict.columns(['user_id', 'article_id']).doNothing())
          .execute();
      }),
    remove: (articleId, accountId) =>
      write(async (tx) => {
        await tx
          .deleteFrom('saved_articles')
          .where('article_id', '=', articleId)
          .where('user_id', '=', accountId)
          .execute();
      }),
    async of(accountId) {
      const rows = await db
        .selectFrom('saved_articles')
        .select(['article_id', 'at'])
        .where('user_id', '=', accountId)
        .orderBy('at', 'desc')
        .orderBy('article_id')
        .execute();
      return rows.map(({ article_id, at }) => ({ articleId: article_id, at }));
    },
  };
}
