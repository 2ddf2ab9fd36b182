import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createFetcher } from '../../src/collect/http/fetcher.ts';
import { createVisitor } from '../../src/collect/http/visitor.ts';
import { addSource } from '../../src/jobs/collect/add-source.ts';
import { collectSources } from '../../src/jobs/collect/collect.ts';
import { openThreadedReader } from '../../src/jobs/reading/threaded-reader.ts';
import { openPostgresStore, openSqliteStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface CollectMeasure {
  readonly articles: number;
  readonly outlets: number;
}

export interface RoundResult extends CollectMeasure {
  readonly threads: number;
  /** Seconds until everything is read and searchable, and until it is grouped too. */
  readonly stored: number;
  readonly grouped: number;
  readonly found: number;
  /** Seconds, several at once: asking outlets, reading in threads; and of them, how busy the thread of the archive was. */
  readonly fetching: number;
  readonly reading: number;
  readonly mainBusy: number;
  /** Processor seconds of all threads, without grouping and with it: what holds on a machine that others use too. */
  readonly cpu: number;
  readonly cpuGrouped: number;
  readonly peakMb: number;
}

/** One round in this process, into an embedded archive of its own. */
export async function measureRound(
  { articles, outlets }: CollectMeasure,
  threads: number | undefined,
): Promise<RoundResult> {
  return withPress({ articles, outlets }, async (folder, origins) => {
    const store = await openSqliteStore(join(folder, 'rapporteur.db'));
    const reader = openThreadedReader(threads === undefined ? {} : { threads });
    const fetcher = createFetcher({ userAgent: 'Rapporteur/bench' });
    const memory = { get: store.collect.domain, put: store.collect.putDomain };
    const visitor = createVisitor({ fetcher, userAgent: 'Rapporteur/bench', now: () => new Date(), memory });
    const spent = { fetching: 0, reading: 0 };
    const timed = async <T>(what: keyof typeof spent, work: () => Promise<T>): Promise<T> => {
      const began = performance.now();
      return work().finally(() => {
        spent[what] += (performance.now() - began) / 1_000;
      });
    };
    try {
      await follow(store, origins);
      const began = performance.now();
      const busy = performance.eventLoopUtilization();
      let stored = 0;
      let mainBusy = 0;
      let cpu = 0;
      const used = process.cpuUsage();
      const cpuNow = () => {
        const { user, system } = process.cpuUsage(used);
        return (user + system) / 1e6;
      };
      await collectSources(store, await store.collect.sources(), {
        visitor: { visit: (request) => timed('fetching', () => visitor.visit(request)) },
        reader: { ...reader, read: (page) => timed('reading', () => reader.read(page)) },
        now: () => new Date(),
        signal: new AbortController().signal,
        maxBytes: 20_000_000,
        onProblem: (problem) => process.stderr.write(`${String(problem)}\n`),
        onProgress: ({ kind }) => {
          if (kind !== 'recording') return;
          cpu = cpuNow();
          stored = (performance.now() - began) / 1_000;
          mainBusy = performance.eventLoopUtilization(busy).utilization * stored;
        },
      });
      const grouped = (performance.now() - began) / 1_000;
      const cpuGrouped = cpuNow();
      const found = (await store.search.find({ text: 'report' })).total;
      const peakMb = process.resourceUsage().maxRSS / 1_024;
      return {
        articles,
        outlets,
        threads: reader.threads,
        stored,
        grouped,
        found,
        ...spent,
        mainBusy,
        cpu,
        cpuGrouped,
        peakMb,
      };
    } finally {
      await fetcher.close();
      await reader.close();
      await store.close();
    }
  });
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
    return await withPress(size, async (folder, origins) => {
      const store = await openPostgresStore(own.href);
      await store.queue.counts();
      const processes = Array.from({ length: workers }, (_, i) =>
        run(['work', '--concurrency', '1', '--data', join(folder, String(i))], { RAPPORTEUR_DATABASE_URL: own.href }),
      );
      try {
        await Promise.all(processes.map((one) => once(one.stderr as NonNullable<ChildProcess['stderr']>, 'data')));
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        const began = performance.now();
        await follow(store, origins);
        while ((await storedItems(store)) < size.articles) await new Promise((resolve) => setTimeout(resolve, 100));
        const seconds = (performance.now() - began) / 1_000;
        const peaks = await Promise.all(processes.map(peakOf));
        return { ...size, workers, seconds, peakMb: Math.max(...peaks) };
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

async function follow(store: Store, origins: readonly string[]): Promise<void> {
  const now = new Date().toISOString();
  for (const [at, origin] of origins.entries())
    await addSource(
      store,
      { kind: 'feed', address: `${origin}/feed`, title: `Outlet ${at}` } as Parameters<typeof addSource>[1],
      { allowPrivate: true, pauseMs: 0, now },
    );
}

async function withPress<T>(
  { articles, outlets }: CollectMeasure,
  work: (folder: string, origins: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'));
  const hooks = join(folder, 'hooks.mjs');
  const tsHooks = JSON.stringify(new URL('../../scripts/ts-hooks.mjs', import.meta.url).href);
  await writeFile(hooks, `import { register } from 'node:module';\nregister(${tsHooks});\n`);
  const server = fileURLToPath(new URL('press-server.ts', import.meta.url));
  const press = spawn(process.execPath, ['--import', hooks, server, String(outlets), String(articles)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [port] = (await once(press.stdout, 'data')) as [Buffer];
    const origins = Array.from(
      { length: outlets },
      (_, i) => `http://127.77.${Math.floor(i / 200)}.${(i % 200) + 1}:${port.toString().trim()}`,
    );
    return await work(folder, origins);
  } finally {
    await stop(press);
    await rm(folder, { recursive: true, force: true });
  }
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [join(root, 'bin/rapporteur.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Where the system tells it. */
async function peakOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}
