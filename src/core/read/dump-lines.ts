import { endOfPiece, maxBlock } from './block-builder.ts';

/** A piece of a line, by offsets in the source. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** A line of a dump, cut where runs of spaces part things that stood apart on the page. */
export interface DumpLine {
  readonly start: number;
  readonly end: number;
  /** Empty for a blank line. */
  readonly pieces: readonly Piece[];
}

/** A run of this many spaces separates what stood in different places of the page. */
const segmentGap = /[ \u00a0\u2000-\u200a\u202f\u3000]{3,}|[ \u00a0]*\t\s*/g;

/** More lines are no page of the press, however many of them are blank. */
const maxLines = 200_000;

/** Lines of a text with their pieces, white space around pieces left out; the rest of an endless text is left out. */
export function dumpLines(source: string): readonly DumpLine[] {
  const lines: DumpLine[] = [];
  let start = 0;
  while (start <= source.length && lines.length < maxLines) {
    const end = endOfLine(source, start);
    lines.push({ start, end, pieces: piecesOf(source, start, end) });
    if (end >= source.length) break;
    // A line that is cut for its length goes on at once.
    if (!isNewline(source.charCodeAt(end))) start = end;
    else start = end + (source[end] === '\r' && source[end + 1] === '\n' ? 2 : 1);
  }
  return lines;
}

function endOfLine(source: string, from: number): number {
  const limit = Math.min(source.length, from + maxBlock);
  for (let i = from; i < limit; i++) if (isNewline(source.charCodeAt(i))) return i;
  return endOfPiece(source, from, limit);
}

function isNewline(code: number): boolean {
  return code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029;
}

function piecesOf(source: string, start: number, end: number): readonly Piece[] {
  const line = source.slice(start, end);
  const pieces: Piece[] = [];
  const add = (from: number, to: number) => {
    const piece = trimPiece(source, start + from, start + to);
    if (piece.end > piece.start) pieces.push(piece);
  };
  let from = 0;
  for (const match of line.matchAll(segmentGap)) {
    add(from, match.index);
    from = match.index + match[0].length;
  }
  add(from, line.length);
  return pieces;
}

/** The range without the white space at its ends. */
export function trimPiece(source: string, start: number, end: number): Piece {
  let a = start;
  let b = end;
  while (a < b && /\s/.test(source[a] as string)) a++;
  while (b > a && /\s/.test(source[b - 1] as string)) b--;
  return { start: a, end: b };
}
