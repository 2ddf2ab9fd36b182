import { sql } from 'kysely';
import type { Article } from '../../core/model/article.ts';
import type { Arrival, ArticleVersion, KeepingStore } from '../keeping.ts';
import type { Queries } from '../tables.ts';
import { unpackJson } from './compression.ts';
import type { ArchiveContext } from './context.ts';
import { mendLeftovers } from './mend.ts';
import { pageIdentity } from './page-identity.ts';
import { toPage } from './pages.ts';
import { createRetention } from './retention.ts';

export function createKeepingStore(context: ArchiveContext): KeepingStore {
  const { db } = context;
  return {
    ...createRetention(context),
    mend: () => mendLeftovers(context),
    arrivals: (since) => readArrivals(db, since),
    findArticle: async (idOrAddress) => {
      const identity = pageIdentity({ url: idOrAddress, origin: 'import' }, '');
      const row = await db
        .selectFrom('pages')
        .select('article_id')
        .where((where) => where.or([where('article_id', '=', idOrAddress), where('identity', '=', identity)]))
        .executeTakeFirst();
      return row?.article_id;
    },
    versions: (articleId) => readVersions(db, articleId),
    edited: (query) => readEdited(db, query),
  };
}

async function readArrivals(db: Queries, since: string): Promise<Arrival[]> {
  const day = sql<string>`substr(p.saved_at, 1, 10)`;
  const rows = await db
    .selectFrom('pages as p')
    .innerJoin('articles as a', 'a.id', 'p.article_id')
    .select((select) => ['a.outlet_id', 'a.language', day.as('day'), select.fn.countAll<number>().as('articles')])
    .where('p.version', '=', 1)
    .where('p.saved_at', '>=', since)
    .where('a.outlet_id', 'is not', null)
    .groupBy(['a.outlet_id', 'a.language', day])
    .orderBy('a.outlet_id')
    .orderBy('a.language')
    .orderBy(day)
    .execute();
  return rows.map((row) => ({
    outletId: row.outlet_id ?? '',
    language: row.language,
    day: row.day,
    articles: Number(row.articles),
  }));
}

async function readVersions(db: Queries, articleId: string): Promise<ArticleVersion[]> {
  const pages = await db
    .selectFrom('pages')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('saved_at')
    .orderBy('version')
    .execute();
  const texts = await db
    .selectFrom('article_texts')
    .select(['page_hash', 'text_version', 'text', 'data'])
    .where('article_id', '=', articleId)
    .orderBy('text_version')
    .execute();
  const current = await db.selectFrom('articles').select('text_version').where('id', '=', articleId).executeTakeFirst();
  // Two readings of one page differ by the reader, not by the outlet: all versions are shown as one reader saw them.
  const reader = readerOf(current?.text_version ?? '');
  return Promise.all(
    pages.map(async (page) => {
      const readings = texts.filter((text) => text.page_hash === page.hash);
      const text =
        readings.find((one) => one.text_version === current?.text_version) ??
        readings.find((one) => readerOf(one.text_version) === reader) ??
        readings.at(-1);
      if (text === undefined) return { page: toPage(page) };
      const rest = await unpackJson<Omit<Article, 'text'>>(text.data);
      return { page: toPage(page), article: { ...rest, text: text.text } };
    }),
  );
}

/** A text version is a hash of the page and its text, and the version of what read it. */
function readerOf(textVersion: string): string {
  return textVersion.slice(textVersion.search(/[-:][^-:]*$/));
}

async function readEdited(
  db: Queries,
  { outletId, limit }: { readonly outletId?: string; readonly limit: number },
): Promise<string[]> {
  let rows = db
    .selectFrom('pages as p')
    .innerJoin('articles as a', 'a.id', 'p.article_id')
    .select((select) => ['p.article_id', select.fn.max('p.saved_at').as('last')])
    .where('p.version', '>', 1);
  if (outletId !== undefined) rows = rows.where('a.outlet_id', '=', outletId);
  const found = await rows
    .groupBy('p.article_id')
    .orderBy('last', 'desc')
    .orderBy('p.article_id')
    .limit(limit)
    .execute();
  return found.map((row) => row.article_id);
}
