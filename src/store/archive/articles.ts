import { sql } from 'kysely';
import type { Article } from '../../core/model/article.ts';
import { RapporteurError } from '../../errors.ts';
import { eraseArticleTraces } from '../readers/own-traces.ts';
import { analyseArticle, findParts } from '../search/analyse.ts';
import { refreshFacets } from '../search/facet-rows.ts';
import { indexArticle, unindexArticle } from '../search/search-store.ts';
import type { ArticleQuery, ArticleRow, ArticleStore, Grouping, PageOf, ReadPage, StoredArticle } from '../store.ts';
import type { NewArticleRow, PageRow, Queries, StoryMove, Writer } from '../tables.ts';
import { withholder } from '../withhold.ts';
import { optional, rowsOf } from './article-rows.ts';
import { packJson, storableText, unpackJson } from './compression.ts';
import type { ArchiveContext } from './context.ts';
import { inBatches, readCursor, readLimit, writeCursor } from './cursor.ts';
import { articleSortDay } from './days.ts';
import { markPending } from './fusion-index.ts';
import { dropPrint } from './grouping/prints.ts';
import { rememberPage } from './hosts.ts';
import { dropNoveltyPrint, printBytes, putNoveltyPrint } from './novelty-prints.ts';
import { toOutlet } from './outlets.ts';
import { toPage } from './pages.ts';
import { markRecordChanged } from './record-memory.ts';
import { prepareRecord } from './records.ts';
import { getStory, listStories, refreshStories } from './stories.ts';
import { readStoryMoves, writeStoryMoves } from './story-moves.ts';
import { readWithdrawals } from './withdrawals.ts';

const BATCH = 100;

export function createArticleStore(context: ArchiveContext): ArticleStore {
  const { db, write } = context;
  return {
    put: async (pageHash, article, outletId) => {
      await write(await prepareArticle(context, { pageHash, article, outletId }));
    },
    putRead: async (read) => {
      const putArticle = await prepareArticle(context, read, read.packed?.article);
      const putRecord = await prepareRecord(read.record, read.packed?.record);
      await write(async (tx) => {
        const { current } = await putArticle(tx);
        // Facts come from what the article says now; an earlier version, read late, is only kept.
        if (!current) return;
        await putRecord(tx);
        if (read.remember !== undefined) await rememberPage(tx, read.article.id, read.remember);
      });
    },
    get: async (id) => (await readArticles(db, [id]))[0],
    many: (ids) => readArticles(db, ids),
    text: async (articleId, textVersion) => {
      const row = await db
        .selectFrom('article_texts')
        .select('text')
        .where('article_id', '=', articleId)
        .where('text_version', '=', textVersion)
        .executeTakeFirst();
      return row?.text;
    },
    list: (query) => listArticles(db, query ?? {}),
    rows: (ids) => rowsOf(db, ids),
    ids: async () => (await db.selectFrom('articles').select('id').orderBy('seq').execute()).map((row) => row.id),
    each: () => eachArticle(db),
    listStories: (query) => listStories(db, query ?? {}),
    getStory: (storyId, query) => getStory(db, storyId, query ?? {}),
    storyMoves: (id) => readStoryMoves(db, id),
    setGroups: (groups) => write((tx) => setGroups(tx, groups)),
    remove: (id) => write((tx) => removeArticle(context, tx, id)),
  };
}

