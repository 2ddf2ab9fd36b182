import { sql } from 'kysely';
import { mostMarked } from '../../../core/group/group-day.ts';
import { parseIsoDay } from '../../../core/text/calendars.ts';
import type { GroupDay, GroupDayBasis, GroupPrint, MarkHolder } from '../../grouping.ts';
import type { Queries, Writer } from '../../tables.ts';
import { inBatches } from '../cursor.ts';
import { hashBytes } from '../page-identity.ts';
import { refreshStories } from '../stories.ts';
import { markArticlesDue, markDays } from './due.ts';
import { packDispatchPrint, packStoryPrint } from './print-bytes.ts';

export interface PreparedPrint {
  readonly print: GroupPrint;
  readonly dispatch: Uint8Array;
  readonly story: Uint8Array;
  readonly main_reports: string;
  readonly digest: string;
}

export function preparePrint(print: GroupPrint): PreparedPrint {
  const dispatch = packDispatchPrint(print.dispatch);
  const story = packStoryPrint(print.story);
  const main_reports = JSON.stringify(print.mainReports);
  const digest = hashBytes(`${hashBytes(dispatch)} ${hashBytes(story)} ${main_reports} ${JSON.stringify(print.own)}`);
  return { print, dispatch, story, main_reports, digest };
}

export async function putPrints(
  tx: Writer,
  prepared: readonly PreparedPrint[],
  gone: readonly string[],
): Promise<void> {
  for (const id of gone) {
    await dropPrint(tx, id);
    await leaveGroups(tx, id);
  }
  for (const some of inBatches(prepared, 100)) {
    const ids = some.map(({ print }) => print.articleId);
    const known = new Map(
      (
        await tx
          .selectFrom('group_prints')
          .select(['article_id', 'day', 'basis', 'bound', 'digest'])
          .where('article_id', 'in', ids)
          .execute()
      ).map((row) => [row.article_id, row]),
    );
    const bounds = new Map(
      (await tx.selectFrom('articles').select(['id', 'sort_day']).where('id', 'in', ids).execute()).map((row) => [
        row.id,
        parseIsoDay(row.sort_day) ?? 0,
      ]),
    );
    const days: number[] = [];
    const undated: string[] = [];
    const newMarks: { mark: number; article_id: string }[] = [];
    const neighbours: string[] = [];
    const changed: string[] = [];
    const added = [];
    for (const { print, digest, ...packed } of some) {
      const { articleId: article_id, own } = print;
      const before = known.get(article_id);
      const bound = bounds.get(article_id);
      // Gone in the meantime: its going has said what is due.
      if (bound === undefined) continue;
      const same = before?.digest === digest;
      if (same && before.bound === bound) continue;
      const isGuessed = before?.basis === 'alike' || before?.basis === 'bound';
      const { day, basis } = own ?? (isGuessed ? (before as GroupDay) : { day: bound, basis: 'bound' });
      if (own === undefined) undated.push(article_id);
      neighbours.push(article_id);
      if (same) {
        await tx.updateTable('group_prints').set({ bound }).where('article_id', '=', article_id).execute();
        continue;
      }
      changed.push(article_id);
      days.push(day, ...(before === undefined ? [] : [before.day]));
      const row = { day, basis, bound, digest, ...packed };
      if (before === undefined) added.push({ article_id, ...row, root: null, founder: null });
      else {
        neighbours.push(...(await undatedLike(tx, article_id)));
        await tx.updateTable('group_prints').set(row).where('article_id', '=', article_id).execute();
        await tx.deleteFrom('group_marks').where('article_id', '=', article_id).execute();
      }
      newMarks.push(...print.marks.map((mark) => ({ mark, article_id })));
    }
    if (added.length > 0) await tx.insertInto('group_prints').values(added).execute();
    for (const rows of inBatches(newMarks)) await tx.insertInto('group_marks').values(rows).execute();
    await markDays(tx, 'dispatch', days);
    await markDays(tx, 'story', days);
    await markArticlesDue(tx, 'dispatch', changed);
    await markArticlesDue(tx, 'story', changed);
    for (const id of neighbours) undated.push(...(await undatedLike(tx, id)));
    await markArticlesDue(tx, 'day', undated);
  }
}

