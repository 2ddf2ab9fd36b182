import { extractArticle } from '../../src/core/extract/extract-article.ts';
import { codeRecord } from '../../src/core/record/code-record.ts';
import { repeatArticle } from './repeat-article.ts';
import type { SamplePage } from './sample-pages.ts';

export interface ReadingResult {
  readonly times: number;
  readonly pages: number;
  /** The very first page, with everything still to be compiled, in milliseconds. */
  readonly firstPage: number;
  /** Wall time of all other pages, in milliseconds. */
  readonly total: number;
  readonly extract: number;
  readonly record: number;
  readonly p50: number;
  readonly p95: number;
  readonly slowest: number;
  /** How many times as long the record of a text takes that is `GROWTH` times as long; `GROWTH` when linear. */
  readonly growth: number;
  /** Peak resident memory of the process, in bytes. */
  readonly peakMemory: number;
}

/** How many times each article is put behind itself to see how coding grows. */
export const GROWTH = 8;

/** Reads each page `times` over: bytes → article → record. Nothing is stored and nothing is kept. */
export function measureReading(pages: readonly SamplePage[], times: number): ReadingResult {
  const durations: number[] = [];
  let firstPage = 0;
  let extract = 0;
  let record = 0;
  for (let round = 0; round < times; round++) {
    for (const page of pages) {
      const { file: _, ...input } = page;
      const begin = performance.now();
      const article = extractArticle(input);
      const middle = performance.now();
      codeRecord(article);
      const end = performance.now();
      if (durations.length === 0 && firstPage === 0) {
        firstPage = end - begin;
        continue;
      }
      durations.push(end - begin);
      extract += middle - begin;
      record += end - middle;
    }
  }
  durations.sort((a, b) => a - b);
  const at = (share: number): number =>
    durations[Math.min(durations.length - 1, Math.floor(share * durations.length))] ?? 0;
  return {
    times,
    pages: durations.length + 1,
    firstPage,
    total: extract + record,
    extract,
    record,
    p50: at(0.5),
    p95: at(0.95),
    slowest: durations.at(-1) ?? 0,
    growth: growthOf(pages),
    peakMemory: process.resourceUsage().maxRSS * 1024,
  };
}

/** Time of coding long texts against that of their single parts, on warm code. */
function growthOf(pages: readonly SamplePage[]): number {
  const articles = pages.map(({ file: _, ...input }) => extractArticle(input));
  const long = articles.map((article) => repeatArticle(article, GROWTH));
  const time = (list: typeof articles): number => {
    const begin = process.cpuUsage();
    for (let round = 0; round < 3; round++) for (const article of list) codeRecord(article);
    const { user, system } = process.cpuUsage(begin);
    return user + system;
  };
  time(long);
  const single = time(articles);
  return single > 0 ? time(long) / single : 0;
}
