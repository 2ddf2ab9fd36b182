import type { Span } from '../../core/model/evidence.ts';
import type { TextPart } from './analyse.ts';
import { searchTokens } from './analyse.ts';
import type { Clause } from './clause.ts';
import { stemWord } from './stem.ts';

export interface Snippet {
  readonly snippet: string;
  readonly marks: readonly Span[];
}

const SNIPPET_UNITS = 240;
const BEFORE_UNITS = 60;
const LINE_BREAKS = /\s/g;

/** Spans of `text` that a query matches, merged where they touch. Phrases mark only whole occurrences. */
export function findMarks(
  text: string,
  start: number,
  end: number,
  language: string,
  clauses: readonly Clause[],
): Span[] {
  const tokens = searchTokens(text, start, end);
  const stems = tokens.map((token) => stemWord(text.slice(token.start, token.end), language));
  const marks: Span[] = [];
  for (const { places } of clauses) {
    for (let i = 0; i + places.length <= tokens.length; i++) {
      if (!places.every((terms, offset) => terms.includes(stems[i + offset] ?? ''))) continue;
      for (let j = i; j < i + places.length; j++) {
        const token = tokens[j];
        if (token !== undefined) marks.push({ start: token.start, end: token.end });
      }
    }
  }
  return withoutRepeats(marks);
}

/** The stretch of an article around its densest matches, as one line of plain text with the ranges that matched. */
export function makeSnippet(text: string, parts: readonly TextPart[], clauses: readonly Clause[]): Snippet {
  const readable = parts.filter(([label]) => label !== 'headline' && label !== 'dateline');
  let best: { part: TextPart; marks: Span[]; from: number; score: number } | undefined;
  for (const part of readable) {
    const marks = findMarks(text, part[1], part[2], part[3], clauses);
    const window = densest(marks);
    if (window !== undefined && (best === undefined || window.count > best.score)) {
      best = { part, marks, from: window.from, score: window.count };
    }
  }
  const fallback = readable[0] ?? parts[0];
  if (best === undefined)
    return fallback === undefined ? { snippet: '', marks: [] } : cut(text, fallback, fallback[1], []);
  return cut(text, best.part, best.from, best.marks);
}

/** Start of the window of snippet length that holds most matches. */
function densest(marks: readonly Span[]): { from: number; count: number } | undefined {
  let best: { from: number; count: number } | undefined;
  let last = 0;
  marks.forEach((mark, first) => {
    while (last < marks.length && (marks[last]?.end ?? 0) <= mark.start + SNIPPET_UNITS - BEFORE_UNITS) last++;
    const count = Math.max(1, last - first);
    if (best === undefined || count > best.count) best = { from: mark.start, count };
  });
  return best;
}

function cut(text: string, part: TextPart, at: number, marks: readonly Span[]): Snippet {
  const [, partStart, partEnd] = part;
  let start = at - partStart <= BEFORE_UNITS ? partStart : wordStart(text, at - BEFORE_UNITS, at);
  let end = partEnd - start <= SNIPPET_UNITS ? partEnd : wordEnd(text, start + SNIPPET_UNITS, start);
  if (partEnd - start < SNIPPET_UNITS && start > partStart) {
    start = partEnd - partStart <= SNIPPET_UNITS ? partStart : wordStart(text, partEnd - SNIPPET_UNITS, at);
    end = partEnd;
  }
  const lead = start > partStart ? '… ' : '';
  const tail = end < partEnd ? ' …' : '';
  return {
    snippet: lead + text.slice(start, end).replace(LINE_BREAKS, ' ') + tail,
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start - start + lead.length, end: mark.end - start + lead.length })),
  };
}

/** The first word start at or after `from`, at most `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).search(/\s/);
  return space < 0 ? limit : from + space + 1;
}

function wordEnd(text: string, to: number, limit: number): number {
  for (let i = to; i > limit; i--) if (/\s/.test(text.charAt(i))) return i;
  // One endless word: cut it, but never inside a surrogate pair.
  return /[\udc00-\udfff]/.test(text.charAt(to)) ? to + 1 : to;
}

function withoutRepeats(marks: readonly Span[]): Span[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter((mark, index) => index === 0 || mark.start >= (sorted[index - 1]?.end ?? 0));
}
