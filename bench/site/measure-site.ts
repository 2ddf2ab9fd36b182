import { openSqliteStore } from '../../src/store/open-store.ts';
import { createApp } from '../../src/web/app.tsx';
import { type PageKind, siteAddresses } from './site-addresses.ts';

export interface KindFigures {
  readonly name: string;
  readonly pages: number;
  /** Milliseconds. */
  readonly cpu: { readonly middle: number; readonly high: number };
  readonly wall: { readonly middle: number; readonly high: number };
  /** The very first page of the kind, when nothing is compiled or remembered: wall milliseconds. */
  readonly first: number;
  /** Largest page, bytes as sent. */
  readonly bytes: number;
  readonly slowest: string;
}

export interface SiteFigures {
  readonly kinds: readonly KindFigures[];
  /** Bytes as sent, once for all pages. */
  readonly css: number;
  readonly script: number;
  /** Pages of a front page that is remembered, a second of CPU time. */
  readonly cachedFront: number;
}

const headers = { 'accept-encoding': 'gzip', 'accept-language': 'fr' };
const origin = 'http://site.example';
const languages = ['fr', 'en', 'es', 'ar'] as const;
const inRow = 2_000;

/** Asks the site for pages as a browser would, one after the other, without a network between. */
export async function measureSite(file: string, articles: number, perKind: number, only: string): Promise<SiteFigures> {
  const store = await openSqliteStore(file);
  const options = {
    store,
    settings: { publishLocalInFull: false },
    now: () => new Date('2024-02-03T09:00:00Z'),
    log: { error: (event: string, detail: unknown) => process.stderr.write(`${event} ${JSON.stringify(detail)}\n`) },
  };
  // Every page is made: what is remembered is measured apart.
  const app = createApp({ ...options, pageCacheBytes: 0 });
  const kinds: KindFigures[] = [];
  for (const kind of await siteAddresses(store, articles, perKind)) {
    if (kind.name.includes(only)) kinds.push(await measureKind((request) => app.request(request), kind));
  }
  const remembering = createApp(options);
  const front = await remembering.request(new Request(`${origin}/`, { headers }));
  const html = await (await app.request(new Request(`${origin}/`))).text();
  const furniture = async (pattern: RegExp): Promise<number> => {
    let bytes = 0;
    for (const [, path = ''] of html.matchAll(pattern)) {
      bytes += (await (await app.request(new Request(origin + path, { headers }))).arrayBuffer()).byteLength;
    }
    return bytes;
  };
  await front.arrayBuffer();
  const ask = async (times: number) => {
    for (let at = 0; at < times; at++) {
      await (await remembering.request(new Request(`${origin}/`, { headers }))).arrayBuffer();
    }
  };
  await ask(inRow / 4);
  const before = process.cpuUsage();
  await ask(inRow);
  const seconds = cpuSince(before) / 1_000;
  const figures = {
    kinds,
    css: await furniture(/<link rel="stylesheet" href="([^"]+)"/g),
    script: await furniture(/<script[^>]* src="([^"]+)"/g),
    cachedFront: Math.round(inRow / seconds),
  };
  await store.close();
  return figures;
}

async function measureKind(
  ask: (request: Request) => Response | Promise<Response>,
  { name, paths }: PageKind,
): Promise<KindFigures> {
  const asked =
    paths.length === 1
      ? Array.from({ length: 6 }, () => languages.map((language) => [paths[0] ?? '/', language] as const)).flat()
      : paths.map((path) => [path, 'fr'] as const);
  let first = 0;
  let bytes = 0;
  const times: { cpu: number; wall: number; path: string }[] = [];
  const one = async (path: string, language: string) => {
    const before = process.cpuUsage();
    const start = performance.now();
    const response = await ask(new Request(origin + path, { headers: { ...headers, 'accept-language': language } }));
    const size = (await response.arrayBuffer()).byteLength;
    const time = { wall: performance.now() - start, cpu: cpuSince(before), path };
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    bytes = Math.max(bytes, size);
    return time;
  };
  // A few pages first: a site that has run for a minute has its code compiled.
  for (const [index, [path, language]] of asked.slice(0, 5).entries()) {
    const { wall } = await one(path, language);
    if (index === 0) first = wall;
  }
  for (const [path, language] of asked) times.push(await one(path, language));
  const spread = (values: readonly number[]) => {
    const sorted = [...values].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return { middle: at(0.5), high: at(0.95) };
  };
  const slowest = [...times].sort((a, b) => b.cpu - a.cpu)[0];
  return {
    name,
    pages: times.length,
    cpu: spread(times.map(({ cpu }) => cpu)),
    wall: spread(times.map(({ wall }) => wall)),
    first,
    bytes,
    slowest: slowest?.path ?? '',
  };
}

/** Milliseconds of CPU time of the whole process since a reading. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
