import type { OpenStory } from '../../../core/group/assign-stories.ts';
import type { DispatchMember, StoryDay, StoryMember } from '../../grouping.ts';
import type { Queries, Writer } from '../../tables.ts';
import { optional } from '../article-rows.ts';
import { inBatches } from '../cursor.ts';
import { markArticlesDue, markDays } from './due.ts';
import { unpackDispatchPrint, unpackStoryPrint } from './print-bytes.ts';

export async function nextDay(db: Queries, from: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('group_prints')
    .select('day')
    .where('day', '>=', from)
    .orderBy('day')
    .limit(1)
    .executeTakeFirst();
  return row?.day;
}

export async function dayBefore(db: Queries, day: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('group_prints')
    .select('day')
    .where('day', '<', day)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.day;
}

export async function dispatchMembers(db: Queries, from: number, to: number): Promise<DispatchMember[]> {
  const rows = await db
    .selectFrom('group_prints')
    .select(['day', 'dispatch', 'root'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('article_id')
    .execute();
  return rows.map(({ day, dispatch, root }) => ({
    print: unpackDispatchPrint(dispatch),
    day,
    ...optional('root', root),
  }));
}

export async function storyMembers(db: Queries, from: number, to: number): Promise<StoryMember[]> {
  const rows = await db
    .selectFrom('group_prints')
    .select(['day', 'story', 'founder'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('article_id')
    .execute();
  return rows.map(({ day, story, founder }) => ({
    print: { ...unpackStoryPrint(story), groupDay: day },
    day,
    ...optional('founder', founder),
  }));
}

export async function setRoots(tx: Writer, day: number, roots: ReadonlyMap<string, string>): Promise<boolean> {
  const changed: string[] = [];
  for (const some of inBatches([...roots])) {
    const known = await tx
      .selectFrom('group_prints')
      .select(['article_id', 'root'])
      .where(
        'article_id',
        'in',
        some.map(([id]) => id),
      )
      .execute();
    for (const { article_id, root } of known) {
      const now = roots.get(article_id);
      if (now === undefined || now === root) continue;
      await tx.updateTable('group_prints').set({ root: now }).where('article_id', '=', article_id).execute();
      changed.push(article_id);
    }
  }
  await markArticlesDue(tx, 'dispatch', changed);
  if (changed.length > 0) await markDays(tx, 'dispatch', [day]);
  return changed.length > 0;
}

export async function readOpenStories(db: Queries, day: number): Promise<readonly OpenStory[]> {
  const row = await db.selectFrom('group_days').select('open_stories').where('day', '=', day).executeTakeFirst();
  return row === undefined ? [] : (JSON.parse(row.open_stories) as OpenStory[]);
}

export async function setStoryDay(tx: Writer, { day, founders, merges, open }: StoryDay): Promise<boolean> {
  const changed: string[] = [];
  const ofDay = await tx.selectFrom('group_prints').select(['article_id', 'founder']).where('day', '=', day).execute();
  for (const { article_id, founder } of ofDay) {
    const now = founders.get(article_id);
    if (now === undefined || now === founder) continue;
    await tx.updateTable('group_prints').set({ founder: now }).where('article_id', '=', article_id).execute();
    changed.push(article_id);
    if (founder !== null) changed.push(founder);
  }
  const stored = await tx.selectFrom('story_merges').selectAll().where('day', '=', day).orderBy('founder').execute();
  const before = new Map(stored.map((row) => [row.founder, row.into_founder]));
  const after = new Map(merges);
  const moved = [...new Set([...before.keys(), ...after.keys()])].filter((one) => before.get(one) !== after.get(one));
  for (const founder of moved) {
    changed.push(...[founder, before.get(founder), after.get(founder)].flatMap((id) => id ?? []));
    await tx.deleteFrom('story_merges').where('day', '=', day).where('founder', '=', founder).execute();
    const into = after.get(founder);
    if (into !== undefined) await tx.insertInto('story_merges').values({ day, founder, into_founder: into }).execute();
  }
  const text = JSON.stringify(open);
  const known = await tx.selectFrom('group_days').select('open_stories').where('day', '=', day).executeTakeFirst();
  const isOther = changed.length > 0 || known?.open_stories !== text;
  if (known?.open_stories !== text) {
    await tx
      .insertInto('group_days')
      .values({ day, open_stories: text })
      .onConflict((conflict) => conflict.column('day').doUpdateSet({ open_stories: text }))
      .execute();
  }
  await markArticlesDue(tx, 'story', changed);
  if (isOther) await markDays(tx, 'story', [day]);
  return isOther;
}

/** A day that has lost its last article leaves nothing. */
export async function dropEmptyDays(tx: Writer, days: readonly number[]): Promise<void> {
  for (const some of inBatches(days)) {
    const held = await tx.selectFrom('group_prints').select('day').distinct().where('day', 'in', some).execute();
    const full = new Set(held.map(({ day }) => day));
    const empty = some.filter((day) => !full.has(day));
    if (empty.length === 0) continue;
    const merges = await tx.selectFrom('story_merges').selectAll().where('day', 'in', empty).execute();
    await markArticlesDue(
      tx,
      'story',
      merges.flatMap(({ founder, into_founder }) => [founder, into_founder]),
    );
    await tx.deleteFrom('story_merges').where('day', 'in', empty).execute();
    await tx.deleteFrom('group_days').where('day', 'in', empty).execute();
  }
}
