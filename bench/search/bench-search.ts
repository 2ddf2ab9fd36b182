import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadResult, loadArchive } from './load-archive.ts';
import { measurePeer, miniSearch, type PeerResult, plainFts5 } from './measure-peers.ts';
import { measureSearch, type SearchResultFigures } from './measure-search.ts';
import { printPeers, printSearch } from './print-search.ts';

export const searchUsage = `       npm run bench -- search [--articles N] [--queries N] [--file FILE] [--peers] [--peer DIR]
Loads an archive of invented articles and searches it in a fresh process: time a query by kind, load time, size, memory.
  --articles N  articles in the archive (default 100000; a million needs some 8 GB of disk)
  --queries N   queries of each kind (default 60)
  --file FILE   keep the database there; it is searched as it is when it exists
  --peers       the same words in SQLite FTS5 as it comes
  --peer DIR    and in MiniSearch, from a folder where "npm install minisearch" was run
`;

interface SearchOptions {
  readonly articles: number;
  readonly queries: number;
  readonly file: string | undefined;
  readonly peers: boolean;
  readonly peer: string | undefined;
  readonly json: boolean;
}

const note = (text: string): void => void process.stderr.write(text);

/** The parts run in processes of their own, so that each has its own memory. */
export async function benchSearch(options: SearchOptions, root: string, part: string | undefined): Promise<number> {
  const { articles, queries } = options;
  if (part !== undefined) {
    process.stdout.write(JSON.stringify(await runPart(part, options)));
    return 0;
  }
  const folder = options.file === undefined ? mkdtempSync(join(tmpdir(), 'rapporteur-bench-')) : undefined;
  const file = options.file ?? join(folder ?? '', 'search.db');
  const run = <T>(name: string): T => {
    const child = spawnSync(
      process.execPath,
      [
        join(root, 'scripts', 'tool.mjs'),
        'bench',
        'search',
        `--part=${name}`,
        `--articles=${articles}`,
        `--queries=${queries}`,
        `--file=${file}`,
        ...(options.peer === undefined ? [] : [`--peer=${options.peer}`]),
      ],
      { encoding: 'utf8', cwd: root, stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 24 },
    );
    if (child.status !== 0) throw new Error(`the part ${name} failed`);
    return JSON.parse(child.stdout.slice(child.stdout.indexOf('{'))) as T;
  };
  try {
    const { load } = run<{ load?: LoadResult }>('load');
    const figures = run<SearchResultFigures>('search');
    const peers = [
      ...(options.peers ? [run<PeerResult>('fts5')] : []),
      ...(options.peer === undefined ? [] : [run<PeerResult>('minisearch')]),
    ];
    const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
    if (options.json) process.stdout.write(`${JSON.stringify({ machine, load, figures, peers }, null, 1)}\n`);
    else {
      process.stdout.write(printSearch(load, figures, machine));
      process.stdout.write(printPeers(peers));
      process.stdout.write('What these figures do not prove: see bench/README.md.\n');
    }
    return 0;
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function runPart(part: string, { articles, queries, file = '', peer = '' }: SearchOptions): Promise<unknown> {
  const { existsSync } = await import('node:fs');
  switch (part) {
    case 'load':
      return existsSync(file) ? {} : { load: await loadArchive(file, articles, note) };
    case 'search':
      return measureSearch(file, articles, queries);
    case 'fts5':
      return measurePeer(plainFts5(), articles, queries);
    default:
      return measurePeer(await miniSearch(peer), articles, queries);
  }
}