/** Does all that needs no transaction; gives what writes the article in one. */
async function prepareArticle(
  context: ArchiveContext,
  { pageHash, article, outletId }: Pick<ReadPage, 'pageHash' | 'article' | 'outletId'>,
  packed?: Uint8Array,
): Promise<(tx: Writer) => Promise<{ readonly current: boolean }>> {
  const { text: exactText, ...rest } = article;
  const text = storableText(exactText);
  const title = storableText(article.title?.value ?? '');
  const parts = findParts(article);
  const data = packed ?? (await packJson(rest));
  const withhold = withholder(await readWithdrawals(context.db), [article.id], text);
  const terms = analyseArticle(withhold(title), article.language.value, withhold(text), parts);
  const print = printBytes({ ...article, text });
  const textRow = { page_hash: pageHash, text, parts: JSON.stringify(parts), data };

  return async (tx) => {
    const page = await findPage(tx, pageHash, article.id, outletId);
    const stored = await tx.selectFrom('articles').selectAll().where('id', '=', article.id).executeTakeFirst();
    const isCurrent = page.is_current === 1;
    // An older version that was never extracted and no longer matters: its bytes are kept for `rebuild`.
    if (!isCurrent && stored === undefined) return { current: false };
    const row: NewArticleRow = {
      id: article.id,
      seq: page.first_seq,
      page_hash: pageHash,
      text_version: article.textVersion,
      title,
      standfirst: article.standfirst === undefined ? null : storableText(article.standfirst.value),
      language: article.language.value,
      outlet_id: outletId ?? null,
      aggregator: article.aggregator === undefined ? null : storableText(article.aggregator.value),
      agency: article.agency === undefined ? null : storableText(article.agency.value),
      published: article.published?.value.edtf ?? null,
      not_later_than: article.notLaterThan?.value ?? null,
      sort_day: articleSortDay(article.published?.value.edtf, article.notLaterThan?.value, page.saved_at),
      url: optionalUrl(article.url ?? page.url ?? undefined),
      origin: page.origin,
      page_type: article.pageType,
      dispatch_id: stored?.dispatch_id ?? null,
      story_id: stored?.story_id ?? null,
      coded_with: stored?.text_version === article.textVersion ? stored.coded_with : null,
      dropped_at: null,
    };
    if (stored === undefined) {
      await tx.insertInto('articles').values(row).execute();
      await insertText(tx, article.id, article.textVersion, textRow);
    } else {
      if (isCurrent) await markPending(tx, [article.id]);
      if (isCurrent) await tx.updateTable('articles').set(row).where('id', '=', article.id).execute();
      await putText(tx, article.id, article.textVersion, textRow);
    }
    if (!isCurrent) return { current: false };
    await tx
      .updateTable('pages')
      .set({ is_read: 1 })
      .where('article_id', '=', article.id)
      .where('hash', '=', pageHash)
      .execute();
    await indexArticle(context, tx, {
      articleId: article.id,
      seq: page.first_seq,
      sortDay: row.sort_day,
      textVersion: article.textVersion,
      terms,
      replaces: stored !== undefined,
    });
    await putNoveltyPrint(tx, article.id, print);
    await refreshFacets(tx, [article.id]);
    if (row.story_id !== null && row.story_id !== undefined) await refreshStories(tx, [row.story_id]);
    return { current: true };
  };
}

function optionalUrl(url: string | undefined): string | null {
  return url === undefined ? null : storableText(url);
}

/** The page version that an article was read from, once its outlet is known to exist. */
async function findPage(
  tx: Writer,
  hash: string,
  articleId: string,
  outletId: string | undefined,
): Promise<PageRow & { readonly first_seq: number }> {
  const page = await tx
    .selectFrom('pages')
    .innerJoin('pages as first', (join) =>
      join.onRef('first.article_id', '=', 'pages.article_id').on('first.version', '=', 1),
    )
    .leftJoin('outlets as o', (join) => join.on('o.id', '=', outletId ?? ''))
    .selectAll('pages')
    .select(['first.seq as first_seq', 'o.id as known_outlet'])
    .where('pages.hash', '=', hash)
    .where('pages.article_id', '=', articleId)
    .executeTakeFirst();
  if (page === undefined) {
    throw new RapporteurError('not-found', `No page ${hash.slice(0, 12)} is kept for article ${articleId}.`);
  }
  if (outletId !== undefined && page.known_outlet === null) {
    throw new RapporteurError('not-found', `No outlet has the id ${outletId}.`);
  }
  return page;
}

interface TextRow {
  readonly page_hash: string;
  readonly text: string;
  readonly parts: string;
  readonly data: Uint8Array;
}

async function insertText(tx: Writer, articleId: string, textVersion: string, row: TextRow): Promise<void> {
  await tx
    .insertInto('article_texts')
    .values({ article_id: articleId, text_version: textVersion, ...row })
    .execute();
}

