import type { Outlet, OutletStore, OutletSummary, PageOrigin, Publish } from '../store.ts';
import type { OutletTableRow } from '../tables.ts';
import { optional } from './article-rows.ts';
import type { ArchiveContext } from './context.ts';

export function createOutletStore({ db, write }: ArchiveContext): OutletStore {
  return {
    put: (outlet) =>
      write(async (tx) => {
        const row = {
          slug: outlet.slug,
          name: outlet.name,
          hosts: JSON.stringify(outlet.hosts),
          languages: JSON.stringify(outlet.languages),
          home_country: outlet.homeCountry ?? null,
          publish: outlet.publish,
          origin: outlet.origin,
        };
        await tx
          .insertInto('outlets')
          .values({ id: outlet.id, ...row })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute();
      }),
    get: async (idOrSlug) => {
      const rows = await db
        .selectFrom('outlets')
        .selectAll()
        .where((where) => where.or([where('id', '=', idOrSlug), where('slug', '=', idOrSlug)]))
        .orderBy('id')
        .execute();
      const row = rows.find((candidate) => candidate.id === idOrSlug) ?? rows[0];
      return row === undefined ? undefined : toOutlet(row);
    },
    list: async () => {
      // Both sums come from the index by outlet and day, not from the rows of all articles.
      const rows = await db
        .selectFrom('outlets as o')
        .selectAll('o')
        .select((select) => [
          select
            .selectFrom('articles as a')
            .select((sum) => sum.fn.countAll<number>().as('articles'))
            .whereRef('a.outlet_id', '=', 'o.id')
            .as('articles'),
          select
            .selectFrom('articles as a')
            .select('a.published')
            .whereRef('a.outlet_id', '=', 'o.id')
            .where('a.published', 'is not', null)
            .orderBy('a.sort_day', 'desc')
            .orderBy('a.seq', 'desc')
            .limit(1)
            .as('last_published'),
        ])
        .orderBy('o.name')
        .orderBy('o.id')
        .execute();
      return rows.map(
        (row): OutletSummary => ({
          ...toOutlet(row),
          articles: Number(row.articles ?? 0),
          ...optional('lastPublished', row.last_published),
        }),
      );
    },
  };
}

export function toOutlet(row: OutletTableRow): Outlet {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    hosts: JSON.parse(row.hosts) as string[],
    languages: JSON.parse(row.languages) as string[],
    publish: row.publish as Publish,
    origin: row.origin as PageOrigin,
    ...optional('homeCountry', row.home_country),
    ...optional('keepDays', row.keep_days),
  };
}
