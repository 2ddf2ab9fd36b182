import { dropText } from '../../core/extract/drop-text.ts';
import type { Article } from '../../core/model/article.ts';
import type { KeepingStore } from '../keeping.ts';
import { analyseArticle, findParts } from '../search/analyse.ts';
import { indexArticle } from '../search/search-store.ts';
import type { Writer } from '../tables.ts';
import { withholder } from '../withhold.ts';
import { packJson, unpackJson } from './compression.ts';
import type { ArchiveContext } from './context.ts';
import { dropNoveltyPrint } from './novelty-prints.ts';
import { readWithdrawals } from './withdrawals.ts';

type Retention = Pick<KeepingStore, 'setKeepDays' | 'dueToDrop' | 'drop' | 'logRetention' | 'retentionLog'>;

export function createRetention(context: ArchiveContext): Retention {
  const { db, write } = context;
  return {
    setKeepDays: (outletId, days) =>
      write(async (tx) => {
        await tx
          .updateTable('outlets')
          .set({ keep_days: days ?? null })
          .where('id', '=', outletId)
          .execute();
      }),
    dueToDrop: async (outletId, before, limit) => {
      const rows = await db
        .selectFrom('articles as a')
        .innerJoin('pages as p', (join) => join.onRef('p.article_id', '=', 'a.id').on('p.is_current', '=', 1))
        .select('a.id')
        .where('a.outlet_id', '=', outletId)
        .where('a.dropped_at', 'is', null)
        .where('p.saved_at', '<', before)
        .orderBy('a.seq')
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },
    drop: (article) => dropArticle(context, article),
    logRetention: ({ outletId, keepDays, ...entry }) =>
      write(async (tx) => {
        await tx
          .insertInto('retention_log')
          .values({ ...entry, outlet_id: outletId, keep_days: keepDays })
          .execute();
      }),
    retentionLog: async (limit) => {
      const rows = await db.selectFrom('retention_log').selectAll().orderBy('seq', 'desc').limit(limit).execute();
      return rows.map(({ at, outlet_id, keep_days, articles, bytes }) => ({
        at,
        outletId: outlet_id,
        keepDays: keep_days,
        articles,
        bytes,
      }));
    },
  };
}

async function dropArticle(context: ArchiveContext, article: Article): Promise<number> {
  const { db } = context;
  const at = article.dropped?.at ?? context.now();
  const stored = await db.selectFrom('article_texts').selectAll().where('article_id', '=', article.id).execute();
  const rows = await Promise.all(
    stored.map(async (row) => {
      const rest = await unpackJson<Omit<Article, 'text'>>(row.data);
      // Of an earlier version no fact needs a sentence.
      const { text, ...data } =
        row.text_version === article.textVersion ? article : dropText({ ...rest, text: row.text }, [], at);
      return { textVersion: row.text_version, text, data: await packJson(data) };
    }),
  );
  const parts = findParts(article);
  const withhold = withholder(await readWithdrawals(db), [article.id], article.text);
  const title = article.title?.value ?? '';
  const terms = analyseArticle(withhold(title), article.language.value, withhold(article.text), parts);
  return context.write(async (tx) => {
    const row = await tx.selectFrom('articles').selectAll().where('id', '=', article.id).executeTakeFirstOrThrow();
    // A new version came meanwhile: it is young, and stays.
    if (row.text_version !== article.textVersion) return 0;
    await tx.updateTable('articles').set({ dropped_at: at, standfirst: null }).where('id', '=', article.id).execute();
    for (const { textVersion, text, data } of rows)
      await tx
        .updateTable('article_texts')
        .set({ text, data })
        .where('article_id', '=', article.id)
        .where('text_version', '=', textVersion)
        .execute();
    await dropNoveltyPrint(tx, article.id);
    const bytes = await dropBytes(tx, article.id);
    await indexArticle(context, tx, {
      articleId: article.id,
      seq: row.seq,
      sortDay: row.sort_day,
      textVersion: article.textVersion,
      terms,
      replaces: true,
    });
    return bytes;
  });
}

async function dropBytes(tx: Writer, articleId: string): Promise<number> {
  const pages = await tx.selectFrom('pages').select('hash').where('article_id', '=', articleId).execute();
  let dropped = 0;
  for (const hash of new Set(pages.map((page) => page.hash))) {
    const needed = await tx
      .selectFrom('pages as p')
      .innerJoin('articles as a', 'a.id', 'p.article_id')
      .select('p.seq')
      .where('p.hash', '=', hash)
      .where('a.dropped_at', 'is', null)
      .executeTakeFirst();
    if (needed !== undefined) continue;
    const blob = await tx.selectFrom('blobs').select('bytes').where('hash', '=', hash).executeTakeFirst();
    dropped += blob?.bytes.length ?? 0;
    await tx
      .updateTable('blobs')
      .set({ encoding: 'dropped', bytes: new Uint8Array(0) })
      .where('hash', '=', hash)
      .execute();
  }
  return dropped;
}