/** Facts point into a text version: its text is written once. What was read from it may be read again. */
async function putText(tx: Writer, articleId: string, textVersion: string, row: TextRow): Promise<void> {
  const known = await tx
    .selectFrom('article_texts')
    .select('text')
    .where('article_id', '=', articleId)
    .where('text_version', '=', textVersion)
    .executeTakeFirst();
  if (known === undefined) return insertText(tx, articleId, textVersion, row);
  if (known.text !== row.text) {
    throw new RapporteurError('internal', `Article ${articleId} has another text under the version ${textVersion}.`, {
      context: { private: { hint: 'a text version names one text' } },
    });
  }
  await tx
    .updateTable('article_texts')
    .set({ parts: row.parts, data: row.data })
    .where('article_id', '=', articleId)
    .where('text_version', '=', textVersion)
    .execute();
}

async function readArticles(db: Queries, ids: readonly string[]): Promise<StoredArticle[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('articles as a')
    .innerJoin('article_texts as t', (join) =>
      join.onRef('t.article_id', '=', 'a.id').onRef('t.text_version', '=', 'a.text_version'),
    )
    .innerJoin('pages as p', (join) => join.onRef('p.article_id', '=', 'a.id').onRef('p.hash', '=', 'a.page_hash'))
    .selectAll('p')
    .select(['a.seq as order', 'a.outlet_id', 'a.aggregator', 'a.dispatch_id', 'a.story_id', 't.text', 't.data'])
    .where('a.id', 'in', ids)
    .orderBy('a.seq')
    .execute();
  const outletIds = [...new Set(rows.flatMap((row) => row.outlet_id ?? []))];
  const outlets = new Map(
    outletIds.length === 0
      ? []
      : (await db.selectFrom('outlets').selectAll().where('id', 'in', outletIds).execute()).map((row) => [
          row.id,
          toOutlet(row),
        ]),
  );
  return Promise.all(
    rows.map(async (row) => {
      const rest = await unpackJson<Omit<Article, 'text'>>(row.data);
      const outlet = row.outlet_id === null ? undefined : outlets.get(row.outlet_id);
      return {
        article: { ...rest, text: row.text },
        page: toPage(row),
        ...(outlet === undefined ? {} : { outlet }),
        ...optional('aggregator', row.aggregator),
        ...optional('dispatchId', row.dispatch_id),
        ...optional('storyId', row.story_id),
      };
    }),
  );
}

