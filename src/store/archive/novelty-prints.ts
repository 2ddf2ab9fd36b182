import { sql } from 'kysely';
import { comparedArticle } from '../../core/compare/compared-text.ts';
import type { Article } from '../../core/model/article.ts';
import { type NoveltyPrint, parsePrint, printWords, serialisePrint } from '../../core/novelty/novelty-print.ts';
import { noveltyText } from '../../core/novelty/novelty-text.ts';
import type { NoveltyStore, PrintQuery } from '../novelty.ts';
import type { Queries, Writer } from '../tables.ts';
import type { ArchiveContext } from './context.ts';
import { inBatches } from './cursor.ts';

export function createNoveltyStore({ db }: ArchiveContext): NoveltyStore {
  return { prints: (query) => readPrints(db, query) };
}

/** What is kept of an article, so that its text is not read again. */
export function printBytes(article: Article): Uint8Array {
  return serialisePrint(printWords(noveltyText(article.id, comparedArticle(article)).sentences));
}

export async function putNoveltyPrint(tx: Writer, articleId: string, data: Uint8Array): Promise<void> {
  await tx
    .insertInto('novelty_prints')
    .values({ article_id: articleId, data })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet({ data }))
    .execute();
}

/** With its text an article loses what was kept of the words. */
export async function dropNoveltyPrint(tx: Writer, articleId: string): Promise<void> {
  await tx.deleteFrom('novelty_prints').where('article_id', '=', articleId).execute();
}

const rowsAtOnce = 400;

interface Candidate {
  readonly id: string;
  readonly day: string;
  readonly language: string;
  readonly dispatch_id: string | null;
  readonly story_id: string | null;
}

async function readPrints(db: Queries, query: PrintQuery): Promise<NoveltyPrint[]> {
  const { besides = {}, before } = query;
  const candidates = new Map<string, Candidate>();
  for (const reports of scopesOf(query)) {
    // A cross join: the reports are few, and the articles of a language many.
    const { rows } = await sql<
      Omit<Candidate, 'day'> & { readonly published: string | null; readonly sort_day: string }
    >`
      select a.id, a.published, a.sort_day, a.language, a.dispatch_id, a.story_id
      from (select distinct r.article_id from ${reports} r) found cross join articles a
      where a.id = found.article_id ${query.language === undefined ? sql`` : sql`and a.language = ${query.language}`}`.execute(
      db,
    );
    for (const { published, sort_day, ...row } of rows) {
      candidates.set(row.id, { ...row, day: published?.slice(0, 10) ?? sort_day });
    }
  }
  const earlier = [...candidates.values()].filter(
    (row) =>
      row.id !== besides.articleId &&
      (row.dispatch_id === null || row.dispatch_id !== besides.dispatchId) &&
      (row.story_id === null || row.story_id !== besides.storyId) &&
      (before === undefined || row.day < before),
  );
  const chosen = oneOfEachDispatch(earlier);
  const data = new Map<string, Uint8Array>();
  for (const some of inBatches(chosen, rowsAtOnce)) {
    const rows = await db
      .selectFrom('novelty_prints')
      .selectAll()
      .where(
        'article_id',
        'in',
        some.map(({ id }) => id),
      )
      .execute();
    for (const row of rows) data.set(row.article_id, row.data);
  }
  return chosen.flatMap(({ id, day, language, dispatch_id }) => {
    const bytes = data.get(id);
    const words = bytes === undefined ? undefined : parsePrint(bytes);
    if (words === undefined) return [];
    return [{ id, day, language, ...(dispatch_id === null ? {} : { group: dispatch_id }), ...words }];
  });
}

/** Articles that report a meeting of each pair, person and body. */
function scopesOf(query: PrintQuery) {
  const pair = (codes: readonly [string, string]) => sql<string>`
    select ma.article_id from search_facet_names n
    join meeting_filters f on f.facet = n.number
    join meeting_articles ma on ma.meeting_id = f.meeting_id
    where n.kind = 'pair' and n.value = ${[...codes].sort().join('-')}`;
  const person = (id: string) => sql<string>`
    select ma.article_id from meeting_people p
    join meeting_articles ma on ma.meeting_id = p.meeting_id
    where p.person_id = ${id}`;
  const mechanism = (slug: string) => sql<string>`
    select ma.article_id from meeting_marks m
    join meeting_articles ma on ma.meeting_id = m.meeting_id
    where m.kind = 'mechanism' and m.value = ${slug}`;
  const meetings = (ids: readonly string[]) => sql<string>`
    select article_id from meeting_articles where meeting_id in (${sql.join(ids)})`;
  return [
    ...[...inBatches(query.meetingIds ?? [])].map(meetings),
    ...(query.pairs ?? []).map(pair),
    ...(query.personIds ?? []).map(person),
    ...(query.mechanisms ?? []).map(mechanism),
  ].map((reports) => sql<string>`(${reports})`);
}

/** The first print of each dispatch, the oldest first. */
function oneOfEachDispatch(rows: readonly Candidate[]): Candidate[] {
  const ordered = [...rows].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
  const seen = new Set<string>();
  return ordered.filter(({ id, dispatch_id }) => {
    const dispatch = dispatch_id ?? id;
    if (seen.has(dispatch)) return false;
    seen.add(dispatch);
    return true;
  });
}
