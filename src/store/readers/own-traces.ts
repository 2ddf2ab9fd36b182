import type { Queries, Writer } from '../tables.ts';
import { eraseComment } from './comments.ts';
import type { OwnTraces } from './traces.ts';

export async function readTraces(db: Queries, accountId: string): Promise<OwnTraces> {
  const [ratings, comments, imageReports, votes, saved] = await Promise.all([
    db.selectFrom('ratings').selectAll().where('user_id', '=', accountId).orderBy('at').execute(),
    db.selectFrom('comments').selectAll().where('user_id', '=', accountId).orderBy('seq').execute(),
    db.selectFrom('image_reports').selectAll().where('user_id', '=', accountId).orderBy('seq').execute(),
    db.selectFrom('reader_poll_votes').selectAll().where('user_id', '=', accountId).orderBy('poll').execute(),
    db.selectFrom('saved_articles').selectAll().where('user_id', '=', accountId).orderBy('at').execute(),
  ]);
  return {
    ratings: ratings.map(({ article_id, stars, at }) => ({ articleId: article_id, stars, at })),
    comments: comments.map(({ seq, article_id, text, state, at }) => ({
      id: `c${seq}`,
      articleId: article_id,
      text,
      state,
      at,
    })),
    imageReports: imageReports.map(({ address, reason, note, at }) => ({ address, reason, note, at })),
    votes: votes.map(({ poll, choice, at }) => ({ poll: `p${poll}`, choice, at })),
    saved: saved.map(({ article_id, at }) => ({ articleId: article_id, at })),
  };
}

/** Nothing of it stays but what the desk decided, without the name of who did. */
export async function eraseTraces(tx: Writer, accountId: string): Promise<void> {
  const written = await tx
    .selectFrom('comments')
    .select('seq')
    .where('user_id', '=', accountId)
    .orderBy('seq', 'desc')
    .execute();
  for (const { seq } of written) await eraseComment(tx, seq);
  for (const table of ['ratings', 'image_reports', 'reader_poll_votes', 'saved_articles'] as const)
    await tx.deleteFrom(table).where('user_id', '=', accountId).execute();
  const owner = await tx.selectFrom('users').select('shown_username').where('id', '=', accountId).executeTakeFirst();
  if (owner !== undefined)
    await tx
      .updateTable('desk_log')
      .set({ subject: '–' })
      .where('queue', '=', 'accounts')
      .where('subject', '=', owner.shown_username)
      .execute();
  await tx.updateTable('desk_log').set({ actor_id: null }).where('actor_id', '=', accountId).execute();
}

/** With an article goes what readers said of it. */
export async function eraseArticleTraces(tx: Writer, articleId: string): Promise<void> {
  for (const table of ['ratings', 'comments', 'image_reports', 'saved_articles'] as const)
    await tx.deleteFrom(table).where('article_id', '=', articleId).execute();
}