async function* eachArticle(db: Queries): AsyncGenerator<StoredArticle> {
  for (let after = -1; ; ) {
    const rows = await db
      .selectFrom('articles')
      .select(['id', 'seq'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
    yield* await readArticles(
      db,
      rows.map((row) => row.id),
    );
  }
}

async function listArticles(db: Queries, query: ArticleQuery): Promise<PageOf<ArticleRow>> {
  const limit = readLimit(query.limit);
  let matching = db.selectFrom('articles as a');
  if (query.outlet !== undefined) {
    const { outlet } = query;
    matching = matching.where((where) =>
      where(
        'a.outlet_id',
        'in',
        where
          .selectFrom('outlets')
          .select('id')
          .where((o) => o.or([o('id', '=', outlet), o('slug', '=', outlet)])),
      ),
    );
  }
  if (query.language !== undefined) matching = matching.where('a.language', '=', query.language);
  if (query.storyId !== undefined) matching = matching.where('a.story_id', '=', query.storyId);
  if (query.dispatchId !== undefined) matching = matching.where('a.dispatch_id', '=', query.dispatchId);
  if (query.meetingId !== undefined) {
    const { meetingId } = query;
    matching = matching.where('a.id', 'in', (where) =>
      where.selectFrom('meeting_articles').select('article_id').where('meeting_id', '=', meetingId),
    );
  }
  if (query.country !== undefined) {
    const country = query.country.toUpperCase();
    matching = matching.where('a.id', 'in', (where) =>
      where
        .selectFrom('meeting_articles as ma')
        .innerJoin('meeting_countries as mc', 'mc.meeting_id', 'ma.meeting_id')
        .select('ma.article_id')
        .where('mc.country', '=', country),
    );
  }
  if (query.pair !== undefined) {
    const [a, b] = query.pair.map((code) => code.toUpperCase());
    matching = matching.where('a.id', 'in', (where) =>
      where
        .selectFrom('meeting_countries as x')
        .innerJoin('meeting_countries as y', 'y.meeting_id', 'x.meeting_id')
        .innerJoin('meeting_articles as ma', 'ma.meeting_id', 'x.meeting_id')
        .select('ma.article_id')
        .where('x.country', '=', a ?? '')
        .where('y.country', '=', b ?? ''),
    );
  }
  if (query.withMeeting === true) {
    matching = matching.where((where) =>
      where.exists(
        where.selectFrom('meeting_articles as ma').select('ma.meeting_id').whereRef('ma.article_id', '=', 'a.id'),
      ),
    );
  }
  if (query.from !== undefined) matching = matching.where('a.sort_day', '>=', query.from);
  if (query.to !== undefined) matching = matching.where('a.sort_day', '<=', query.to);
  const counted = await matching.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  let page = matching.select(['a.id', 'a.sort_day', 'a.seq']);
  if (query.cursor !== undefined) {
    const [day, seq] = readCursor(query.cursor, ['string', 'number']);
    page = page.where(sql<boolean>`(a.sort_day, a.seq) < (${day}, ${seq})`);
  }
  const keys = await page
    .orderBy('a.sort_day', 'desc')
    .orderBy('a.seq', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = keys.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await rowsOf(
      db,
      shown.map((row) => row.id),
    ),
    total: Number(counted.total),
    ...(keys.length > limit && last !== undefined ? { next: writeCursor([last.sort_day, last.seq]) } : {}),
  };
}

/** Writes only what moved: after an import most articles stay in their dispatch and story. */
async function setGroups(tx: Writer, groups: readonly Grouping[]): Promise<void> {
  const touched = new Set<string>();
  const moves: StoryMove[] = [];
  for (const some of inBatches(groups)) {
    const stored = await tx
      .selectFrom('articles')
      .select(['id', 'dispatch_id', 'story_id'])
      .where(
        'id',
        'in',
        some.map((group) => group.articleId),
      )
      .execute();
    const byId = new Map(stored.map((row) => [row.id, row]));
    for (const { articleId, dispatchId, storyId } of some) {
      const row = byId.get(articleId);
      if (row === undefined) continue;
      const dispatch_id = dispatchId ?? row.dispatch_id;
      const story_id = storyId ?? row.story_id;
      if (row.dispatch_id === dispatch_id && row.story_id === story_id) continue;
      if (row.story_id !== null) touched.add(row.story_id);
      if (row.story_id !== null && row.story_id !== story_id)
        moves.push({ former: row.story_id, article_id: articleId });
      if (story_id !== null) touched.add(story_id);
      await tx.updateTable('articles').set({ dispatch_id, story_id }).where('id', '=', articleId).execute();
    }
  }
  await writeStoryMoves(tx, moves);
  await refreshStories(tx, [...touched]);
}

/** Forgets an article with its pages and bytes. Meetings keep their other reports until the next fusion. */
async function removeArticle(context: ArchiveContext, tx: Writer, id: string): Promise<void> {
  const article = await tx.selectFrom('articles').select('story_id').where('id', '=', id).executeTakeFirst();
  const pages = await tx.selectFrom('pages').select('hash').where('article_id', '=', id).execute();
  await unindexArticle(context, tx, id);
  await tx.deleteFrom('meeting_articles').where('article_id', '=', id).execute();
  await markPending(tx, [id]);
  await dropPrint(tx, id);
  await dropNoveltyPrint(tx, id);
  await eraseArticleTraces(tx, id);
  await tx.deleteFrom('articles').where('id', '=', id).execute();
  await tx.deleteFrom('pages').where('article_id', '=', id).execute();
  for (const { hash } of pages) {
    const used = await tx.selectFrom('pages').select('seq').where('hash', '=', hash).executeTakeFirst();
    if (used === undefined) await tx.deleteFrom('blobs').where('hash', '=', hash).execute();
  }
  if (article !== undefined && article.story_id !== null) await refreshStories(tx, [article.story_id]);
  await markRecordChanged(tx);
}
