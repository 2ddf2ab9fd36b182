import type { PostgresPool } from 'kysely';
import PgBoss from 'pg-boss';
import type { ErrorCode } from '../../errors.ts';
import { toPostgresError } from '../postgres/errors.ts';
import type { Store } from '../store.ts';
import { jobId, uuidOf } from './job-id.ts';
import {
  type Job,
  type JobFilter,
  type JobKind,
  type JobState,
  jobKinds,
  type LeasedJob,
  type Queue,
  type QueueOptions,
  queueDefaults,
} from './queue.ts';
import { sortCounts } from './sqlite-queue.ts';

interface JobData {
  readonly key: string;
  readonly about: string;
}

/** States of pg-boss, and what they are called here. */
const toState = `case when state = 'active' then 'running' when state = 'failed' then 'dead'
  when output is not null then 'failed' else 'waiting' end`;

/**
 * The queue beyond one machine: pg-boss in a schema of its own beside the archive's. It holds the jobs, gives each to one
 * worker and counts its tries; what it lacks in this line of versions is done on its table: leases that are extended, and
 * that a killed worker gives back at once instead of after a time that long work would need.
 */
export function createPostgresQueue(pool: PostgresPool, alone: Store['alone'], options: QueueOptions = {}): Queue {
  const { leaseSeconds, tries: mostTries, backOffSeconds } = { ...queueDefaults, ...options };
  let started: Promise<{ readonly boss: PgBoss; readonly table: string }> | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function executeSql(text: string, values?: unknown[]) {
    try {
      const client = await pool.connect();
      try {
        // Without values a text may hold several statements.
        const query = client.query as (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
        return await query.call(client, text, values);
      } catch (error) {
        // One of several statements that failed leaves the transaction open that they began: the next user of the
        // connection would find all it asks for refused.
        if (values === undefined) await client.query('rollback', []).catch(() => {});
        throw error;
      } finally {
        client.release();
      }
    } catch (error) {
      throw toPostgresError(error) ?? error;
    }
  }
  const rowsOf = async <T>(text: string, values: unknown[]): Promise<T[]> => {
    return (await executeSql(text, values)).rows as T[];
  };

  function start() {
    // Its tables are made by one process at a time: those who begin together would stand in each other's way.
    started ??= alone('queue', startBoss).catch((error: unknown) => {
      started = undefined;
      throw error;
    });
    return started;
  }

  async function startBoss() {
    const [home] = await rowsOf<{ name: string }>('select current_schema() as name', []);
    const schema = `${home?.name === 'public' ? 'rapporteur' : home?.name}_jobs`;
    const boss = new PgBoss({
      db: { executeSql: async (text, values) => (await executeSql(text, values)) as { rows: unknown[] } },
      schema,
      // Finished jobs leave at once and lost ones are taken back here: nothing is left to look after.
      supervise: false,
      schedule: false,
    } as PgBoss.ConstructorOptions);
    await boss.start();
    for (const kind of jobKinds) await boss.createQueue(kind);
    return { boss, table: `${schema}.job` };
  }

  /** Jobs of workers that show no sign any more. */
  async function takeBack(table: string): Promise<void> {
    const time = Date.now();
    if (time - lookedAt < Math.min(2_000, leaseSeconds * 250)) return;
    lookedAt = time;
    await executeSql(
      `update ${table} set state = (case when retry_count >= retry_limit then 'failed' else 'retry' end)::text::${table.replace(/job$/, 'job_state')},
         start_after = now(), completed_on = case when retry_count >= retry_limit then now() end,
         output = '{"code":"worker-lost"}'::jsonb
       where state = 'active' and (started_on + expire_in < now() or started_on > now() + interval '1 minute')`,
    );
    // What rests for longer than anything of ours does was noted under a clock that was wrong.
    await executeSql(
      `update ${table} set start_after = now() where state in ('created', 'retry') and start_after > now() + interval '49 hours'`,
    );
  }

  const held = `date_trunc('milliseconds', started_on) = $3::timestamptz and state = 'active'`;

  /** Runs one statement for the jobs of each lease; gives the ids that it reached. */
  async function forEachLease(jobs: readonly LeasedJob[], statement: (table: string) => string): Promise<Set<string>> {
    const reached = new Set<string>();
    if (jobs.length === 0) return reached;
    const { table } = await start();
    const groups = new Map<string, LeasedJob[]>();
    for (const job of jobs) {
      const name = `${job.kind} ${job.lease}`;
      groups.set(name, [...(groups.get(name) ?? []), job]);
    }
    for (const group of groups.values()) {
      const [first] = group;
      if (first === undefined) continue;
      const ids = new Map(group.map(({ id }) => [uuidOf(id), id]));
      const rows = await rowsOf<{ id: string }>(statement(table), [first.kind, [...ids.keys()], first.lease]);
      for (const row of rows) reached.add(ids.get(row.id) ?? row.id);
    }
    return reached;
  }

  return {
    async add(jobs) {
      if (jobs.length === 0) return 0;
      const { boss, table } = await start();
      const once = new Map(jobs.map((job) => [jobId(job.kind, job.key), job]));
      const ids = [...once.keys()].map(uuidOf);
      const known = await rowsOf(`select id from ${table} where id = any($1::uuid[])`, [ids]);
      if (known.length === once.size) return 0;
      await boss.insert(
        [...once].map(([id, { kind, key, about, priority, runAt }]) => ({
          id: uuidOf(id),
          name: kind,
          data: { key, about: about ?? key } satisfies JobData,
          priority: priority ?? 0,
          retryLimit: mostTries - 1,
          retryDelay: backOffSeconds,
          retryBackoff: true,
          expireInSeconds: leaseSeconds,
          ...(runAt === undefined ? {} : { startAfter: runAt }),
        })),
      );
      return once.size - known.length;
    },
    async lease(kind, limit) {
      const { boss, table } = await start();
      await takeBack(table);
      const rows = await boss.fetch<JobData>(kind, { batchSize: limit, includeMetadata: true });
      return rows
        .sort((a, b) => b.priority - a.priority || a.createdOn.getTime() - b.createdOn.getTime())
        .map(
          ({ data, retryCount, startedOn }): LeasedJob => ({
            id: jobId(kind, data.key),
            kind,
            key: data.key,
            tries: retryCount,
            lease: startedOn.toISOString(),
          }),
        );
    },
    async extend(jobs) {
      const reached = await forEachLease(
        jobs,
        (table) => `update ${table} set expire_in = now() - started_on + make_interval(secs => ${leaseSeconds})
          where name = $1 and id = any($2::uuid[]) and ${held} returning id`,
      );
      return jobs.map(({ id }) => id).filter((id) => !reached.has(id));
    },
    async complete(jobs) {
      await forEachLease(
        jobs,
        (table) => `delete from ${table} where name = $1 and id = any($2::uuid[]) and ${held} returning id`,
      );
    },
    async fail(job, { code, detail, final = false }) {
      const { boss } = await start();
      const dead = final || job.tries + 1 >= mostTries;
      const limit = final ? 'retry_count' : 'retry_limit';
      const mine = await forEachLease(
        [job],
        (table) => `update ${table} set retry_limit = ${limit}, expire_in = make_interval(secs => ${leaseSeconds})
          where name = $1 and id = any($2::uuid[]) and ${held} returning id`,
      );
      if (mine.size === 0) return 'lost';
      await boss.fail(job.kind, uuidOf(job.id), { code, detail });
      return dead ? 'dead' : 'failed';
    },
    async release(jobs) {
      await forEachLease(
        jobs,
        // Without a start, the next lease counts no try.
        (
          table,
        ) => `update ${table} set state = 'created', started_on = null, output = null, expire_in = make_interval(secs => ${leaseSeconds})
          where name = $1 and id = any($2::uuid[]) and ${held} returning id`,
      );
    },
    async list(filter = {}) {
      const { table } = await start();
      const { where, values } = conditions(filter);
      const rows = await rowsOf<JobRow>(
        `select name, data, priority, ${toState} as state, retry_count, started_on, start_after, created_on, output,
           started_on + expire_in as leased_until
         from ${table} where ${where} order by priority desc, start_after, created_on, id limit ${filter.limit ?? 100}`,
        values,
      );
      return rows.map(toJob);
    },
    async counts() {
      const { table } = await start();
      const rows = await rowsOf<{ kind: JobKind; state: JobState; jobs: number; due: number }>(
        `select name as kind, ${toState} as state, count(*)::int as jobs,
           (count(*) filter (where start_after <= now()))::int as due
         from ${table} where state <> 'completed' group by 1, 2`,
        [],
      );
      return sortCounts(rows);
    },
    async retry(filter) {
      const { table } = await start();
      const { where, values } = conditions(filter);
      const rows = await rowsOf(
        `update ${table} set state = 'created', retry_count = 0, retry_limit = ${mostTries - 1}, started_on = null,
           completed_on = null, start_after = now(), output = null,
           expire_in = make_interval(secs => ${leaseSeconds})
         where ${where} and state in ('retry', 'failed') and output is not null returning id`,
        values,
      );
      return rows.length;
    },
    async drop(filter) {
      const { table } = await start();
      const { where, values } = conditions(filter);
      return (await rowsOf(`delete from ${table} where ${where} and state <> 'active' returning id`, values)).length;
    },
  };
}

function conditions({ ids, kinds, states }: JobFilter): { readonly where: string; readonly values: unknown[] } {
  return {
    where: `name = any($1::text[]) and ($2::uuid[] is null or id = any($2::uuid[]))
      and ($3::text[] is null or ${toState} = any($3::text[])) and state <> 'completed'`,
    values: [kinds ?? jobKinds, ids?.map(uuidOf) ?? null, states ?? null],
  };
}

interface JobRow {
  readonly name: JobKind;
  readonly data: JobData;
  readonly priority: number;
  readonly state: JobState;
  readonly retry_count: number;
  readonly started_on: Date | null;
  readonly start_after: Date;
  readonly created_on: Date;
  readonly output: { readonly code?: ErrorCode; readonly detail?: string } | null;
  readonly leased_until: Date | null;
}

function toJob(row: JobRow): Job {
  const { key, about } = row.data;
  return {
    id: jobId(row.name, key),
    kind: row.name,
    key,
    about,
    state: row.state,
    priority: row.priority,
    tries: row.started_on === null ? row.retry_count : row.retry_count + 1,
    addedAt: row.created_on.toISOString(),
    runAt: row.start_after.toISOString(),
    ...(row.state === 'running' && row.leased_until !== null ? { leasedUntil: row.leased_until.toISOString() } : {}),
    ...(row.output?.code === undefined ? {} : { reason: row.output.code }),
    ...(row.output?.detail === undefined ? {} : { detail: row.output.detail }),
  };
}
