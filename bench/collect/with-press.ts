import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { addSource } from '../../src/jobs/collect/add-source.ts';
import type { Store } from '../../src/store/store.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Press {
  readonly articles: number;
  readonly outlets: number;
}

/** Gives work a folder of its own and invented outlets on this machine; both are gone afterwards. */
export async function withPress<T>(
  { articles, outlets }: Press,
  work: (folder: string, origins: readonly string[], press: ChildProcess) => Promise<T>,
  manner: 'lively' | 'quiet' = 'lively',
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'));
  const hooks = join(folder, 'hooks.mjs');
  const tsHooks = JSON.stringify(new URL('../../scripts/ts-hooks.mjs', import.meta.url).href);
  await writeFile(hooks, `import { register } from 'node:module';\nregister(${tsHooks});\n`);
  const server = fileURLToPath(new URL('press-server.ts', import.meta.url));
  const press = spawn(process.execPath, ['--import', hooks, server, String(outlets), String(articles), manner], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [port] = (await once(press.stdout, 'data')) as [Buffer];
    const origins = Array.from(
      { length: outlets },
      (_, i) => `http://127.77.${Math.floor(i / 200)}.${(i % 200) + 1}:${port.toString().trim()}`,
    );
    return await work(folder, origins, press);
  } finally {
    await stop(press);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Follows these outlets: a source on one's own network, without a pause. */
export async function follow(store: Store, origins: readonly string[]): Promise<void> {
  const now = new Date().toISOString();
  for (const [at, origin] of origins.entries())
    await addSource(
      store,
      { kind: 'feed', address: `${origin}/feed`, title: `Outlet ${at}` } as Parameters<typeof addSource>[1],
      { allowPrivate: true, pauseMs: 0, now },
    );
}

export function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [join(root, 'bin/rapporteur.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

export interface Effort {
  /** Processor seconds of all threads, of the first one, and the largest memory in megabytes. */
  readonly cpu: number;
  readonly cpuMain: number;
  readonly peakMb: number;
  readonly seconds: number;
  readonly out: string;
}

const lookMs = 50;

/** Runs a command to its end and looks at what it takes meanwhile, where the system tells it. */
export async function measureCommand(
  args: readonly string[],
  options: { readonly env?: Readonly<Record<string, string>>; readonly onLook?: (cpu: number) => Promise<void> } = {},
): Promise<Effort> {
  const began = performance.now();
  const child = run(args, options.env);
  let out = '';
  child.stdout?.on('data', (text: Buffer) => {
    out += text.toString();
  });
  child.stderr?.resume();
  let ended = false;
  const exit = once(child, 'exit').then(() => {
    ended = true;
  });
  let [cpu, cpuMain, peakMb] = [0, 0, 0];
  while (!ended) {
    cpu = Math.max(cpu, await cpuOf(`/proc/${child.pid}/stat`));
    cpuMain = Math.max(cpuMain, await cpuOf(`/proc/${child.pid}/task/${child.pid}/stat`));
    peakMb = Math.max(peakMb, await peakOf(child));
    await options.onLook?.(cpu);
    await Promise.race([exit, new Promise((resolve) => setTimeout(resolve, lookMs))]);
  }
  return { cpu, cpuMain, peakMb, seconds: (performance.now() - began) / 1_000, out };
}

/** In seconds: ticks of a hundredth, user and system. */
async function cpuOf(path: string): Promise<number> {
  const fields = await statFields(path);
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100 || 0;
}

export async function cpuOfProcess({ pid }: ChildProcess): Promise<number> {
  return cpuOf(`/proc/${pid}/stat`);
}

async function statFields(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/**
 * Processor seconds of a database server and of all processes that it has begun, those that have ended too; 0 where it
 * runs on another machine.
 * @param backend one of its processes, as it calls it itself
 */
export async function cpuOfServer(backend: number): Promise<number> {
  if (!/^postgres/.test(await readFile(`/proc/${backend}/comm`, 'utf8').catch(() => ''))) return 0;
  const [, server = ''] = await statFields(`/proc/${backend}/stat`);
  const own = await statFields(`/proc/${server}/stat`);
  let ticks = own.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const [, parent, ...rest] = await statFields(`/proc/${name}/stat`);
    if (parent === server) ticks += Number(rest[9] ?? 0) + Number(rest[10] ?? 0);
  }
  return ticks / 100;
}

/** Where the system tells it. */
export async function peakOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}
