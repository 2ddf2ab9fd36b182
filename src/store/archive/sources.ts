import type { FeedItem } from '../../core/model/feed.ts';
import type { ErrorCode } from '../../errors.ts';
import type { CollectStore, ItemState, Poll, Source, SourceItem, SourceState } from '../collecting.ts';
import { siteOf } from '../site-of.ts';
import type { SourceItemRow, SourceRow } from '../tables.ts';
import { optional } from './article-rows.ts';
import { storableText } from './compression.ts';
import type { ArchiveContext } from './context.ts';
import { inBatches } from './cursor.ts';
import { farFrom } from './mend.ts';

/** Visits of a source that are kept: a few weeks of a lively one. */
const keptPolls = 500;

export function createCollectStore({ db, dialect, write }: ArchiveContext): CollectStore {
  return {
    putSource: (source) =>
      write(async (tx) => {
        const { id, ...row } = fromSource(source);
        await tx
          .insertInto('sources')
          .values({ id, ...row })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute();
      }),
    noteVisit: (source) =>
      write(async (tx) => {
        const row = fromSource(source);
        const told = {
          address: row.address,
          etag: row.etag,
          last_modified: row.last_modified,
          hub: row.hub,
          interval_seconds: row.interval_seconds,
          next_poll: row.next_poll,
          last_poll: row.last_poll,
          last_good: row.last_good,
          last_item: row.last_item,
          failures: row.failures,
        };
        const { id } = source;
        const known = await tx.selectFrom('sources').select('state').where('id', '=', id).executeTakeFirst();
        if (known === undefined) return false;
        const state = known.state === 'paused' ? {} : { state: row.state, reason: row.reason, detail: row.detail };
        await tx
          .updateTable('sources')
          .set({ ...told, ...state })
          .where('id', '=', id)
          .execute();
        return true;
      }),
    sources: async ({ outletId } = {}) => {
      let rows = db.selectFrom('sources').selectAll();
      if (outletId !== undefined) rows = rows.where('outlet_id', '=', outletId);
      return (await rows.orderBy('address').execute()).map(toSource);
    },
    source: async (idOrAddress) => {
      const row = await db
        .selectFrom('sources')
        .selectAll()
        .where((where) => where.or([where('id', '=', idOrAddress), where('address', '=', idOrAddress)]))
        .orderBy('id')
        .executeTakeFirst();
      return row === undefined ? undefined : toSource(row);
    },
    removeSource: (id) =>
      write(async (tx) => {
        await tx.deleteFrom('sources').where('id', '=', id).execute();
      }),
    dueSources: async (now, limit) => {
      const rows = await db
        .selectFrom('sources')
        .selectAll()
        .where('state', 'in', ['active', 'failing', 'blocked'])
        .where((where) => where.or([where('next_poll', '<=', now), where('next_poll', '>', farFrom(now))]))
        .orderBy('next_poll')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toSource);
    },
    addItems: (sourceId, items, now) =>
      write(async (tx) => {
        let added = 0;
        for (const some of inBatches([...new Map(items.map((item) => [item.address, item])).values()], 200)) {
          const addresses = some.map(({ address }) => address);
          const rows = await tx
            .selectFrom('source_items')
            .select(['address', 'state', 'feed'])
            .where('address', 'in', addresses)
            .execute();
          const known = new Map(rows.map((row) => [row.address, row]));
          for (const { address, feed } of some) {
            const row = known.get(address);
            if (row === undefined || row.state !== 'stored' || !hasChanged(row.feed, feed)) continue;
            added += 1;
            await tx
              .updateTable('source_items')
              .set({ state: 'waiting', tries: 0, next_try: now, feed: JSON.stringify(feed) })
              .where('address', '=', address)
              .execute();
          }
          const fresh = some.filter(({ address }) => !known.has(address));
          if (fresh.length === 0) continue;
          added += fresh.length;
          await tx
            .insertInto('source_items')
            .values(
              fresh.map(({ address, feed }) =>
                fromItem({
                  address,
                  sourceId,
                  foundAt: now,
                  state: 'waiting',
                  tries: 0,
                  nextTry: now,
                  ...(feed && { feed }),
                }),
              ),
            )
            .onConflict((conflict) => conflict.column('address').doNothing())
            .execute();
        }
        return added;
      }),
    dueItems: async (now, limit, site) => {
      let rows = db
        .selectFrom('source_items as i')
        .innerJoin('sources as s', 's.id', 'i.source_id')
        .selectAll('i')
        .where('i.state', '=', 'waiting')
        .where((where) => where.or([where('i.next_try', '<=', now), where('i.next_try', '>', farFrom(now))]))
        .where('s.state', '!=', 'paused');
      if (site !== undefined) rows = rows.where('i.site', '=', site);
      return (await rows.orderBy('i.next_try').orderBy('i.address').limit(limit).execute()).map(toItem);
    },
    dueSites: async (now) => {
      const rows = await db
        .selectFrom('source_items as i')
        .innerJoin('sources as s', 's.id', 'i.source_id')
        .select('i.site')
        .distinct()
        .where('i.state', '=', 'waiting')
        .where((where) => where.or([where('i.next_try', '<=', now), where('i.next_try', '>', farFrom(now))]))
        .where('s.state', '!=', 'paused')
        .orderBy('i.site')
        .execute();
      return rows.map(({ site }) => site);
    },
    itemsOf: async (articleId) => {
      const rows = await db.selectFrom('source_items').selectAll().where('article_id', '=', articleId).execute();
      return rows.map(toItem);
    },
    putItem: (item) =>
      write(async (tx) => {
        const { address, ...row } = fromItem(item);
        // What a removed source named is no longer there.
        await tx.updateTable('source_items').set(row).where('address', '=', address).execute();
      }),
    items: async ({ sourceId, states, limit }) => {
      let rows = db.selectFrom('source_items').selectAll();
      if (sourceId !== undefined) rows = rows.where('source_id', '=', sourceId);
      if (states !== undefined) rows = rows.where('state', 'in', [...states]);
      return (
        await rows
          .orderBy('found_at', 'desc')
          .orderBy('address')
          .limit(limit ?? 100)
          .execute()
      ).map(toItem);
    },
    itemCounts: async () => {
      const rows = await db
        .selectFrom('source_items')
        .select((select) => ['source_id', 'state', select.fn.countAll().as('items')])
        .groupBy(['source_id', 'state'])
        .execute();
      return rows.map((row) => ({ sourceId: row.source_id, state: row.state as ItemState, items: Number(row.items) }));
    },
    retryItems: (now, sourceId) =>
      write(async (tx) => {
        let update = tx
          .updateTable('source_items')
          .set({ state: 'waiting', tries: 0, next_try: now, reason: null, detail: null })
          .where('state', 'in', ['failed', 'refused']);
        if (sourceId !== undefined) update = update.where('source_id', '=', sourceId);
        return Number((await update.executeTakeFirst()).numUpdatedRows);
      }),
    toldOf: async (articleId) => {
      const row = await db
        .selectFrom('source_items as i')
        .innerJoin('sources as s', 's.id', 'i.source_id')
        .select(['i.feed', 's.outlet_id'])
        .where('i.article_id', '=', articleId)
        .orderBy('i.address')
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return { outletId: row.outlet_id, ...(row.feed === null ? {} : { feed: JSON.parse(row.feed) as FeedItem }) };
    },
    notePoll: (poll) =>
      write(async (tx) => {
        const { sourceId, reason, ...rest } = poll;
        await tx
          .insertInto('polls')
          .values({ source_id: sourceId, reason: reason ?? null, ...rest })
          .execute();
        const [old] = await tx
          .selectFrom('polls')
          .select('seq')
          .where('source_id', '=', sourceId)
          .orderBy('seq', 'desc')
          .offset(keptPolls)
          .limit(1)
          .execute();
        if (old !== undefined)
          await tx.deleteFrom('polls').where('source_id', '=', sourceId).where('seq', '<=', old.seq).execute();
      }),
    polls: async (sourceId, limit) => {
      const rows = await db
        .selectFrom('polls')
        .selectAll()
        .where('source_id', '=', sourceId)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map(
        (row): Poll => ({
          sourceId: row.source_id,
          at: row.at,
          outcome: row.outcome as Poll['outcome'],
          found: row.found,
          fresh: row.fresh,
          milliseconds: row.milliseconds,
          ...(row.reason === null ? {} : { reason: row.reason as ErrorCode }),
        }),
      );
    },
    domain: async (domain) => {
      const row = await db.selectFrom('fetch_domains').selectAll().where('domain', '=', domain).executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        domain,
        refusals: row.refusals,
        ...(row.blocked_until === null ? {} : { blockedUntil: row.blocked_until }),
        ...(row.robots === null ? {} : { robots: row.robots }),
        ...(row.robots_until === null ? {} : { robotsUntil: row.robots_until }),
      };
    },
    takeTurn: (domain, now, pauseMs) =>
      write(async (tx) => {
        const row = { domain, refusals: 0, next_visit: now };
        await tx
          .insertInto('fetch_domains')
          .values(row)
          .onConflict((conflict) => conflict.column('domain').doNothing())
          .execute();
        const lock = tx.selectFrom('fetch_domains').select('next_visit').where('domain', '=', domain);
        const { next_visit: free } = await (dialect.name === 'postgres'
          ? lock.forUpdate()
          : lock
        ).executeTakeFirstOrThrow();
        const turn = free !== null && free > now && free < farFrom(now) ? free : now;
        const next = new Date(Date.parse(turn) + pauseMs).toISOString();
        await tx.updateTable('fetch_domains').set({ next_visit: next }).where('domain', '=', domain).execute();
        return turn;
      }),
    putDomain: ({ domain, refusals, blockedUntil, robots, robotsUntil }) =>
      write(async (tx) => {
        const row = {
          refusals,
          blocked_until: blockedUntil ?? null,
          robots: robots === undefined ? null : storableText(robots),
          robots_until: robotsUntil ?? null,
        };
        await tx
          .insertInto('fetch_domains')
          .values({ domain, ...row })
          .onConflict((conflict) => conflict.column('domain').doUpdateSet(row))
          .execute();
      }),
  };
}

