import { sql } from 'kysely';
import type { Meeting } from '../../core/model/record.ts';
import type { MeetingQuery, PageOf, PairRow } from '../store.ts';
import type { Queries } from '../tables.ts';
import { optional } from './article-rows.ts';
import { inBatches, readCursor, readLimit, writeCursor } from './cursor.ts';
import { planMeetings } from './plan-meetings.ts';

const BATCH = 200;

export async function getMeeting(db: Queries, idOrSlug: string): Promise<Meeting | { movedTo: string } | undefined> {
  const rows = await db
    .selectFrom('meetings')
    .select(['id', 'data'])
    .where((where) => where.or([where('id', '=', idOrSlug), where('slug', '=', idOrSlug)]))
    .orderBy('id')
    .execute();
  const row = rows.find((candidate) => candidate.id === idOrSlug) ?? rows[0];
  if (row !== undefined) return JSON.parse(row.data) as Meeting;
  const redirect = await db
    .selectFrom('meeting_redirects')
    .select('moved_to')
    .where('former', '=', idOrSlug)
    .executeTakeFirst();
  return redirect === undefined ? undefined : { movedTo: redirect.moved_to };
}

/** In the order asked; unknown ids are left out. */
export async function readMeetings(db: Queries, ids: readonly string[]): Promise<Meeting[]> {
  const byId = new Map<string, Meeting>();
  for (const some of inBatches(ids)) {
    const rows = await db.selectFrom('meetings').select(['id', 'data']).where('id', 'in', some).execute();
    for (const row of rows) byId.set(row.id, JSON.parse(row.data) as Meeting);
  }
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function* eachMeeting(db: Queries): AsyncGenerator<Meeting> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('meetings')
      .select(['id', 'data'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    for (const row of rows) yield JSON.parse(row.data) as Meeting;
  }
}

export async function countMeetings(db: Queries, query: MeetingQuery): Promise<number> {
  const plan = await planMeetings(db, query);
  if (plan === undefined) return 0;
  const counted = await sql<{ total: number }>`
    select count(*) as total from ${plan.from} where ${plan.where}`.execute(db);
  return Number(counted.rows[0]?.total ?? 0);
}

/** @param total how many the query finds in all, when that is known */
export async function listMeetings(db: Queries, query: MeetingQuery, total?: number): Promise<PageOf<Meeting>> {
  const limit = readLimit(query.limit);
  const rows = await findMeetings(db, query, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await readMeetings(
      db,
      shown.map((row) => row.id),
    ),
    total: total ?? (await countMeetings(db, query)),
    ...(rows.length > limit && last !== undefined ? { next: writeCursor([last.sort_day, last.id]) } : {}),
  };
}

export async function listMeetingIds(db: Queries, query: MeetingQuery): Promise<string[]> {
  return (await findMeetings(db, query, readLimit(query.limit))).map(({ id }) => id);
}

/** Order and limit are found in an index; whole meetings are read for the page only. */
async function findMeetings(
  db: Queries,
  query: MeetingQuery,
  limit: number,
): Promise<{ readonly id: string; readonly sort_day: string }[]> {
  const plan = await planMeetings(db, query);
  if (plan === undefined) return [];
  const { from, where, id, day } = plan;
  const oldest = query.order === 'oldest';
  const conditions = [where];
  if (query.cursor !== undefined) {
    const key = readCursor(query.cursor, ['string', 'string']);
    conditions.push(sql`(${day}, ${id}) ${oldest ? sql`>` : sql`<`} (${sql.join(key)})`);
  }
  const direction = oldest ? sql`asc` : sql`desc`;
  const { rows } = await sql<{ id: string; sort_day: string }>`
    select ${id} as id, ${day} as sort_day from ${from} where ${sql.join(conditions, sql` and `)}
    order by ${day} ${direction}, ${id} ${direction} limit ${limit}`.execute(db);
  return rows;
}

/** Strong outcomes first, each part newest first: only what took place, or is said to have. */
export async function latestOutcomes(db: Queries, limit: number): Promise<Meeting[]> {
  const rows = await db
    .selectFrom('meetings')
    .select('id')
    .where('background', '=', 0)
    .where('outcomes', '>', 0)
    .where('status', 'in', ['held', 'disputed'])
    .orderBy(sql`case when strong_outcomes > 0 then 0 else 1 end`)
    .orderBy('sort_day', 'desc')
    .orderBy('id', 'desc')
    .limit(readLimit(limit))
    .execute();
  return readMeetings(
    db,
    rows.map((row) => row.id),
  );
}

/** Every two countries that met, most meetings first. A meeting of many counts for each of its pairs. */
export async function listPairs(db: Queries): Promise<PairRow[]> {
  const pairs = await sql<{ a: string; b: string; meetings: number; outcomes: number; last_day: string | null }>`
    select x.country as a, y.country as b, count(*) as meetings, sum(m.outcomes) as outcomes, max(m.last_day) as last_day
    from meeting_countries x
    join meeting_countries y on y.meeting_id = x.meeting_id and x.country < y.country
    join meetings m on m.id = x.meeting_id
    where m.background = 0
    group by x.country, y.country`.execute(db);
  const articles = await sql<{ a: string; b: string; articles: number }>`
    select x.country as a, y.country as b, count(distinct ma.article_id) as articles
    from meeting_countries x
    join meeting_countries y on y.meeting_id = x.meeting_id and x.country < y.country
    join meetings m on m.id = x.meeting_id
    join meeting_articles ma on ma.meeting_id = m.id
    where m.background = 0
    group by x.country, y.country`.execute(db);
  const counts = new Map(articles.rows.map((row) => [`${row.a}-${row.b}`, Number(row.articles)]));
  return pairs.rows
    .map((row) => ({
      pair: [row.a, row.b] as const,
      meetings: Number(row.meetings),
      outcomes: Number(row.outcomes),
      articles: counts.get(`${row.a}-${row.b}`) ?? 0,
      ...optional('lastDay', row.last_day),
    }))
    .sort((one, other) => other.meetings - one.meetings || compare(one.pair.join('-'), other.pair.join('-')));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
