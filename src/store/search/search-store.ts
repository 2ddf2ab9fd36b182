import { sql } from 'kysely';
import type { ArchiveContext } from '../archive/context.ts';
import { readSetting, writeSetting } from '../archive/settings.ts';
import { readWithdrawals } from '../archive/withdrawals.ts';
import type { SearchQuery, SearchResult, SearchStore } from '../searching.ts';
import type { Queries, Writer } from '../tables.ts';
import { withholder } from '../withhold.ts';
import { type AnalysedText, analyseArticle, analyserVersion, type TextPart } from './analyse.ts';
import { countFacets } from './count-facets.ts';
import { describeHits } from './describe-hits.ts';
import { firstDocument, isDay, lastDocument, nextDocument } from './document-number.ts';
import { createFacetNames, type FacetNames } from './facet-names.ts';
import { clearFacets, refreshFacets, removeFacets } from './facet-rows.ts';
import { parseQuery } from './parse-query.ts';
import { findRelated } from './related-record.ts';
import { resolveQuery } from './resolve-query.ts';

const ANALYSER_SETTING = 'search-analyser';
const REINDEX_BATCH = 200;
const MAX_HITS = 200;

export function createSearchStore(context: ArchiveContext): SearchStore {
  const { db } = context;
  const facetNames = createFacetNames();
  return {
    find: (query) => find(context, facetNames, query),
    stale: async () => (await readSetting(db, ANALYSER_SETTING)) !== analyserVersion,
    reindex: () => reindexSearch(context),
  };
}

/** Makes the index anew from the stored texts, without the names of people who were withdrawn. */
export async function reindexSearch(context: ArchiveContext): Promise<{ readonly articles: number }> {
  const { db, dialect, write } = context;
  const withheld = await readWithdrawals(db);
  await write(async (tx) => {
    await clearFacets(tx);
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
      await refreshFacets(
        tx,
        rows.map((row) => row.id),
      );
    });
    articles += rows.length;
  }
}

/** Marks a new archive as analysed by this version; an older archive keeps its mark until `reindex`. */
export async function initialiseAnalyser(db: Queries): Promise<void> {
  if ((await readSetting(db, ANALYSER_SETTING)) === undefined)
    await writeSetting(db, ANALYSER_SETTING, analyserVersion);
}

/** Takes an article out of the index, before it goes itself. */
export async function unindexArticle(context: ArchiveContext, tx: Writer, articleId: string): Promise<void> {
  await removeFacets(tx, articleId);
  await context.dialect.index.remove(tx, articleId);
}

/** Puts one article into the index, in the transaction that stores it. Its facets are the caller's: `refreshFacets`. */
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
  if (article.replaces) await unindexArticle(context, tx, article.articleId);
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

/** More than this many matches are not counted by facet: those of the newest are. */
const MAX_COUNTED = 20_000;
/** Among how many of the newest matches the meetings are looked for. */
const MAX_RELATED = 100;

async function find(context: ArchiveContext, facetNames: FacetNames, query: SearchQuery): Promise<SearchResult> {
  const { db, dialect } = context;
  const parsed = parseQuery(query.text);
  const options = readOptions(query);
  const nothing = { total: 0, hits: [], filters: [], spellings: [] };
  if (options === undefined) {
    const found = [query.from, query.to].find((day) => day !== undefined && !isDay(day)) ?? '';
    return { ...nothing, problems: [{ code: 'invalid-date', start: 0, end: 0, found }] };
  }
  const resolved = await resolveQuery(db, parsed, query);
  const { problems, filters, spellings } = resolved;
  if (resolved.groups.length === 0 && resolved.from === undefined && resolved.to === undefined) {
    return { ...nothing, problems, filters };
  }
  const limit = clamp(query.limit ?? 20, 0, MAX_HITS);
  const offset = clamp(query.offset ?? 0, 0, Number.MAX_SAFE_INTEGER);
  const related = query.related === true && offset === 0 && query.order !== 'rank';
  const found = await dialect.index.find(db, {
    groups: resolved.groups,
    none: resolved.none,
    ...boundsOf([options, resolved]),
    order: query.order ?? 'newest',
    limit: related ? Math.max(limit, MAX_RELATED) : limit,
    offset,
    ...(query.facets === true ? { facetsOf: MAX_COUNTED } : {}),
  });
  const hits = await describeHits(db, found.articleIds.slice(0, limit), resolved.marked);
  return {
    total: found.total,
    hits,
    problems,
    filters,
    spellings,
    ...(found.packed === undefined ? {} : { facets: await countFacets(db, facetNames, found) }),
    ...(query.related === true
      ? { related: await findRelated(db, parsed, filters, related ? found.articleIds : []) }
      : {}),
  };
}

interface Bounds {
  readonly from?: number;
  readonly to?: number;
}

/** The options as bounds; `undefined` when a day does not exist. */
function readOptions({ from, to }: SearchQuery): Bounds | undefined {
  if ([from, to].some((day) => day !== undefined && !isDay(day))) return undefined;
  return {
    ...(from === undefined ? {} : { from: firstDocument(from) }),
    ...(to === undefined ? {} : { to: lastDocument(to) }),
  };
}

function boundsOf(all: readonly Bounds[]): Bounds {
  const from = Math.max(...all.map((one) => one.from ?? Number.NEGATIVE_INFINITY));
  const to = Math.min(...all.map((one) => one.to ?? Number.POSITIVE_INFINITY));
  return { ...(Number.isFinite(from) ? { from } : {}), ...(Number.isFinite(to) ? { to } : {}) };
}

function clamp(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(high, Math.max(low, Math.floor(value))) : low;
}

/** Articles that the index lacks, and those it holds in an older text. */
export async function findIndexGaps(db: Queries): Promise<{ missing: string[]; stale: string[] }> {
  const missing = await sql<{ id: string }>`select a.id from articles a
    where not exists (select 1 from search_documents d where d.article_id = a.id) order by a.seq`.execute(db);
  const stale = await sql<{ id: string }>`select a.id from articles a join search_documents d on d.article_id = a.id
    where d.text_version <> a.text_version order by a.seq`.execute(db);
  return { missing: missing.rows.map((row) => row.id), stale: stale.rows.map((row) => row.id) };
}
