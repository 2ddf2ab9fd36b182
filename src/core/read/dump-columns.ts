import type { DumpLine, Piece } from './dump-lines.ts';

/** Text that runs over several lines of one column, or one piece alone. */
export interface Cell {
  readonly pieces: readonly Piece[];
  /** Number of pieces on its line when the line was cut into unrelated segments, else 1. */
  readonly segments: number;
  readonly gapBefore: number;
}

/** Columns stand under each other over at least this many lines. */
const minColumnLines = 4;
/** How far the left edge of a column may wander. */
const edgeSlack = 2;

/**
 * Puts the pieces of a dump in reading order. Lines whose second pieces start under each other form columns: each
 * column is read to its end before the next. Lines of one width, broken in the middle of sentences, are one paragraph.
 */
export function readingOrder(source: string, lines: readonly DumpLine[]): readonly Cell[] {
  const cells: Cell[] = [];
  let gap = 0;
  for (let i = 0; i < lines.length; ) {
    const columnsEnd = endOfColumns(lines, i);
    if (columnsEnd > i) {
      const edge = columnEdge(lines, i) as number;
      const left = column(source, lines.slice(i, columnsEnd), (offset) => offset < edge - edgeSlack, gap);
      const right = column(source, lines.slice(i, columnsEnd), (offset) => offset >= edge - edgeSlack, 1);
      // One by one: a dump may have more lines than a call may have arguments.
      for (const cell of left) cells.push(cell);
      for (const cell of right) cells.push(cell);
      gap = 0;
      i = columnsEnd;
      continue;
    }
    const line = lines[i] as DumpLine;
    if (line.pieces.length === 0) {
      gap++;
      i++;
      continue;
    }
    const wrapEnd = line.pieces.length === 1 ? endOfWrap(source, lines, i) : i + 1;
    if (wrapEnd > i + 1) {
      cells.push({ pieces: lines.slice(i, wrapEnd).flatMap(({ pieces }) => pieces), segments: 1, gapBefore: gap });
    } else {
      for (const [k, piece] of line.pieces.entries()) {
        cells.push({ pieces: [piece], segments: line.pieces.length, gapBefore: k === 0 ? gap : 0 });
      }
    }
    gap = 0;
    i = wrapEnd;
  }
  return cells;
}

/** Offset in the line where its second column begins. */
function columnEdge(lines: readonly DumpLine[], index: number): number | undefined {
  const line = lines[index];
  const second = line?.pieces[1];
  return line && second && line.pieces.length === 2 ? second.start - line.start : undefined;
}

/** Index after the last line of a block of two columns that begins at `from`; `from` itself when there is none. */
function endOfColumns(lines: readonly DumpLine[], from: number): number {
  const edge = columnEdge(lines, from);
  if (edge === undefined) return from;
  let end = from + 1;
  let paired = 1;
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i] as DumpLine;
    const own = columnEdge(lines, i);
    if (own !== undefined && Math.abs(own - edge) <= edgeSlack) {
      paired++;
      end = i + 1;
    } else if (own !== undefined || line.pieces.length > 2 || !fitsOneColumn(line, edge) || i - end >= 3) {
      break;
    }
  }
  return paired >= minColumnLines ? end : from;
}

/** A blank line, or a line that stays on one side of the edge. */
function fitsOneColumn(line: DumpLine, edge: number): boolean {
  const piece = line.pieces[0];
  return !piece || piece.end - line.start < edge || piece.start - line.start >= edge - edgeSlack;
}

function column(
  source: string,
  lines: readonly DumpLine[],
  belongs: (offset: number) => boolean,
  gapBefore: number,
): Cell[] {
  const own = lines.map((line) => ({
    ...line,
    pieces: line.pieces.filter((piece) => belongs(piece.start - line.start)),
  }));
  const cells: Cell[] = [];
  let gap = gapBefore;
  for (let i = 0; i < own.length; ) {
    const line = own[i] as DumpLine;
    if (line.pieces.length === 0) {
      gap++;
      i++;
      continue;
    }
    const end = endOfWrap(source, own, i, 2);
    cells.push({ pieces: own.slice(i, end).flatMap(({ pieces }) => pieces), segments: 1, gapBefore: gap });
    gap = 0;
    i = end;
  }
  return cells;
}

/** A paragraph longer than this is no paragraph; also keeps the search linear. */
const maxWrapped = 60;
/** Narrower lines are lists and headlines, wider ones are whole paragraphs. */
const wrapWidth = { min: 24, max: 130 } as const;

/**
 * Index after the last line of a paragraph that was wrapped at a fixed width: neighbours of nearly one length, most of
 * which break off inside a sentence. `from + 1` when the line stands for itself.
 */
function endOfWrap(source: string, lines: readonly DumpLine[], from: number, minLines = 3): number {
  let end = from;
  let widest = 0;
  const limit = Math.min(lines.length, from + maxWrapped);
  while (end < limit && (lines[end] as DumpLine).pieces.length === 1) {
    const length = width(lines[end] as DumpLine);
    if (length > wrapWidth.max || (end === from && length < wrapWidth.min)) return from + 1;
    widest = Math.max(widest, length);
    end++;
    // A short line closes the paragraph.
    if (length < widest * 0.72) break;
  }
  if (end - from < minLines || widest < wrapWidth.min) return from + 1;
  let open = 0;
  for (let i = from; i < end - 1; i++) {
    const line = lines[i] as DumpLine;
    if (width(line) < widest * 0.72) return from + 1;
    const last = source.slice((line.pieces[0] as Piece).start, (line.pieces[0] as Piece).end).slice(-2);
    const next = lines[i + 1]?.pieces[0];
    const first = next ? source.slice(next.start, next.start + 1) : '';
    if (!/[.!?:;»”"؟…]$/.test(last) && /[\p{Ll}\p{Lo}\p{N}\p{P}]/u.test(first)) open++;
  }
  return open >= (end - 1 - from) * 0.5 ? end : from + 1;
}

function width(line: DumpLine): number {
  const piece = line.pieces[0];
  return piece ? piece.end - piece.start : 0;
}
