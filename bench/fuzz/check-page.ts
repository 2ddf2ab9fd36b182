import { extractArticle } from '../../src/core/extract/extract-article.ts';
import type { Article } from '../../src/core/model/article.ts';
import type { Page } from '../../src/core/model/page.ts';
import { readPage } from '../../src/core/read/read-page.ts';
import { codeRecord } from '../../src/core/record/code-record.ts';
import type { FuzzedPage } from './make-page.ts';

/** What one page showed: broken promises, and the CPU time of its reading. */
export interface PageCheck {
  readonly faults: readonly string[];
  readonly milliseconds: number;
  readonly chars: number;
}

/** Reads, extracts and codes a page, and checks what is promised for every page, whatever it holds. */
export function checkPage({ input }: FuzzedPage): PageCheck {
  const before = process.cpuUsage();
  let chars = 0;
  let stage = 'reading';
  try {
    const page = readPage(input);
    chars = page.source.length;
    stage = 'extraction';
    const article = extractArticle(page);
    stage = 'record';
    const record = codeRecord(article);
    const { user, system } = process.cpuUsage(before);
    stage = 'checks';
    return { faults: faultsOf(page, article, record), milliseconds: (user + system) / 1000, chars };
  } catch (error) {
    const { user, system } = process.cpuUsage(before);
    const what = error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : 'unknown';
    return { faults: [`${stage} threw: ${what}`], milliseconds: (user + system) / 1000, chars };
  }
}

/** Promises that an article or a record breaks. */
export function faultsOf(page: Page, article: Article, record: unknown): readonly string[] {
  const { text, blocks } = article;
  const faults: string[] = [];
  // NUL and lone surrogates can be stored nowhere: the text must come back from UTF-8 as it is.
  if (Buffer.from(text, 'utf8').toString('utf8') !== text || text.includes('\0')) faults.push('text: not well formed');
  if (JSON.stringify(JSON.parse(JSON.stringify(article))) !== JSON.stringify(article))
    faults.push('article: changed by a round trip through JSON');
  let at = 0;
  for (const block of blocks) {
    if (block.start !== at || block.end < block.start) {
      faults.push(`blocks: block ${block.index} is at ${block.start} to ${block.end} where ${at} is next`);
      break;
    }
    at = block.end + 1;
  }
  if (blocks.length > 0 && at - 1 !== text.length) faults.push('blocks: they do not make up the text');
  const quoted = blocks.map(({ start, end }) => text.slice(start, end)).join('\n');
  if (quoted !== text) faults.push('blocks: joined by line breaks they are not the text');
  const unequal = blocks.find(({ sourceMap, start, end }) =>
    sourceMap.some(
      ([from, pageStart, length]) =>
        from < start ||
        from + length > end ||
        text.slice(from, from + length) !== page.source.slice(pageStart, pageStart + length),
    ),
  );
  if (unequal) faults.push(`source map: block ${unequal.index} does not quote the page`);
  const outside = spanOutside(article, text.length) ?? spanOutside(record, text.length);
  if (outside) faults.push(`span outside the text: ${outside}`);
  const day = article.published?.value.edtf.slice(0, 10);
  const last = page.savedAt && dayAfter(page.savedAt);
  // Midnight comes earlier in the east: a page may be of the next day.
  if (day !== undefined && last !== undefined && day > last) faults.push(`published: ${day} is in the future`);
  return faults;
}

/** Whatever has a start and an end that are numbers is a span, wherever it stands. */
function spanOutside(root: unknown, length: number): string | undefined {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const { start, end } = value as { start?: unknown; end?: unknown };
    if (typeof start === 'number' && typeof end === 'number' && !(start >= 0 && end >= start && end <= length))
      return `${start} to ${end} of ${length}`;
    for (const item of Object.values(value)) if (typeof item === 'object') open.push(item);
  }
  return undefined;
}

function dayAfter(instant: string): string {
  return new Date(Date.parse(instant) + 86_400_000).toISOString().slice(0, 10);
}
