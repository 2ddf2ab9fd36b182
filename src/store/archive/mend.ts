import { sql } from 'kysely';
import type { StoreFinding } from '../finding.ts';
import type { Mended } from '../keeping.ts';
import type { Queries } from '../tables.ts';
import type { ArchiveContext } from './context.ts';
import { inBatches } from './cursor.ts';

/** No wait of ours is longer, with an hour to spare: what lies further off came from a clock that was wrong. */
const longestWaitMs = 49 * 3_600_000;

/** The instant behind which nothing of ours can lie. */
export function farFrom(now: string): string {
  return new Date(Date.parse(now) + longestWaitMs).toISOString();
}

export interface Leftover {
  readonly code: StoreFinding['code'];
  readonly ids: readonly string[];
}

/** What a kill, a wrong clock or a hand in the database may have left, beside work that is only unfinished. */
export async function findLeftovers(db: Queries, now: string): Promise<Leftover[]> {
  const far = farFrom(now);
  const rows = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string[]> =>
    (await query.execute(db)).rows.map(({ id }) => id);
  return [
    {
      code: 'bytes-without-page',
      ids: await rows(sql<{ id: string }>`select hash as id from blobs b
        where not exists (select 1 from pages p where p.hash = b.hash) order by hash`),
    },
    {
      code: 'search-extra',
      ids: await rows(sql<{ id: string }>`select article_id as id from search_documents d
        where not exists (select 1 from articles a where a.id = d.article_id) order by article_id`),
    },
    {
      code: 'item-lost',
      ids: await rows(sql<{ id: string }>`select address as id from source_items i
        where state = 'stored' and not exists (select 1 from pages p where p.article_id = i.article_id) order by address`),
    },
    {
      code: 'item-stuck',
      ids: await rows(sql<{ id: string }>`select address as id from source_items
        where state = 'waiting' and next_try > ${far} order by address`),
    },
    {
      code: 'source-stuck',
      ids: await rows(sql<{ id: string }>`select id from sources
        where state in ('active', 'failing') and next_poll > ${far} order by id`),
    },
  ];
}

/** Mends what can be mended without reading pages again, and says what was done. */
export async function mendLeftovers({ db, write, now }: ArchiveContext): Promise<Mended[]> {
  const at = now();
  const mended: Mended[] = [];
  for (const { code, ids } of await findLeftovers(db, at)) {
    if (ids.length === 0 || code === 'search-extra') continue;
    for (const some of inBatches(ids, 200))
      await write(async (tx) => {
        if (code === 'bytes-without-page') await tx.deleteFrom('blobs').where('hash', 'in', some).execute();
        else if (code === 'source-stuck')
          await tx.updateTable('sources').set({ next_poll: at }).where('id', 'in', some).execute();
        else
          await tx
            .updateTable('source_items')
            .set({ state: 'waiting', tries: 0, next_try: at, article_id: null })
            .where('address', 'in', some)
            .execute();
      });
    mended.push({ code, count: ids.length });
  }
  return mended;
}