/** Outlets say that they changed an article by its date; a feed without such dates says nothing. */
function hasChanged(before: string | null, now: FeedItem | undefined): boolean {
  const modified = now?.modified;
  if (before === null || modified === undefined) return false;
  return (JSON.parse(before) as FeedItem).modified !== modified;
}

function fromSource(source: Source): SourceRow {
  return {
    id: source.id,
    outlet_id: source.outletId,
    address: source.address,
    kind: source.kind,
    title: source.title ?? null,
    folder: JSON.stringify(source.folder),
    pattern: source.pattern ?? null,
    state: source.state,
    reason: source.reason ?? null,
    detail: source.detail ?? null,
    allow_private: source.allowPrivate ? 1 : 0,
    pause_ms: source.pauseMs ?? null,
    etag: source.etag ?? null,
    last_modified: source.lastModified ?? null,
    hub: source.hub ?? null,
    interval_seconds: source.intervalSeconds,
    next_poll: source.nextPoll,
    last_poll: source.lastPoll ?? null,
    last_good: source.lastGood ?? null,
    last_item: source.lastItem ?? null,
    failures: source.failures,
    added_at: source.addedAt,
  };
}

function toSource(row: SourceRow): Source {
  return {
    id: row.id,
    outletId: row.outlet_id,
    address: row.address,
    kind: row.kind as Source['kind'],
    folder: JSON.parse(row.folder) as string[],
    state: row.state as SourceState,
    allowPrivate: row.allow_private === 1,
    intervalSeconds: row.interval_seconds,
    nextPoll: row.next_poll,
    failures: row.failures,
    addedAt: row.added_at,
    ...optional('title', row.title),
    ...optional('pattern', row.pattern),
    ...optional('reason', row.reason as ErrorCode | null),
    ...optional('detail', row.detail),
    ...optional('pauseMs', row.pause_ms),
    ...optional('etag', row.etag),
    ...optional('lastModified', row.last_modified),
    ...optional('hub', row.hub),
    ...optional('lastPoll', row.last_poll),
    ...optional('lastGood', row.last_good),
    ...optional('lastItem', row.last_item),
  };
}

function fromItem(item: SourceItem): SourceItemRow {
  return {
    address: item.address,
    site: siteOf(item.address),
    source_id: item.sourceId,
    feed: item.feed === undefined ? null : JSON.stringify(item.feed),
    found_at: item.foundAt,
    state: item.state,
    tries: item.tries,
    next_try: item.nextTry,
    reason: item.reason ?? null,
    detail: item.detail ?? null,
    article_id: item.articleId ?? null,
  };
}

function toItem(row: SourceItemRow): SourceItem {
  return {
    address: row.address,
    sourceId: row.source_id,
    foundAt: row.found_at,
    state: row.state as ItemState,
    tries: row.tries,
    nextTry: row.next_try,
    ...optional('feed', row.feed === null ? null : (JSON.parse(row.feed) as FeedItem)),
    ...optional('reason', row.reason as ErrorCode | null),
    ...optional('detail', row.detail),
    ...optional('articleId', row.article_id),
  };
}
