import type { IndexedArticle, MeetingLinks } from '../../core/record/fuse/blocks.ts';
import { spanOfEdtf } from '../../core/record/fuse/reports.ts';
import type { StoredFusionState } from '../store.ts';
import type { Queries, Writer } from '../tables.ts';
import { inBatches } from './cursor.ts';

export async function markPending(tx: Writer, articleIds: readonly string[]): Promise<void> {
  for (const some of inBatches(articleIds)) {
    await tx
      .insertInto('fusion_pending')
      .values(some.map((article_id) => ({ article_id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export async function readPending(db: Queries, limit: number, after = ''): Promise<string[]> {
  const rows = await db
    .selectFrom('fusion_pending')
    .select('article_id')
    .where('article_id', '>', after)
    .orderBy('article_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.article_id);
}

/** Small rows only: no record and no text is read. */
export async function readFusionState(db: Queries): Promise<StoredFusionState> {
  const index = await db.selectFrom('fusion_index').select('data').orderBy('article_id').execute();
  const pending = await db.selectFrom('fusion_pending').select('article_id').orderBy('article_id').execute();
  const meetings = await db
    .selectFrom('meetings')
    .select(['id', 'slug', 'first_day', 'last_day'])
    .orderBy('id')
    .execute();
  const links = await db.selectFrom('meeting_articles').selectAll().execute();
  const reports = new Map<string, string[]>();
  for (const { meeting_id, article_id, report } of links) {
    const list = reports.get(meeting_id);
    if (list === undefined) reports.set(meeting_id, [`${article_id}#${report}`]);
    else list.push(`${article_id}#${report}`);
  }
  return {
    index: index.map(({ data }) => JSON.parse(data) as IndexedArticle),
    pending: pending.map((row) => row.article_id),
    meetings: meetings.map(({ id, slug, first_day, last_day }): MeetingLinks => {
      const span = first_day === null ? undefined : spanOfEdtf(`${first_day}/${last_day ?? first_day}`);
      return { id, slug, reports: reports.get(id) ?? [], ...span };
    }),
  };
}

/** @param whole true when these are all entries that there are */
export async function writeFusionIndex(tx: Writer, index: readonly IndexedArticle[], whole: boolean): Promise<void> {
  if (whole) await tx.deleteFrom('fusion_index').execute();
  for (const some of inBatches(index, 200)) {
    const ids = some.map(({ articleId }) => articleId);
    await tx.deleteFrom('fusion_index').where('article_id', 'in', ids).execute();
    await tx.deleteFrom('fusion_pending').where('article_id', 'in', ids).execute();
    const rows = some
      .filter(({ reports }) => reports.length > 0)
      .map((article) => ({ article_id: article.articleId, data: JSON.stringify(article) }));
    if (rows.length > 0) await tx.insertInto('fusion_index').values(rows).execute();
  }
  if (whole) await tx.deleteFrom('fusion_pending').execute();
}
