import { Kysely } from 'kysely';
import type { Meeting } from '../../src/core/model/record.ts';
import type { ArchiveContext } from '../../src/store/archive/context.ts';
import { openSqliteStore } from '../../src/store/open-store.ts';
import { analyseArticle, type TextPart } from '../../src/store/search/analyse.ts';
import { refreshFacets } from '../../src/store/search/facet-rows.ts';
import { createKnownWords } from '../../src/store/search/known-words.ts';
import { indexArticle } from '../../src/store/search/search-store.ts';
import { createSqliteKyselyDialect, pragmas, sqliteDialect } from '../../src/store/sqlite/dialect.ts';
import { openBinding } from '../../src/store/sqlite/driver.ts';
import type { Tables, Writer } from '../../src/store/tables.ts';
import { inventOutlet } from '../../src/testing/invented.ts';
import { type BulkArticle, bulkArticle, bulkMeetings, bulkOutlets, bulkPeople } from './invent-archive.ts';

export interface LoadResult {
  readonly articles: number;
  /** Seconds, wall clock. */
  readonly record: number;
  readonly index: number;
  readonly cpu: number;
}

const BATCH = 500;

/**
 * Fills a new database the short way: texts are analysed and indexed as an import does, in large transactions; no page
 * is fetched, kept or extracted, no article is coded, the meetings are invented.
 */
export async function loadArchive(
  file: string,
  articles: number,
  note: (text: string) => void,
  meetings: Iterable<Meeting> = bulkMeetings(articles),
): Promise<LoadResult> {
  const before = process.cpuUsage();
  const start = performance.now();
  const store = await openSqliteStore(file);
  for (const id of bulkOutlets) await store.outlets.put(inventOutlet(id, { slug: id }));
  await store.record.replaceFused({ meetings: [...meetings], people: bulkPeople() });
  await store.close();
  const recorded = performance.now();
  note(`record of ${articles} articles written\n`);

  const binding = await openBinding(file);
  for (const pragma of pragmas) binding.exec(pragma);
  const db = new Kysely<Tables>({ dialect: createSqliteKyselyDialect(binding) });
  const knownWords = createKnownWords();
  const context: ArchiveContext = {
    db,
    dialect: sqliteDialect,
    knownWords,
    now: () => '2024-01-01T00:00:00Z',
    write: (work) => db.transaction().execute(work),
  };
  for (let at = 0; at < articles; at += BATCH) {
    const some = Array.from({ length: Math.min(BATCH, articles - at) }, (_, index) => bulkArticle(at + index));
    const analysed = some.map((article) => ({ article, text: textOf(article) })).map(analyse);
    await db.transaction().execute(async (tx) => {
      await writeRows(tx, analysed);
      for (const { article, terms } of analysed) {
        await indexArticle(context, tx, {
          articleId: article.id,
          seq: article.number + 1,
          sortDay: article.day,
          textVersion: 'v',
          terms,
          replaces: false,
        });
      }
      await refreshFacets(
        tx,
        some.map(({ id }) => id),
      );
      knownWords.commit(tx);
    });
    if ((at / BATCH) % 40 === 39) note(`${at + BATCH} articles indexed\n`);
  }
  await db.destroy();
  const { user, system } = process.cpuUsage(before);
  const seconds = (ms: number) => ms / 1000;
  return {
    articles,
    record: seconds(recorded - start),
    index: seconds(performance.now() - recorded),
    cpu: (user + system) / 1e6,
  };
}

export function textOf({ title, body }: BulkArticle): string {
  return `${title}\n${body}`;
}

function analyse({ article, text }: { article: BulkArticle; text: string }) {
  const { title, language } = article;
  const parts: TextPart[] = [
    ['headline', 0, title.length, language],
    ['body', title.length + 1, text.length, language],
  ];
  return { article, text, parts, terms: analyseArticle(title, language, text, parts) };
}

async function writeRows(tx: Writer, rows: readonly ReturnType<typeof analyse>[]): Promise<void> {
  const nothing = new Uint8Array();
  await tx
    .insertInto('blobs')
    .values({ hash: 'none', size: 0, encoding: 'raw', bytes: nothing })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('articles')
    .values(
      rows.map(({ article }) => ({
        id: article.id,
        seq: article.number + 1,
        page_hash: 'none',
        text_version: 'v',
        title: article.title,
        standfirst: null,
        language: article.language,
        outlet_id: article.outletId,
        aggregator: null,
        agency: null,
        published: article.day,
        not_later_than: null,
        sort_day: article.day,
        url: null,
        origin: 'import',
        page_type: 'article',
        dispatch_id: null,
        story_id: null,
      })),
    )
    .execute();
  await tx
    .insertInto('article_texts')
    .values(
      rows.map(({ article, text, parts }) => ({
        article_id: article.id,
        text_version: 'v',
        page_hash: 'none',
        text,
        parts: JSON.stringify(parts),
        data: nothing,
      })),
    )
    .execute();
}
