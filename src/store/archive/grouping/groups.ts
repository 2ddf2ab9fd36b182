import type { GroupedArticle, GroupedBy } from '../../grouping.ts';
import type { Queries, Writer } from '../../tables.ts';
import { optional } from '../article-rows.ts';
import { inBatches } from '../cursor.ts';
import { markArticlesDue, markDaysOf } from './due.ts';

const columns = {
  id: 'a.id',
  root: 'p.root',
  founder: 'p.founder',
  dispatchId: 'a.dispatch_id',
  storyId: 'a.story_id',
} as const satisfies Record<GroupedBy, string>;

export async function readGrouped(db: Queries, by: GroupedBy, keys: readonly string[]): Promise<GroupedArticle[]> {
  const found: GroupedArticle[] = [];
  for (const some of inBatches([...new Set(keys)])) {
    const rows = await db
      .selectFrom('articles as a')
      .innerJoin('group_prints as p', 'p.article_id', 'a.id')
      .select(['a.id', 'a.published', 'p.day', 'p.root', 'p.founder', 'a.dispatch_id', 'a.story_id'])
      .where(columns[by], 'in', some)
      .execute();
    for (const row of rows) {
      found.push({
        id: row.id,
        day: row.day,
        ...optional('published', row.published),
        ...optional('root', row.root),
        ...optional('founder', row.founder),
        ...optional('dispatchId', row.dispatch_id),
        ...optional('storyId', row.story_id),
      });
    }
  }
  return found;
}

export async function readMerges(
  db: Queries,
  founders: readonly string[],
): Promise<(readonly [day: number, founder: string, into: string])[]> {
  const found = new Map<string, readonly [number, string, string]>();
  for (const some of inBatches(founders)) {
    for (const column of ['founder', 'into_founder'] as const) {
      const rows = await db.selectFrom('story_merges').selectAll().where(column, 'in', some).execute();
      for (const { day, founder, into_founder } of rows) found.set(`${day} ${founder}`, [day, founder, into_founder]);
    }
  }
  return [...found.values()];
}

export async function readMainReports(
  db: Queries,
  articleIds: readonly string[],
): Promise<Map<string, readonly number[]>> {
  const found = new Map<string, readonly number[]>();
  for (const some of inBatches(articleIds)) {
    const rows = await db
      .selectFrom('group_prints')
      .select(['article_id', 'main_reports'])
      .where('article_id', 'in', some)
      .execute();
    for (const { article_id, main_reports } of rows) found.set(article_id, JSON.parse(main_reports) as number[]);
  }
  return found;
}

export async function readLinks(db: Queries, articleIds: readonly string[]): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const some of inBatches(articleIds)) {
    const rows = await db.selectFrom('story_links').selectAll().where('article_id', 'in', some).execute();
    for (const { article_id, link } of rows) {
      const list = found.get(article_id);
      if (list === undefined) found.set(article_id, [link]);
      else list.push(link);
    }
  }
  // Not in SQL: databases sort text as their language does.
  for (const list of found.values()) list.sort();
  return found;
}

export async function readLinked(db: Queries, links: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const some of inBatches(links)) {
    const rows = await db.selectFrom('story_links').select('article_id').distinct().where('link', 'in', some).execute();
    for (const { article_id } of rows) found.add(article_id);
  }
  return [...found];
}

export async function setLinks(tx: Writer, links: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const ids = [...(await readMainReports(tx, [...links.keys()])).keys()];
  const before = await readLinks(tx, ids);
  const changed = ids.filter(
    (id) => (before.get(id) ?? []).join('\n') !== [...(links.get(id) ?? [])].sort().join('\n'),
  );
  for (const some of inBatches(changed)) {
    await tx.deleteFrom('story_links').where('article_id', 'in', some).execute();
    const rows = some.flatMap((article_id) =>
      [...new Set(links.get(article_id))].map((link) => ({ link, article_id })),
    );
    for (const few of inBatches(rows)) await tx.insertInto('story_links').values(few).execute();
  }
  await markArticlesDue(tx, 'story', changed);
  await markDaysOf(tx, 'story', changed);
}
