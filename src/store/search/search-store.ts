import { sql } from 'kysely';
import { rowsOf } from '../archive/article-rows.ts';
import type { ArchiveContext } from '../archive/context.ts';
import { readSetting, writeSetting } from '../archive/settings.ts';
import { readWithdrawals } from '../archive/withdrawals.ts';
import type { SearchHit, SearchProblemCode, SearchQuery, SearchResult, SearchStore } from '../store.ts';
import type { Queries, Writer } from '../tables.ts';
import { withholder } from '../withhold.ts';
import { type AnalysedText, analyseArticle, analyserVersion, type TextPart } from './analyse.ts';
import { firstDocument, isDay, lastDocument, nextDocument } from './document-number.ts';
import { type Clause, findTerms, parseQuery, problemSentences, type QueryWord } from './parse-query.ts';
import { findMarks, makeSnippet } from './snippets.ts';

const ANALYSER_SETTING = 'search-analyser';
const REINDEX_BATCH = 200;
const MAX_HITS = 200;

export function createSearchStore(context: ArchiveContext): SearchStore {
  const { db } = context;
  return {
    find: (query) => find(context, query),
    stale: async () => (await readSetting(db, ANALYSER_SETTING)) !== analyserVersion,
    reindex: () => reindexSearch(context),
  };
}

/** Makes the index anew from the stored texts, without the names of people who were withdrawn. */
export async function reindexSearch(context: ArchiveContext): Promise<{ readonly articles: number }> {
  const { db, dialect, write } = context;
  const withheld = await readWithdrawals(db);
  await write(async (tx) => {
    await dialect.index.clear(tx);
    await writeSetting(tx, ANALYSER_SETTING, analyserVersion);
  });
  context.knownWords.clear();
  let articles = 0;
  for (let after = -1; ; ) {
    const rows = await db
      .selectFrom('articles as a')
      .innerJoin('article_texts as t', (join) =>
        join.onRef('t.article_id', '=', 'a.id').onRef('t.text_version', '=', 'a.text_version'),
      )
      .select(['a.id', 'a.seq', 'a.title', 'a.language', 'a.sort_day', 'a.text_version', 't.text', 't.parts'])
      .where('a.seq', '>', after)
      .orderBy('a.seq')
      .limit(REINDEX_BATCH)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return { articles };
    after = last.seq;
    const analysed = rows.map((row) => {
      const withhold = withholder(withheld, [row.id], row.text);
      return {
        row,
        terms: analyseArticle(
          withhold(row.title),
          row.language,
          withhold(row.text),
          JSON.parse(row.parts) as TextPart[],
        ),
      };
    });
    await write(async (tx) => {
      for (const { row, terms } of analysed) {
        await indexArticle(context, tx, {
          articleId: row.id,
          seq: row.seq,
          sortDay: row.sort_day,
          textVersion: row.text_version,
          terms,
          replaces: true,
        });
      }
    });
    articles += rows.length;
  }
}

/** Marks a new archive as analysed by this version; an older archive keeps its mark until `reindex`. */
export async function initialiseAnalyser(db: Queries): Promise<void> {
  if ((await readSetting(db, ANALYSER_SETTING)) === undefined)
    await writeSetting(db, ANALYSER_SETTING, analyserVersion);
}

/** Puts one article into the index, in the transaction that stores it. */
export async function indexArticle(
  context: ArchiveContext,
  tx: Writer,
  article: {
    articleId: string;
    seq: number;
    sortDay: string;
    textVersion: string;
    terms: AnalysedText;
    replaces: boolean;
  },
): Promise<void> {
  const { index } = context.dialect;
  if (article.replaces) await index.remove(tx, article.articleId);
  const document = await nextDocument(tx, article.sortDay, article.seq);
  await index.put(tx, {
    document,
    articleId: article.articleId,
    textVersion: article.textVersion,
    terms: article.terms,
  });
  await putWords(context, tx, article.terms.words);
}

/** Sorted, so that two writers take their locks in the same order. */
async function putWords(
  context: ArchiveContext,
  tx: Writer,
  words: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  const rows: { folded: string; stem: string }[] = [];
  for (const [folded, stems] of words) {
    for (const stem of stems) if (!context.knownWords.has(folded, stem)) rows.push({ folded, stem });
  }
  rows.sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : a.stem < b.stem ? -1 : 1));
  for (let i = 0; i < rows.length; i += 400) {
    const some = rows.slice(i, i + 400);
    await tx
      .insertInto('search_words')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    context.knownWords.stage(tx, some);
  }
}

