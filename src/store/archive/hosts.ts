import type { HostStore } from '../host-store.ts';
import type { Writer } from '../tables.ts';
import type { ArchiveContext } from './context.ts';

/** Pages of a host that are remembered: those with the smallest ids, which are hashes, so a fair sample in any order. */
export const mostHostPages = 40;

export function createHostStore({ db, write }: ArchiveContext): HostStore {
  return {
    remember: (host, articleId, lines) => write((tx) => rememberPage(tx, articleId, { host, lines })),
    pagesOf: async (host) => {
      const rows = await db
        .selectFrom('host_pages')
        .select(['article_id', 'lines'])
        .where('host', '=', host)
        .orderBy('article_id')
        .execute();
      return rows.map((row) => ({
        articleId: row.article_id,
        lines: row.lines === '' ? [] : row.lines.split(' '),
      }));
    },
    sizes: async () => {
      const rows = await db
        .selectFrom('host_pages as p')
        .leftJoin('hosts as h', 'h.host', 'p.host')
        .select((select) => ['p.host', 'h.read_with', select.fn.countAll().as('pages')])
        .groupBy(['p.host', 'h.read_with'])
        .orderBy('p.host')
        .execute();
      return rows.map((row) => ({ host: row.host, pages: Number(row.pages), readWith: row.read_with ?? 0 }));
    },
    setReadWith: (host, pages) =>
      write(async (tx) => {
        await tx
          .insertInto('hosts')
          .values({ host, read_with: pages })
          .onConflict((conflict) => conflict.column('host').doUpdateSet({ read_with: pages }))
          .execute();
      }),
  };
}

export async function rememberPage(
  tx: Writer,
  articleId: string,
  { host, lines }: { readonly host: string; readonly lines: readonly string[] },
): Promise<void> {
  const row = { host, lines: lines.join(' ') };
  await tx
    .insertInto('host_pages')
    .values({ article_id: articleId, ...row })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet(row))
    .execute();
  const [surplus] = await tx
    .selectFrom('host_pages')
    .select('article_id')
    .where('host', '=', host)
    .orderBy('article_id')
    .offset(mostHostPages)
    .limit(1)
    .execute();
  if (surplus !== undefined)
    await tx.deleteFrom('host_pages').where('host', '=', host).where('article_id', '>=', surplus.article_id).execute();
}
