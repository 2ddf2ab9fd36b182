import type { DayStep, GroupStep } from '../../grouping.ts';
import type { Queries, Writer } from '../../tables.ts';
import { inBatches } from '../cursor.ts';

export async function markArticlesDue(tx: Writer, step: GroupStep, articleIds: readonly string[]): Promise<void> {
  for (const some of inBatches([...new Set(articleIds)])) {
    await tx
      .insertInto('group_articles_due')
      .values(some.map((article_id) => ({ step, article_id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export async function markDays(tx: Writer, step: DayStep, days: readonly number[]): Promise<void> {
  for (const some of inBatches([...new Set(days)])) {
    await tx
      .insertInto('group_days_due')
      .values(some.map((day) => ({ step, day })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export async function markDaysOf(tx: Writer, step: DayStep, articleIds: readonly string[] | undefined): Promise<void> {
  if (articleIds === undefined) {
    const rows = await tx.selectFrom('group_prints').select('day').distinct().execute();
    return markDays(
      tx,
      step,
      rows.map(({ day }) => day),
    );
  }
  for (const some of inBatches([...new Set(articleIds)])) {
    const rows = await tx.selectFrom('group_prints').select('day').distinct().where('article_id', 'in', some).execute();
    await markDays(
      tx,
      step,
      rows.map(({ day }) => day),
    );
  }
}

export async function daysDue(db: Queries, step: DayStep): Promise<number[]> {
  const rows = await db.selectFrom('group_days_due').select('day').where('step', '=', step).orderBy('day').execute();
  return rows.map(({ day }) => day);
}

export async function articlesDue(db: Queries, step: GroupStep, limit?: number): Promise<string[]> {
  const due = db.selectFrom('group_articles_due').select('article_id').where('step', '=', step).orderBy('article_id');
  return (await (limit === undefined ? due : due.limit(limit)).execute()).map((row) => row.article_id);
}

export async function setArticlesDone(tx: Writer, step: GroupStep, articleIds: readonly string[]): Promise<void> {
  for (const some of inBatches(articleIds))
    await tx.deleteFrom('group_articles_due').where('step', '=', step).where('article_id', 'in', some).execute();
}

export async function setDaysDone(tx: Writer, step: DayStep, before: number | undefined): Promise<void> {
  const done = tx.deleteFrom('group_days_due').where('step', '=', step);
  await (before === undefined ? done : done.where('day', '<', before)).execute();
}
