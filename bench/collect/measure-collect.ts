import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { openPostgresStore, openSqliteStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import {
  cpuOfProcess,
  cpuOfServer,
  type Effort,
  follow,
  measureCommand,
  type Press,
  peakOf,
  run,
  stop,
  withPress,
} from './with-press.ts';

export type CollectMeasure = Press;

export interface RoundResult extends CollectMeasure, Effort {
  /** Seconds from the start of the command until everything is read and searchable; what the processor did until then. */
  readonly stored: number;
  readonly cpuStored: number;
  readonly found: number;
}

/** `rapporteur collect --once`, into an embedded archive of its own. */
export async function measureRound(size: CollectMeasure): Promise<RoundResult> {
  return withPress(size, async (folder, origins) => {
    const store = await openSqliteStore(join(folder, 'rapporteur.db'));
    try {
      await follow(store, origins);
      const began = performance.now();
      let stored = 0;
      let cpuStored = 0;
      const effort = await measureCommand(['collect', '--once', '--json', '--data', folder], {
        onLook: async (cpu) => {
          if (stored > 0 || (await storedItems(store)) < size.articles) return;
          stored = (performance.now() - began) / 1_000;
          cpuStored = cpu;
        },
      });
      const found = (await store.search.find({ text: 'report' })).total;
      return { ...size, ...effort, stored, cpuStored, found };
    } finally {
      await store.close();
    }
  });
}

export interface FeedsResult {
  readonly feeds: number;
  /** The first time all are new; the second time one in twenty has something. */
  readonly first: Effort;
  readonly second: Effort;
  readonly unchanged: number;
  readonly stored: number;
}

/** Polls so many feeds on addresses of their own twice over. */
export async function measureFeeds(feeds: number): Promise<FeedsResult> {
  const collect = (folder: string) => measureCommand(['collect', '--once', '--json', '--data', folder]);
  return withPress(
    { articles: feeds, outlets: feeds },
    async (folder, origins) => {
      const store = await openSqliteStore(join(folder, 'rapporteur.db'));
      await follow(store, origins).finally(() => store.close());
      const [first, second] = [await collect(folder), await collect(folder)];
      const { sources, items } = JSON.parse(second.out) as {
        readonly sources: { readonly unchanged: number };
        readonly items: { readonly stored: number };
      };
      return { feeds, first, second, unchanged: sources.unchanged, stored: items.stored };
    },
    'quiet',
  );
}

export interface SiteResult extends CollectMeasure {
  readonly seconds: number;
  readonly asked: number;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

/** How long the site takes to answer while it collects by itself: `rapporteur serve`, asked twenty times a second. */
export async function measureSite(size: CollectMeasure): Promise<SiteResult> {
  return withPress(size, async (folder, origins) => {
    const store = await openSqliteStore(join(folder, 'rapporteur.db'));
    await follow(store, origins);
    await store.close();
    const site = run(['serve', '--port', '0', '--json', '--data', folder]);
    let said = '';
    site.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
    });
    const [line] = (await once(site.stdout as NonNullable<ChildProcess['stdout']>, 'data')) as [Buffer];
    const { url } = JSON.parse(line.toString()) as { url: string };
    const times: number[] = [];
    const paths = ['', 'search?q=report', 'outlets', 'search.json?q=minister'];
    const began = performance.now();
    for (let turn = 0; !said.includes('"event":"collected"'); turn++) {
      const asked = performance.now();
      await (await fetch(`${url}${paths[turn % paths.length]}`)).arrayBuffer();
      times.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 50 - (performance.now() - asked))));
    }
    const seconds = (performance.now() - began) / 1_000;
    await stop(site);
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return { ...size, seconds, asked: times.length, p50: at(0.5), p95: at(0.95), worst: at(1) };
  });
}

export interface WorkersResult extends CollectMeasure {
  readonly workers: number;
  readonly seconds: number;
  /** Peak of the largest worker. */
  readonly peakMb: number;
  /** Processor seconds meanwhile; of the database 0 where it runs on another machine. */
  readonly cpu: { readonly workers: number; readonly database: number; readonly press: number };
}

/** `rapporteur work` in so many processes on one PostgreSQL; each reads in one thread. */
export async function measureWorkers(size: CollectMeasure, url: string, workers: number): Promise<WorkersResult> {
  const database = `rapporteur_bench_${process.pid}_${workers}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${database}`);
  const own = new URL(url);
  own.pathname = `/${database}`;
  try {
    const [backend] = (await admin.query('select pg_backend_pid() as pid')).rows as { readonly pid: number }[];
    return await withPress(size, async (folder, origins, press) => {
      const store = await openPostgresStore(own.href);
      await store.queue.counts();
      const processes = Array.from({ length: workers }, (_, i) =>
        run(['work', '--concurrency', '1', '--data', join(folder, String(i))], { RAPPORTEUR_DATABASE_URL: own.href }),
      );
      try {
        await Promise.all(processes.map((one) => once(one.stderr as NonNullable<ChildProcess['stderr']>, 'data')));
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        const effort = async () => ({
          workers: (await Promise.all(processes.map(cpuOfProcess))).reduce((sum, one) => sum + one, 0),
          database: await cpuOfServer(backend?.pid ?? 0),
          press: await cpuOfProcess(press),
        });
        const before = await effort();
        const began = performance.now();
        await follow(store, origins);
        while ((await storedItems(store)) < size.articles) await new Promise((resolve) => setTimeout(resolve, 100));
        const seconds = (performance.now() - began) / 1_000;
        const after = await effort();
        const cpu = {
          workers: after.workers - before.workers,
          database: after.database - before.database,
          press: after.press - before.press,
        };
        const peaks = await Promise.all(processes.map(peakOf));
        return { ...size, workers, seconds, peakMb: Math.max(...peaks), cpu };
      } finally {
        await Promise.all(processes.map(stop));
        await store.close();
      }
    });
  } finally {
    await admin.query(`drop database ${database} with (force)`);
    await admin.end();
  }
}

async function storedItems(store: Store): Promise<number> {
  const counts = await store.collect.itemCounts();
  return counts.reduce((sum, { state, items }) => sum + (state === 'stored' ? items : 0), 0);
}
