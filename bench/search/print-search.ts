import type { LoadResult } from './load-archive.ts';
import type { PeerResult } from './measure-peers.ts';
import type { SearchResultFigures, Spread } from './measure-search.ts';

export function printSearch(load: LoadResult | undefined, figures: SearchResultFigures, machine: string): string {
  const { all, classes } = figures;
  return [
    machine,
    ...(load === undefined
      ? []
      : [
          `Loaded ${load.articles} invented articles (analysis and index, no extraction): ${load.index.toFixed(0)} s, ${(load.articles / load.index).toFixed(0)} a second; their record before: ${load.record.toFixed(0)} s; CPU time in all: ${load.cpu.toFixed(0)} s`,
        ]),
    `Database: ${figures.megabytes.toFixed(0)} MB (texts and index; no pages, no extraction data). Peak memory while searching: ${figures.rss.toFixed(0)} MB`,
    '',
    'Milliseconds, a page of 20 with snippets          plain               with facets and record',
    'kind                      n   matches (middle)   p50    p95  CPU p95   p50    p95  CPU p95',
    ...classes.map(
      ({ name, queries, matches, plain, full }) =>
        `${name.padEnd(22)} ${String(queries).padStart(4)} ${String(matches).padStart(10)}      ${cells(plain)}  ${cells(full)}`,
    ),
    `${'all'.padEnd(38)}      ${cells(all.plain)}  ${cells(all.full)}`,
    '',
  ].join('\n');
}

export function printPeers(peers: readonly PeerResult[]): string {
  return peers
    .flatMap(({ name, articles, index, rss, classes }) => [
      `Beside it: ${name}; ${articles} articles, indexed in ${index.toFixed(0)} s of CPU time, peak memory ${rss.toFixed(0)} MB`,
      ...classes.map((one) => `${one.name.padEnd(38)}      ${cells(one.spread)}`),
      '',
    ])
    .join('\n');
}

function cells({ p50, p95, cpu95 }: Spread): string {
  return [p50, p95, cpu95].map((value) => value.toFixed(1).padStart(6)).join(' ');
}
