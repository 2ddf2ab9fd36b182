import type { ExpressionBuilder } from 'kysely';
import type { ErrorCode } from '../../errors.ts';
import { optional } from '../archive/article-rows.ts';
import type { ArchiveContext } from '../archive/context.ts';
import { inBatches } from '../archive/cursor.ts';
import { farFrom } from '../archive/mend.ts';
import type { Tables } from '../tables.ts';
import { jobId } from './job-id.ts';
import type { JobRow } from './job-table.ts';
import {
  type Job,
  type JobCount,
  type JobKind,
  type JobState,
  jobKinds,
  type LeasedJob,
  type Queue,
  type QueueOptions,
  queueDefaults,
} from './queue.ts';

/** Clocks of one machine do not differ by more unless one was wrong. */
const clockMarginSeconds = 60;

/** The queue of the embedded archive: a table of leases in the same file. */
export function createSqliteQueue(
  { db, write }: Pick<ArchiveContext, 'db' | 'write'>,
  world: { readonly now: () => Date; readonly random: () => number },
  options: QueueOptions = {},
): Queue {
  const { leaseSeconds, tries: mostTries, backOffSeconds, alone } = { ...queueDefaults, ...options };
  const { now, random } = world;
  let isFirstLook = true;
  const at = (seconds = 0) => new Date(now().getTime() + seconds * 1_000).toISOString();
  let leases = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  /** Two processes that lease in the same millisecond differ by chance. */
  const newLease = () => `${now().getTime()}-${leases++}-${Math.floor(random() * 1e9)}`;

  /** Jobs of workers that show no sign any more. A job that so often lost its worker may be what ends it. */
  async function takeBack(): Promise<void> {
    const moment = now().getTime();
    if (moment >= lookedAt && moment - lookedAt < Math.min(2_000, leaseSeconds * 250)) return;
    lookedAt = moment;
    const time = at();
    // A lease that ends later than one that begins now was written under another clock.
    const far = at(leaseSeconds + clockMarginSeconds);
    const all = alone && isFirstLook;
    isFirstLook = false;
    const isLost = (where: ExpressionBuilder<Tables, 'jobs'>) =>
      where.and([
        where('state', '=', 'running'),
        ...(all ? [] : [where.or([where('leased_until', '<', time), where('leased_until', '>', far)])]),
      ]);
    const lost = await db.selectFrom('jobs').select('id').where(isLost).limit(1).execute();
    if (lost.length === 0) return;
    await write(async (tx) => {
      const common = { lease: null, leased_until: null, reason: 'worker-lost', detail: null } as const;
      await tx
        .updateTable('jobs')
        .set({ ...common, state: 'dead', run_at: time })
        .where(isLost)
        .where('tries', '>=', mostTries)
        .execute();
      await tx
        .updateTable('jobs')
        .set({ ...common, state: 'failed', run_at: time })
        .where(isLost)
        .execute();
    });
  }

  return {
    add: (jobs) =>
      jobs.length === 0
        ? Promise.resolve(0)
        : write(async (tx) => {
            let added = 0;
            for (const some of inBatches(jobs, 100)) {
              const result = await tx
                .insertInto('jobs')
                .values(
                  some.map(({ kind, key, about, priority, runAt }) => ({
                    id: jobId(kind, key),
                    kind,
                    key,
                    about: about ?? key,
                    priority: priority ?? 0,
                    state: 'waiting',
                    tries: 0,
                    added_at: at(),
                    run_at: runAt ?? at(),
                    lease: null,
                    leased_until: null,
                    reason: null,
                    detail: null,
                  })),
                )
                .onConflict((conflict) => conflict.column('id').doNothing())
                .executeTakeFirst();
              added += Number(result.numInsertedOrUpdatedRows ?? 0);
            }
            return added;
          }),
    lease: async (kind, limit) => {
      await takeBack();
      const due = db
        .selectFrom('jobs')
        .select('id')
        .where('kind', '=', kind)
        .where('state', 'in', ['waiting', 'failed'])
        .where((where) => where.or([where('run_at', '<=', at()), where('run_at', '>', farFrom(at()))]))
        .orderBy('priority', 'desc')
        .orderBy('added_at')
        .orderBy('seq')
        .limit(limit);
      // Looking does not lock; most of the time there is nothing to lease.
      if ((await due.limit(1).execute()).length === 0) return [];
      return write(async (tx) => {
        const lease = newLease();
        const ids = (await tx.selectFrom('jobs').select('id').where('id', 'in', due).execute()).map(({ id }) => id);
        if (ids.length === 0) return [];
        const rows = await tx
          .updateTable('jobs')
          .set((set) => ({ state: 'running', lease, leased_until: at(leaseSeconds), tries: set('tries', '+', 1) }))
          .where('id', 'in', ids)
          .returningAll()
          .execute();
        return rows
          .sort((a, b) => b.priority - a.priority || a.seq - b.seq)
          .map((row): LeasedJob => ({ id: row.id, kind, key: row.key, tries: row.tries - 1, lease }));
      });
    },
    extend: (jobs) =>
      jobs.length === 0
        ? Promise.resolve([])
        : write(async (tx) => {
            const lost: string[] = [];
            for (const [lease, ids] of byLease(jobs)) {
              const rows = await tx
                .updateTable('jobs')
                .set({ leased_until: at(leaseSeconds) })
                .where('lease', '=', lease)
                .where('id', 'in', ids)
                .returning('id')
                .execute();
              const held = new Set(rows.map(({ id }) => id));
              lost.push(...ids.filter((id) => !held.has(id)));
            }
            return lost;
          }),
    complete: (jobs) =>
      jobs.length === 0
        ? Promise.resolve()
        : write(async (tx) => {
            for (const [lease, ids] of byLease(jobs))
              await tx.deleteFrom('jobs').where('lease', '=', lease).where('id', 'in', ids).execute();
          }),
    fail: (job, { code, detail, final = false }) =>
      write(async (tx) => {
        const state = final || job.tries + 1 >= mostTries ? 'dead' : 'failed';
        const rest = backOffSeconds * 2 ** Math.min(16, job.tries) * (1 + random());
        const result = await tx
          .updateTable('jobs')
          .set({ state, reason: code, detail, lease: null, leased_until: null, run_at: at(rest) })
          .where('id', '=', job.id)
          .where('lease', '=', job.lease)
          .executeTakeFirst();
        return Number(result.numUpdatedRows) === 0 ? 'lost' : state;
      }),
    release: (jobs) =>
      jobs.length === 0
        ? Promise.resolve()
        : write(async (tx) => {
            for (const [lease, ids] of byLease(jobs))
              await tx
                .updateTable('jobs')
                .set((set) => ({
                  state: 'waiting',
                  lease: null,
                  leased_until: null,
                  reason: null,
                  detail: null,
                  tries: set('tries', '-', 1),
                }))
                .where('lease', '=', lease)
                .where('id', 'in', ids)
                .execute();
          }),
    list: async (filter = {}) => {
      // Who works alone sees what a killed worker left as what it is now.
      if (alone && isFirstLook) await takeBack();
      let rows = db.selectFrom('jobs').selectAll();
      if (filter.ids !== undefined) rows = rows.where('id', 'in', [...filter.ids]);
      if (filter.kinds !== undefined) rows = rows.where('kind', 'in', [...filter.kinds]);
      if (filter.states !== undefined) rows = rows.where('state', 'in', [...filter.states]);
      return (
        await rows
          .orderBy('priority', 'desc')
          .orderBy('run_at')
          .orderBy('seq')
          .limit(filter.limit ?? 100)
          .execute()
      ).map(toJob);
    },
    counts: async () => {
      const time = at();
      const rows = await db
        .selectFrom('jobs')
        .select((select) => [
          'kind',
          'state',
          select.fn.countAll().as('jobs'),
          select.fn
            .sum(
              select.case().when('run_at', '<=', time).then(1).when('run_at', '>', farFrom(time)).then(1).else(0).end(),
            )
            .as('due'),
        ])
        .groupBy(['kind', 'state'])
        .execute();
      return sortCounts(
        rows.map(({ kind, state, jobs, due }) => ({
          kind: kind as JobKind,
          state: state as JobState,
          jobs: Number(jobs),
          due: Number(due),
        })),
      );
    },
    retry: (filter) =>
      write(async (tx) => {
        let update = tx
          .updateTable('jobs')
          .set({ state: 'waiting', tries: 0, run_at: at(), reason: null, detail: null })
          .where('state', 'in', ['failed', 'dead']);
        if (filter.ids !== undefined) update = update.where('id', 'in', [...filter.ids]);
        if (filter.kinds !== undefined) update = update.where('kind', 'in', [...filter.kinds]);
        if (filter.states !== undefined) update = update.where('state', 'in', [...filter.states]);
        return Number((await update.executeTakeFirst()).numUpdatedRows);
      }),
    drop: (filter) =>
      write(async (tx) => {
        let removal = tx.deleteFrom('jobs').where('state', '!=', 'running');
        if (filter.ids !== undefined) removal = removal.where('id', 'in', [...filter.ids]);
        if (filter.kinds !== undefined) removal = removal.where('kind', 'in', [...filter.kinds]);
        if (filter.states !== undefined) removal = removal.where('state', 'in', [...filter.states]);
        return Number((await removal.executeTakeFirst()).numDeletedRows);
      }),
  };
}

function byLease(jobs: readonly LeasedJob[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, lease } of jobs) {
    const ids = groups.get(lease);
    if (ids === undefined) groups.set(lease, [id]);
    else ids.push(id);
  }
  return groups;
}

/** In the order of the steps. */
export function sortCounts(counts: readonly JobCount[]): readonly JobCount[] {
  return [...counts].sort(
    (a, b) => jobKinds.indexOf(a.kind) - jobKinds.indexOf(b.kind) || (a.state < b.state ? -1 : 1),
  );
}

function toJob(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind as JobKind,
    key: row.key,
    about: row.about,
    state: row.state as JobState,
    priority: row.priority,
    tries: row.tries,
    addedAt: row.added_at,
    runAt: row.run_at,
    ...optional('leasedUntil', row.leased_until),
    ...optional('reason', row.reason as ErrorCode | null),
    ...optional('detail', row.detail),
  };
}
