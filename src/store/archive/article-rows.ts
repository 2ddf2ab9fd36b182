import type { ArticleRow, PageOrigin, Publish } from '../store.ts';
import type { ArticleTableRow, Queries } from '../tables.ts';
import { inBatches } from './cursor.ts';

type JoinedRow = ArticleTableRow & { readonly outlet_name: string | null; readonly outlet_publish: string | null };

/** List rows in the order asked; unknown ids are left out. */
export async function rowsOf(db: Queries, ids: readonly string[]): Promise<ArticleRow[]> {
  const byId = new Map<string, ArticleRow>();
  for (const some of inBatches(ids)) {
    const rows = await db
      .selectFrom('articles as a')
      .leftJoin('outlets as o', 'o.id', 'a.outlet_id')
      .selectAll('a')
      .select(['o.name as outlet_name', 'o.publish as outlet_publish'])
      .where('a.id', 'in', some)
      .execute();
    const meetings = await meetingsOf(db, some);
    for (const row of rows) byId.set(row.id, toArticleRow(row, meetings.get(row.id) ?? []));
  }
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Meetings of each article in the order in which it tells them. */
async function meetingsOf(db: Queries, articleIds: readonly string[]): Promise<Map<string, string[]>> {
  const links = await db
    .selectFrom('meeting_articles')
    .selectAll()
    .where('article_id', 'in', articleIds)
    .orderBy('article_id')
    .orderBy('report')
    .orderBy('meeting_id')
    .execute();
  const meetings = new Map<string, string[]>();
  for (const { article_id, meeting_id } of links) {
    const list = meetings.get(article_id);
    if (list === undefined) meetings.set(article_id, [meeting_id]);
    else if (!list.includes(meeting_id)) list.push(meeting_id);
  }
  return meetings;
}

function toArticleRow(row: JoinedRow, meetingIds: readonly string[]): ArticleRow {
  return {
    id: row.id,
    title: row.title,
    language: row.language,
    sortDay: row.sort_day,
    origin: row.origin as PageOrigin,
    publish: publishOf(row),
    meetingIds,
    ...optional('standfirst', row.standfirst),
    ...optional('outletId', row.outlet_id),
    ...optional('outletName', row.outlet_name),
    ...optional('agency', row.agency),
    ...optional('published', row.published),
    ...optional('url', row.url),
    ...optional('dispatchId', row.dispatch_id),
    ...optional('storyId', row.story_id),
  };
}

/** The outlet's setting; without an outlet the careful one, but for the sample, which is ours to show. */
function publishOf(row: JoinedRow): Publish {
  if (row.outlet_publish !== null) return row.outlet_publish as Publish;
  return row.origin === 'sample' ? 'full' : 'excerpt';
}

/** `{ key: value }`, or nothing for a null. */
export function optional<K extends string, V>(key: K, value: V | null): { [P in K]?: V } {
  return value === null ? {} : ({ [key]: value } as { [P in K]?: V });
}
