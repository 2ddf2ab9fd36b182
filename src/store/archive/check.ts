import type { ArchiveCounts } from '../archive-counts.ts';
import type { StoreFinding } from '../finding.ts';
import { findFacetGaps } from '../search/facet-rows.ts';
import { findIndexGaps } from '../search/search-store.ts';
import type { SearchStore } from '../searching.ts';
import type { Queries } from '../tables.ts';
import { findLeftovers } from './mend.ts';
import { hasNoArticle } from './pages.ts';

const SAMPLE = 5;

/** Work left half done and rows out of step. Each finding has a cure: process, rebuild, reindex, migrate. */
export async function checkArchive(db: Queries, search: SearchStore, now: string): Promise<StoreFinding[]> {
  const pages = await db
    .selectFrom('pages')
    .select('article_id')
    .where('is_current', '=', 1)
    .where(hasNoArticle)
    .orderBy('seq')
    .execute();
  const uncoded = await db
    .selectFrom('articles as a')
    .leftJoin('records as r', (join) =>
      join.onRef('r.article_id', '=', 'a.id').onRef('r.text_version', '=', 'a.text_version'),
    )
    .select('a.id')
    .where('r.article_id', 'is', null)
    .orderBy('a.seq')
    .execute();
  const orphans = await db
    .selectFrom('meetings as m')
    .select('m.id')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('meeting_articles as ma')
            .innerJoin('articles as a', 'a.id', 'ma.article_id')
            .select('a.id')
            .whereRef('ma.meeting_id', '=', 'm.id'),
        ),
      ),
    )
    .orderBy('m.id')
    .execute();
  const gaps = await findIndexGaps(db);
  const stale = (await search.stale())
    ? (await db.selectFrom('articles').select('id').orderBy('seq').execute()).map((row) => row.id)
    : gaps.stale;
  return [
    finding(
      'page-not-extracted',
      pages.map((row) => row.article_id),
    ),
    finding(
      'article-not-coded',
      uncoded.map((row) => row.id),
    ),
    finding('search-missing', gaps.missing),
    finding('search-stale', stale),
    finding('search-facets', await findFacetGaps(db)),
    finding(
      'meeting-without-report',
      orphans.map((row) => row.id),
    ),
    ...(await findLeftovers(db, now)).map(({ code, ids }) => finding(code, ids)),
  ].filter((one) => one.count > 0);
}

function finding(code: StoreFinding['code'], ids: readonly string[]): StoreFinding {
  return { code, count: ids.length, sample: ids.slice(0, SAMPLE) };
}

export async function countArchive(db: Queries): Promise<ArchiveCounts> {
  const [pages, articles, meetings, people, outlets, decisions] = await Promise.all(
    (['pages', 'articles', 'meetings', 'people', 'outlets', 'decisions'] as const).map(async (table) => {
      const row = await db
        .selectFrom(table)
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return Number(row.total);
    }),
  );
  return {
    pages: pages ?? 0,
    articles: articles ?? 0,
    meetings: meetings ?? 0,
    people: people ?? 0,
    outlets: outlets ?? 0,
    decisions: decisions ?? 0,
  };
}
