import { statSync } from 'node:fs';
import { openSqliteStore } from '../../src/store/open-store.ts';
import type { SearchQuery } from '../../src/store/searching.ts';
import { makeQueries } from './search-queries.ts';

export interface ClassResult {
  readonly name: string;
  readonly queries: number;
  /** Matches of a query, the middle one. */
  readonly matches: number;
  readonly plain: Spread;
  /** With facets counted and the record looked up, as the site asks. */
  readonly full: Spread;
}

/** Milliseconds; `cpu95` is CPU time, which other work on the machine slows less. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly cpu95: number;
}

export interface SearchResultFigures {
  readonly megabytes: number;
  readonly rss: number;
  readonly classes: readonly ClassResult[];
  readonly all: { readonly plain: Spread; readonly full: Spread };
}

interface Took {
  readonly wall: number;
  readonly cpu: number;
}

/** Asks every query twice over, first to warm the file, then to measure; a page of 20 each. */
export async function measureSearch(file: string, articles: number, each: number): Promise<SearchResultFigures> {
  const store = await openSqliteStore(file);
  const classes: ClassResult[] = [];
  const allPlain: Took[] = [];
  const allFull: Took[] = [];
  for (const { name, queries } of makeQueries(articles, each)) {
    const matches: number[] = [];
    for (const query of queries) matches.push((await store.search.find(query)).total);
    const run = async (more: Partial<SearchQuery>): Promise<Took[]> => {
      const times: Took[] = [];
      for (const query of queries) times.push(await time(() => store.search.find({ ...query, ...more })));
      return times;
    };
    const plain = await run({});
    const full = await run({ facets: true, related: true });
    allPlain.push(...plain);
    allFull.push(...full);
    matches.sort((a, b) => a - b);
    classes.push({
      name,
      queries: queries.length,
      matches: matches[matches.length >> 1] ?? 0,
      plain: spread(plain),
      full: spread(full),
    });
  }
  await store.close();
  return {
    megabytes: statSync(file).size / 2 ** 20,
    rss: process.resourceUsage().maxRSS / 1024,
    classes,
    all: { plain: spread(allPlain), full: spread(allFull) },
  };
}

async function time(work: () => Promise<unknown>): Promise<Took> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1000 };
}

export function spread(times: readonly Took[]): Spread {
  const wall = times.map((one) => one.wall).sort((a, b) => a - b);
  const cpu = times.map((one) => one.cpu).sort((a, b) => a - b);
  return { p50: at(wall, 0.5), p95: at(wall, 0.95), cpu95: at(cpu, 0.95) };
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