/** Takes an article out of grouping; what it may have changed is due. */
export async function dropPrint(tx: Writer, articleId: string): Promise<void> {
  const row = await tx
    .selectFrom('group_prints')
    .select(['day', 'founder'])
    .where('article_id', '=', articleId)
    .executeTakeFirst();
  if (row === undefined) return;
  await markArticlesDue(
    tx,
    'day',
    (await undatedLike(tx, articleId)).filter((id) => id !== articleId),
  );
  await markDays(tx, 'dispatch', [row.day]);
  await markDays(tx, 'story', [row.day]);
  // Whoever was in one story with it may come apart: links may have held them together.
  const mates = await tx
    .selectFrom('articles as own')
    .innerJoin('articles as a', 'a.story_id', 'own.story_id')
    .select('a.id')
    .where('own.id', '=', articleId)
    .where('a.id', '<>', articleId)
    .execute();
  await markArticlesDue(
    tx,
    'story',
    mates.map(({ id }) => id),
  );
  for (const step of ['day', 'link', 'dispatch', 'story'] as const)
    await tx.deleteFrom('group_articles_due').where('step', '=', step).where('article_id', '=', articleId).execute();
  await tx.deleteFrom('group_prints').where('article_id', '=', articleId).execute();
}

async function leaveGroups(tx: Writer, articleId: string): Promise<void> {
  const row = await tx.selectFrom('articles').select('story_id').where('id', '=', articleId).executeTakeFirst();
  await tx.updateTable('articles').set({ dispatch_id: null, story_id: null }).where('id', '=', articleId).execute();
  if (row?.story_id != null) await refreshStories(tx, [row.story_id]);
}

/** Articles without a day of their own that share a mark with this one which dates anything. */
async function undatedLike(tx: Writer, articleId: string): Promise<string[]> {
  // One holder more or less may make a mark a formula, or none any more.
  const holders = await holdersOf(tx, articleId, mostMarked + 2);
  return [
    ...new Set(holders.filter(({ basis }) => basis === 'alike' || basis === 'bound').map((one) => one.articleId)),
  ];
}

/**
 * One look-up for each mark, cut off where it is a formula: how many texts have it then says nothing.
 * @param most holders that a mark may have, the article itself among them
 */
async function holdersOf(db: Queries, articleId: string, most: number): Promise<MarkHolder[]> {
  const marks = await db.selectFrom('group_marks').select('mark').where('article_id', '=', articleId).execute();
  const found: MarkHolder[] = [];
  for (const some of inBatches(marks, 50)) {
    const each = some.map(
      ({ mark }, index) =>
        sql`select * from (select mark, article_id from group_marks where mark = ${mark} limit ${most + 1}) ${sql.raw(`as m${index}`)}`,
    );
    const rows = await sql<{
      mark: number;
      article_id: string;
      day: number;
      basis: string;
      bound: number;
    }>`select h.mark, h.article_id, p.day, p.basis, p.bound from (${sql.join(each, sql` union all `)}) as h
      join group_prints p on p.article_id = h.article_id`.execute(db);
    for (const { article_id, basis, ...row } of rows.rows)
      found.push({ ...row, articleId: article_id, basis: basis as GroupDayBasis });
  }
  const perMark = new Map<number, number>();
  for (const { mark } of found) perMark.set(mark, (perMark.get(mark) ?? 0) + 1);
  return found.filter(({ mark }) => (perMark.get(mark) ?? 0) <= most);
}

export async function readHolders(
  db: Queries,
  articleId: string,
): Promise<{ readonly holders: readonly MarkHolder[]; readonly bound: number } | undefined> {
  const row = await db
    .selectFrom('group_prints')
    .select('bound')
    .where('article_id', '=', articleId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const holders = (await holdersOf(db, articleId, mostMarked + 1)).filter((one) => one.articleId !== articleId);
  return { holders, bound: row.bound };
}

export async function setGroupDay(tx: Writer, articleId: string, { day, basis }: GroupDay): Promise<void> {
  const before = await tx
    .selectFrom('group_prints')
    .select(['day', 'basis'])
    .where('article_id', '=', articleId)
    .executeTakeFirst();
  if (before !== undefined && (before.day !== day || before.basis !== basis)) {
    await tx.updateTable('group_prints').set({ day, basis }).where('article_id', '=', articleId).execute();
    if (before.day !== day) {
      for (const step of ['dispatch', 'story'] as const) {
        await markDays(tx, step, [before.day, day]);
        await markArticlesDue(tx, step, [articleId]);
      }
    }
  }
  await tx.deleteFrom('group_articles_due').where('step', '=', 'day').where('article_id', '=', articleId).execute();
}