async function find(context: ArchiveContext, query: SearchQuery): Promise<SearchResult> {
  const parsed = parseQuery(query.text);
  for (const day of [query.from, query.to]) if (day !== undefined && !isDay(day)) return failed('invalid-date');
  if (parsed.clauses.length === 0) return failed(parsed.problem ?? 'no-words');
  const { db, dialect } = context;
  const clauses = await resolveClauses(db, parsed.clauses, query.language);
  const found = await dialect.index.find(db, {
    clauses,
    ...(query.language === undefined ? {} : { language: query.language }),
    ...(query.outlet === undefined ? {} : { outletId: await outletId(db, query.outlet) }),
    ...(query.country === undefined ? {} : { country: query.country.toUpperCase() }),
    ...(query.from === undefined ? {} : { from: firstDocument(query.from) }),
    ...(query.to === undefined ? {} : { to: lastDocument(query.to) }),
    order: query.order ?? 'newest',
    limit: clamp(query.limit ?? 20, 0, MAX_HITS),
    offset: clamp(query.offset ?? 0, 0, Number.MAX_SAFE_INTEGER),
  });
  const hits = await describeHits(db, found.articleIds, clauses);
  return {
    total: found.total,
    hits,
    ...(parsed.problem === undefined ? {} : { problem: problemSentences[parsed.problem], problemCode: parsed.problem }),
  };
}

function failed(code: SearchProblemCode): SearchResult {
  return { total: 0, hits: [], problem: problemSentences[code], problemCode: code };
}

function clamp(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(high, Math.max(low, Math.floor(value))) : low;
}

async function outletId(db: Queries, idOrSlug: string): Promise<string> {
  const row = await db
    .selectFrom('outlets')
    .select('id')
    .where((where) => where.or([where('id', '=', idOrSlug), where('slug', '=', idOrSlug)]))
    .executeTakeFirst();
  return row?.id ?? idOrSlug;
}

async function resolveClauses(
  db: Queries,
  clauses: readonly (readonly QueryWord[])[],
  language: string | undefined,
): Promise<Clause[]> {
  const folded = [...new Set(clauses.flat().map((word) => word.folded))];
  const rows = await db.selectFrom('search_words').selectAll().where('folded', 'in', folded).execute();
  const known = new Map<string, Set<string>>();
  for (const row of rows) {
    const stems = known.get(row.folded);
    if (stems === undefined) known.set(row.folded, new Set([row.stem]));
    else stems.add(row.stem);
  }
  return clauses.map((words) => ({ places: words.map((word) => findTerms(word, known.get(word.folded), language)) }));
}

async function describeHits(db: Queries, ids: readonly string[], clauses: readonly Clause[]): Promise<SearchHit[]> {
  if (ids.length === 0) return [];
  const rows = await rowsOf(db, ids);
  const texts = await db
    .selectFrom('articles as a')
    .innerJoin('article_texts as t', (join) =>
      join.onRef('t.article_id', '=', 'a.id').onRef('t.text_version', '=', 'a.text_version'),
    )
    .select(['a.id', 't.text', 't.parts'])
    .where('a.id', 'in', ids)
    .execute();
  const byId = new Map(texts.map((row) => [row.id, row]));
  return rows.map((article) => {
    const text = byId.get(article.id);
    const parts = text === undefined ? [] : (JSON.parse(text.parts) as TextPart[]);
    const headline = parts.find(([label]) => label === 'headline');
    const { title } = article;
    return {
      article,
      ...makeSnippet(text?.text ?? '', parts, clauses),
      titleMarks: findMarks(title, 0, title.length, headline?.[3] ?? article.language, clauses),
    };
  });
}

/** Articles that the index lacks, and those it holds in an older text. */
export async function findIndexGaps(db: Queries): Promise<{ missing: string[]; stale: string[] }> {
  const missing = await sql<{ id: string }>`select a.id from articles a
    where not exists (select 1 from search_documents d where d.article_id = a.id) order by a.seq`.execute(db);
  const stale = await sql<{ id: string }>`select a.id from articles a join search_documents d on d.article_id = a.id
    where d.text_version <> a.text_version order by a.seq`.execute(db);
  return { missing: missing.rows.map((row) => row.id), stale: stale.rows.map((row) => row.id) };
}
