import { type ExpressionBuilder, sql } from 'kysely';
import { hash64 } from '../../core/text/hash.ts';
import type { NewPage, PageOrigin, PageStore, StoredPage } from '../store.ts';
import type { PageRow, Queries, Tables, Writer } from '../tables.ts';
import { packBytes, packedBytes, storableText } from './compression.ts';
import type { ArchiveContext } from './context.ts';
import { hashBytes, pageIdentity } from './page-identity.ts';

const BATCH = 200;

export function createPageStore(context: ArchiveContext): PageStore {
  const { db } = context;
  return {
    put: (page) => putPage(context, page),
    bytes: async (hash) => {
      const row = await db
        .selectFrom('blobs')
        .select(['encoding', 'bytes'])
        .where('hash', '=', hash)
        .executeTakeFirst();
      return row === undefined ? undefined : packedBytes(row);
    },
    get: async (hash) => {
      const row = await db.selectFrom('pages').selectAll().where('hash', '=', hash).orderBy('seq').executeTakeFirst();
      return row === undefined ? undefined : toPage(row);
    },
    versions: async (articleId) => {
      const rows = await db
        .selectFrom('pages')
        .selectAll()
        .where('article_id', '=', articleId)
        .orderBy('version')
        .execute();
      return rows.map(toPage);
    },
    at: async (url) => {
      const identity = storableText(pageIdentity({ url, origin: 'import' }, ''));
      const rows = await db
        .selectFrom('pages')
        .selectAll()
        .where('identity', '=', identity)
        .orderBy('version')
        .execute();
      return rows.map(toPage);
    },
    each: () => eachPage(db),
    pending: async (limit) => {
      const rows = await db
        .selectFrom('pages')
        .selectAll()
        // Written out, not passed: an index on part of the rows is found by its own words alone.
        .where(sql<boolean>`is_read = 0 and is_current = 1`)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(toPage);
    },
  };
}

/** True for a page whose bytes no stored article comes from. */
export function hasNoArticle(where: ExpressionBuilder<Tables, 'pages'>) {
  return where.not(
    where.exists(
      where
        .selectFrom('articles as a')
        .select('a.id')
        .whereRef('a.id', '=', 'pages.article_id')
        .whereRef('a.page_hash', '=', 'pages.hash'),
    ),
  );
}

async function putPage(context: ArchiveContext, page: NewPage): ReturnType<PageStore['put']> {
  const hash = hashBytes(page.bytes);
  const identity = storableText(pageIdentity(page, hash));
  const seen = await findVersion(context.db, identity, hash);
  if (seen !== undefined) return { page: toPage(seen), change: 'same' };
  const packed = await packBytes(page.bytes);
  return context.write(async (tx) => {
    await context.dialect.lock(tx, identity);
    const id = hash64(identity);
    const known = await tx
      .selectFrom('pages')
      .selectAll()
      .where((where) => where.or([where('identity', '=', identity), where('article_id', '=', id)]))
      .orderBy('version', 'desc')
      .execute();
    const versions = known.filter((row) => row.identity === identity);
    const same = versions.find((row) => row.hash === hash);
    if (same !== undefined) return { page: toPage(same), change: 'same' };
    await tx
      .insertInto('blobs')
      .values({ hash, size: page.bytes.length, ...packed })
      // The bytes of another page that had to go may come back with this one.
      .onConflict((conflict) => conflict.column('hash').doUpdateSet(packed).where('blobs.encoding', '=', 'dropped'))
      .execute();
    const newest = versions[0];
    // An older save that is imported late is kept, and changes nothing of what is shown.
    const current = versions.find((row) => row.is_current === 1);
    const isCurrent = current === undefined || current.saved_at <= page.savedAt;
    if (isCurrent && current !== undefined) {
      await tx
        .updateTable('pages')
        .set({ is_current: 0 })
        .where('identity', '=', identity)
        .where('is_current', '=', 1)
        .execute();
    }
    const row = await tx
      .insertInto('pages')
      .values({
        article_id: newest?.article_id ?? (known.length === 0 ? id : await freeArticleId(tx, identity)),
        identity,
        version: (newest?.version ?? 0) + 1,
        is_current: isCurrent ? 1 : 0,
        hash,
        size: page.bytes.length,
        content_type: optionalText(page.contentType),
        format: page.format ?? null,
        url: optionalText(page.url),
        name: optionalText(page.name),
        origin: page.origin,
        saved_at: page.savedAt,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    if (page.item !== undefined)
      await tx
        .updateTable('source_items')
        .set({ article_id: row.article_id })
        .where('address', '=', page.item)
        .execute();
    return { page: toPage(row), change: newest === undefined ? 'new' : 'changed' };
  });
}

function optionalText(text: string | undefined): string | null {
  return text === undefined ? null : storableText(text);
}

/** Bytes that this page once had count as known: importing a folder with several saves again changes nothing. */
async function findVersion(db: Queries, identity: string, hash: string): Promise<PageRow | undefined> {
  return db
    .selectFrom('pages')
    .selectAll()
    .where('identity', '=', identity)
    .where('hash', '=', hash)
    .executeTakeFirst();
}

/** The id is a hash of the identity; the rare or forged collision of two identities gets a number. */
async function freeArticleId(tx: Writer, identity: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const id = hash64(`${identity}#${attempt}`);
    const taken = await tx.selectFrom('pages').select('seq').where('article_id', '=', id).executeTakeFirst();
    if (taken === undefined) return id;
  }
}

async function* eachPage(db: Queries): AsyncGenerator<StoredPage> {
  for (let after = -1; ; ) {
    const rows = await db
      .selectFrom('pages as first')
      .innerJoin('pages', (join) =>
        join.onRef('pages.article_id', '=', 'first.article_id').on('pages.is_current', '=', 1),
      )
      .selectAll('pages')
      .select('first.seq as order')
      .where('first.version', '=', 1)
      .where('first.seq', '>', after)
      .orderBy('first.seq')
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.order;
    for (const row of rows) yield toPage(row);
  }
}

export function toPage(row: PageRow): StoredPage {
  return {
    hash: row.hash,
    articleId: row.article_id,
    size: row.size,
    version: row.version,
    origin: row.origin as PageOrigin,
    savedAt: row.saved_at,
    ...(row.content_type === null ? {} : { contentType: row.content_type }),
    ...(row.format === null ? {} : { format: row.format as 'html' | 'text' }),
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.name === null ? {} : { name: row.name }),
  };
}
