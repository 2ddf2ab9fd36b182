import { sql } from 'kysely';
import type { ArticleRow, PageOf, Story, StoryQuery, StoryRow } from '../store.ts';
import type { Queries, Writer } from '../tables.ts';
import { rowsOf } from './article-rows.ts';
import { inBatches, readCursor, readLimit, writeCursor } from './cursor.ts';

/** Counts the articles of these stories anew; a story without articles goes. */
export async function refreshStories(tx: Writer, ids: readonly string[]): Promise<void> {
  for (const some of inBatches(ids)) {
    await tx.deleteFrom('stories').where('id', 'in', some).execute();
    await sql`insert into stories (id, articles, outlets, dispatches, last_day)
      select story_id, count(*), count(distinct outlet_id), count(distinct dispatch_id), max(sort_day)
      from articles where story_id in (${sql.join(some)}) group by story_id`.execute(tx);
  }
}

interface StoryKey {
  readonly id: string;
  readonly articles: number;
  readonly outlets: number;
  readonly dispatches: number;
  readonly last_day: string;
}

export async function listStories(db: Queries, query: StoryQuery): Promise<PageOf<StoryRow>> {
  const limit = readLimit(query.limit);
  const counted = await db
    .selectFrom('stories')
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let page = db.selectFrom('stories').selectAll();
  if (query.cursor !== undefined) {
    const [day, outlets, articles, id] = readCursor(query.cursor, ['string', 'number', 'number', 'string']);
    page = page.where(sql<boolean>`(last_day, outlets, articles, id) < (${day}, ${outlets}, ${articles}, ${id})`);
  }
  const rows = await page
    .orderBy('last_day', 'desc')
    .orderBy('outlets', 'desc')
    .orderBy('articles', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const stories = await readStories(db, shown, query.preferLanguage);
  return {
    items: stories.map(({ reports: _, ...row }) => row),
    total: Number(counted.total),
    ...(rows.length > limit && last !== undefined
      ? { next: writeCursor([last.last_day, last.outlets, last.articles, last.id]) }
      : {}),
  };
}

export async function getStory(
  db: Queries,
  id: string,
  query: Pick<StoryQuery, 'preferLanguage'>,
): Promise<Story | undefined> {
  const row = await db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : (await readStories(db, [row], query.preferLanguage))[0];
}

async function readStories(
  db: Queries,
  keys: readonly StoryKey[],
  preferLanguage: string | undefined,
): Promise<Story[]> {
  if (keys.length === 0) return [];
  const members = await db
    .selectFrom('articles')
    .select('id')
    .where(
      'story_id',
      'in',
      keys.map((key) => key.id),
    )
    .orderBy('sort_day')
    .orderBy('seq')
    .execute();
  const reports = await rowsOf(
    db,
    members.map((member) => member.id),
  );
  const byStory = new Map<string, ArticleRow[]>();
  for (const report of reports) {
    const list = byStory.get(report.storyId ?? '');
    if (list === undefined) byStory.set(report.storyId ?? '', [report]);
    else list.push(report);
  }
  return keys.flatMap((key) => {
    const own = byStory.get(key.id) ?? [];
    const lead = findLead(own, preferLanguage);
    if (lead === undefined) return [];
    return {
      storyId: key.id,
      lead,
      articles: key.articles,
      outlets: key.outlets,
      dispatches: key.dispatches,
      languages: [...new Set(own.map((report) => report.language))].sort(),
      meetingIds: [...new Set(own.flatMap((report) => report.meetingIds))],
      lastDay: key.last_day,
      reports: own,
    };
  });
}

/** Oldest article of the widest printed dispatch, in the preferred language when the story has it. */
function findLead(reports: readonly ArticleRow[], preferLanguage: string | undefined): ArticleRow | undefined {
  const prints = new Map<string, number>();
  for (const { dispatchId } of reports) {
    if (dispatchId !== undefined) prints.set(dispatchId, (prints.get(dispatchId) ?? 0) + 1);
  }
  const preferred = reports.filter((report) => report.language === preferLanguage);
  let lead: ArticleRow | undefined;
  for (const report of preferred.length > 0 ? preferred : reports) {
    if (lead === undefined || printsOf(report, prints) > printsOf(lead, prints)) lead = report;
  }
  return lead;
}

function printsOf(report: ArticleRow, prints: ReadonlyMap<string, number>): number {
  return report.dispatchId === undefined ? 0 : (prints.get(report.dispatchId) ?? 0);
}
