import { sql } from 'kysely';
import type { Arrival, KeepingStore } from '../keeping.ts';
import type { Queries } from '../tables.ts';
import type { ArchiveContext } from './context.ts';

export function createKeepingStore({ db }: ArchiveContext): KeepingStore {
  return { arrivals: (since) => readArrivals(db, since) };
}

async function readArrivals(db: Queries, since: string): Promise<Arrival[]> {
  const day = sql<string>`substr(p.saved_at, 1, 10)`;
  const rows = await db
    .selectFrom('pages as p')
    .innerJoin('articles as a', 'a.id', 'p.article_id')
    .select((select) => ['a.outlet_id', 'a.language', day.as('day'), select.fn.countAll<number>().as('articles')])
    .where('p.version', '=', 1)
    .where('p.saved_at', '>=', since)
    .where('a.outlet_id', 'is not', null)
    .groupBy(['a.outlet_id', 'a.language', day])
    .orderBy('a.outlet_id')
    .orderBy('a.language')
    .orderBy(day)
    .execute();
  return rows.map((row) => ({
    outletId: row.outlet_id ?? '',
    language: row.language,
    day: row.day,
    articles: Number(row.articles),
  }));
}
