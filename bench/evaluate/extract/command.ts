import { existsSync } from 'node:fs';
import { extractArticle } from '../../../src/core/extract/extract-article.ts';
import type { HostMemory } from '../../../src/core/extract/host-memory.ts';
import type { Streams } from '../press/command.ts';
import { measureFreshRun } from './fresh-run.ts';
import { type GoldPage, readGoldPages, withoutTags } from './gold-pages.ts';
import { rememberHosts } from './host-memories.ts';
import { comparePeers, type PeerName, peerNames } from './peers-command.ts';
import { printFigures, worstPages } from './print.ts';
import { figuresOf, type PageScore, scorePage } from './score.ts';

const USAGE = `Usage: npm run evaluate -- extract FILE.jsonl[.gz] … [options]
Extracts every page of the files (one JSON object a line: {id, url, type?, html, gold}) and scores it against its gold.
Speed and memory are those of a process of its own that reads the same pages as HTML, twice: cold, then warm.
  --flat        the same pages as text dumps: all tags removed first
  --host-memory each page is read with what the others of its host have in common
  --type NAME   only pages of that type
  --limit N     only the first N pages of each file
  --peers LIST  the same pages read by others too, side by side: readability,defuddle,metascraper or all
  --json        print the figures as JSON
`;

interface Options {
  readonly files: readonly string[];
  readonly flat: boolean;
  readonly hostMemory: boolean;
  readonly json: boolean;
  readonly type?: string;
  readonly limit: number;
  readonly peers: readonly PeerName[];
}

/** Runs `evaluate extract`. Returns the exit code: 0 done, 1 a page failed, 2 wrong use. */
export async function evaluateExtract(args: readonly string[], streams: Streams): Promise<number> {
  const options = parseOptions(args);
  if (typeof options === 'string') {
    streams.error(`${options}\n\n${USAGE}`);
    return 2;
  }
  let memoryOf: ((page: GoldPage) => HostMemory | undefined) | undefined;
  if (options.peers.length > 0 || options.hostMemory) {
    const pages: GoldPage[] = [];
    for await (const page of pagesOf(options)) pages.push(page);
    if (options.peers.length > 0) return comparePeers(pages, options, streams);
    memoryOf = rememberHosts(pages, options.flat);
  }
  const scores: PageScore[] = [];
  let failed = false;
  for await (const page of pagesOf(options)) {
    try {
      scores.push(extractAndScore(page, options.flat, memoryOf?.(page)));
    } catch (error) {
      failed = true;
      streams.error(`Page ${page.id} could not be read: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  const fresh = measureFreshRun(options);
  streams.out(
    options.json
      ? `${JSON.stringify({ ...figuresOf(scores), ...fresh, worst: worstPages(scores) }, null, 1)}\n`
      : printFigures(scores, fresh),
  );
  return failed ? 1 : 0;
}

/** The pages that are asked for, one at a time. */
async function* pagesOf({ files, type, limit }: Options): AsyncGenerator<GoldPage> {
  for (const file of files) {
    let count = 0;
    for await (const page of readGoldPages(file)) {
      if (type !== undefined && page.type !== type) continue;
      if (++count > limit) break;
      yield page;
    }
  }
}

function extractAndScore(page: GoldPage, flat: boolean, hostMemory: HostMemory | undefined): PageScore {
  const text = flat ? withoutTags(page.html) : page.html;
  const before = process.cpuUsage();
  const article = extractArticle(
    { text, url: page.url, format: flat ? 'text' : 'html' },
    hostMemory === undefined ? {} : { hostMemory },
  );
  const { user, system } = process.cpuUsage(before);
  return scorePage(page, article, (user + system) / 1000);
}

function parseOptions(args: readonly string[]): Options | string {
  const files: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const [name = '', inline] = arg.split(/=(.*)/s);
    if (name === '--limit' || name === '--type' || name === '--peers') {
      const value = inline ?? args[++i];
      if (value === undefined || value === '') return `${name} needs a value.`;
      values.set(name, value);
    } else if (arg === '--flat' || arg === '--json' || arg === '--host-memory') flags.add(arg);
    else if (arg.startsWith('-')) return `Unknown option ${arg}.`;
    else files.push(arg);
  }
  if (files.length === 0) return 'Give a file of annotated pages.';
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) return `There is no file ${missing}.`;
  const limit = values.has('--limit') ? Number(values.get('--limit')) : Number.POSITIVE_INFINITY;
  if (!(limit >= 1)) return '--limit is a number of pages.';
  const wanted = values.get('--peers')?.split(',') ?? [];
  const peers = wanted.includes('all') ? peerNames : peerNames.filter((name) => wanted.includes(name));
  if (wanted.length > 0 && !wanted.includes('all') && peers.length < new Set(wanted).size)
    return `--peers takes ${peerNames.join(', ')} or all.`;
  if (peers.length > 0 && flags.has('--flat')) return 'Peers read HTML only: leave out --flat.';
  const type = values.get('--type');
  return {
    files,
    flat: flags.has('--flat'),
    hostMemory: flags.has('--host-memory'),
    json: flags.has('--json'),
    limit,
    peers,
    ...(type === undefined ? {} : { type }),
  };
}
