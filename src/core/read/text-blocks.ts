import { splitGlued } from './glued-lines.ts';
import { emptyRawPage, type RawBlock, type RawPage } from './raw-page.ts';

/** A run of this many spaces separates what stood in different places of the page. */
const segmentGap = /[ \u00a0\u2000-\u200a\u202f\u3000]{3,}|[ \u00a0]*\t[\s]*/g;

/**
 * Takes a text dump apart: one block a line, and a line with runs of spaces inside it (tickers, columns) one block a
 * segment. Nothing is changed: each block is a slice of the source.
 */
export function readTextDump(source: string): RawPage {
  const blocks: RawBlock[] = [];
  let gap = 0;
  let lineStart = 0;
  while (lineStart <= source.length) {
    const newline = nextNewline(source, lineStart);
    const end = newline < 0 ? source.length : newline;
    const added = addLine(blocks, source, lineStart, end, gap);
    gap = added ? 0 : gap + 1;
    if (newline < 0) break;
    lineStart = newline + (source[newline] === '\r' && source[newline + 1] === '\n' ? 2 : 1);
  }
  return { ...emptyRawPage, blocks };
}

function nextNewline(source: string, from: number): number {
  for (let i = from; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029) return i;
  }
  return -1;
}

function addLine(blocks: RawBlock[], source: string, start: number, end: number, gap: number): boolean {
  const line = source.slice(start, end);
  if (line.trim() === '') return false;
  const pieces: [number, number][] = [];
  let from = 0;
  for (const match of line.matchAll(segmentGap)) {
    pieces.push([from, match.index]);
    from = match.index + match[0].length;
  }
  pieces.push([from, line.length]);
  const segments = pieces.map(([a, b]) => trimmed(line, a, b)).filter(([a, b]) => b > a);
  const kept =
    segments.length > 1
      ? segments
      : splitGlued(line)
          .map(([a, b]) => trimmed(line, a, b))
          .filter(([a, b]) => b > a);
  for (const [i, [a, b]] of kept.entries()) {
    blocks.push({
      text: line.slice(a, b),
      runs: [[0, start + a, b - a]],
      pageStart: start + a,
      kind: 'line',
      tag: segments.length > 1 ? 'segment' : 'line',
      node: -1,
      inlineZones: 0,
      linkChars: 0,
      links: [],
      gapBefore: i === 0 ? gap : 0,
      segments: segments.length,
    });
  }
  return true;
}

function trimmed(line: string, start: number, end: number): [number, number] {
  let a = start;
  let b = end;
  while (a < b && /\s/.test(line[a] as string)) a++;
  while (b > a && /\s/.test(line[b - 1] as string)) b--;
  return [a, b];
}
