import type { Article } from '../model/article.ts';
import { hash64 } from '../text/hash.ts';
import { foldName } from '../text/normalise.ts';

/** Lines that the pages of one host have in common. Data only: whoever holds it decides which pages belong in it. */
export interface HostMemory {
  /** Pages seen; versions of one address are one page. */
  readonly pages: number;
  /** Pages by the hash of a line. */
  readonly lines: ReadonlyMap<string, number>;
}

/** Longer lines are prose, and what repeats of it is a copy of an article. */
const longestLine = 400;
/** Of one page; a page with more is a list. */
const mostLines = 400;
/** Of one host: the rarest are forgotten first. */
const mostRemembered = 20_000;

/**
 * The memory of a host of which no page was seen.
 *
 * @example
 * import { emptyHostMemory } from 'rapporteur';
 *
 * console.log(emptyHostMemory.pages);
 */
export const emptyHostMemory: HostMemory = { pages: 0, lines: new Map() };

/** Hash of a line as memory knows it: case, accents, digits and punctuation do not count. Nothing for what is no such line. */
export function lineHash(text: string): string | undefined {
  if (text.length > longestLine) return undefined;
  const folded = foldName(text).replace(/\d+/g, '').replace(/\s+/g, ' ').trim();
  return folded.length < 2 ? undefined : hash64(folded).slice(0, 10);
}

/**
 * The lines of an article's page by which its host is remembered, each once, in page order. They do not depend on how
 * the blocks were labelled, so reading a page again remembers the same.
 *
 * @example
 * import { extractArticle, hostLines } from 'rapporteur';
 *
 * console.log(hostLines(extractArticle({ text: '<nav><p>Home of the paper</p></nav><h1>Ferry sails again</h1>' })));
 */
export function hostLines(article: Article): readonly string[] {
  const lines = new Set<string>();
  for (const { label, start, end } of article.blocks) {
    if (label === 'metadata') continue;
    const hash = lineHash(article.text.slice(start, end));
    if (hash !== undefined) lines.add(hash);
    if (lines.size === mostLines) break;
  }
  return [...lines];
}

/**
 * A memory of pages, given the lines of each.
 *
 * @example
 * import { createHostMemory, extractArticle, hostLines } from 'rapporteur';
 *
 * const pages = ['Ferry sails', 'Harbour opens', 'Market closes'].map((title) => ({
 *   text: `<p>The paper of the two islands</p><h1>${title}</h1><p>It was a quiet day.</p>`,
 * }));
 * const hostMemory = createHostMemory(pages.map((page) => hostLines(extractArticle(page))));
 * console.log(extractArticle({ text: pages[0]?.text ?? '' }, { hostMemory }).blocks[0]?.reason);
 */
export function createHostMemory(pages: Iterable<readonly string[]>): HostMemory {
  const counts = new Map<string, number>();
  let seen = 0;
  for (const lines of pages) {
    seen += 1;
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return bounded(seen, counts);
}

/**
 * The memory with one more page. Give each page once: a second version of an address is the same page.
 *
 * @example
 * import { emptyHostMemory, extractArticle, rememberPage } from 'rapporteur';
 *
 * const memory = rememberPage(emptyHostMemory, extractArticle({ text: '<h1>Ferry sails again</h1>' }));
 * console.log(memory.pages, memory.lines.size);
 */
export function rememberPage(memory: HostMemory, article: Article): HostMemory {
  const counts = new Map(memory.lines);
  for (const line of hostLines(article)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return bounded(memory.pages + 1, counts);
}

function bounded(pages: number, counts: Map<string, number>): HostMemory {
  if (counts.size <= mostRemembered) return { pages, lines: counts };
  const kept = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, mostRemembered);
  return { pages, lines: new Map(kept) };
}
