import { type FusionKey, keysOfArticle } from '../../core/record/fuse/fusion-keys.ts';
import { type SpellingCounts, writeCounts } from '../../core/record/people/spelling-counts.ts';
import type { FusionIndexChange } from '../store.ts';
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

/**
 * @param scope meetings whose keys go; absent when these are all entries that there are
 */
export async function writeFusionIndex(
  tx: Writer,
  { articles, meetingKeys, spellings }: FusionIndexChange,
  scope: ReadonlySet<string> | undefined,
): Promise<void> {
  const whole = scope === undefined;
  if (whole) {
    for (const table of ['fusion_index', 'fusion_keys', 'fusion_spellings', 'fusion_pending'] as const)
      await tx.deleteFrom(table).execute();
  }
  for (const some of inBatches(articles, 200)) {
    if (!whole) {
      const ids = some.map(({ articleId }) => articleId);
      await tx.deleteFrom('fusion_index').where('article_id', 'in', ids).execute();
      await tx.deleteFrom('fusion_pending').where('article_id', 'in', ids).execute();
      await tx.deleteFrom('fusion_keys').where('owner', 'in', ids).execute();
    }
    const rows = some
      .filter(({ reports }) => reports.length > 0)
      .map((article) => ({ article_id: article.articleId, data: JSON.stringify(article) }));
    if (rows.length > 0) await tx.insertInto('fusion_index').values(rows).execute();
    await writeKeys(tx, some.flatMap(keysOfArticle));
  }
  for (const some of inBatches([...(scope ?? [])]))
    await tx.deleteFrom('fusion_keys').where('owner', 'in', some).execute();
  await writeKeys(tx, meetingKeys);
  await writeSpellings(tx, spellings, whole);
}

async function writeKeys(tx: Writer, keys: readonly FusionKey[]): Promise<void> {
  for (const some of inBatches(keys, 200)) {
    await tx
      .insertInto('fusion_keys')
      .values(
        some.map(({ key, first, last, owner, report }) => ({
          look_up: key,
          first_day: first,
          last_day: last,
          owner,
          report,
        })),
      )
      .execute();
  }
}

async function writeSpellings(tx: Writer, spellings: readonly SpellingCounts[], whole: boolean): Promise<void> {
  for (const some of inBatches(spellings, 100)) {
    if (!whole) {
      const keys = some.map(({ key }) => key);
      await tx.deleteFrom('fusion_spellings').where('spelling', 'in', keys).execute();
    }
    const rows = some
      .filter(({ count, known }) => count > 0 || known > 0)
      .map((counts) => {
        const [country = '', role_code = ''] = counts.key.split('|');
        return { spelling: counts.key, country, role_code, known: counts.known, data: writeCounts(counts) };
      });
    if (rows.length > 0) await tx.insertInto('fusion_spellings').values(rows).execute();
  }
}
