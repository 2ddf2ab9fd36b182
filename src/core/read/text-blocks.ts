import { maxBlocks } from './block-builder.ts';
import { readingOrder } from './dump-columns.ts';
import { dumpLines, type Piece, trimPiece } from './dump-lines.ts';
import { splitGlued } from './glued-lines.ts';
import { emptyRawPage, type RawBlock, type RawPage, type SourceRun } from './raw-page.ts';

/**
 * Takes a text dump apart: one block a line, a line with runs of spaces inside it (tickers, menus) one block a segment,
 * columns one after the other, wrapped paragraphs whole. No character is changed: a block is a slice of the source, or
 * several slices with a space between.
 */
export function readTextDump(source: string): RawPage {
  const blocks: RawBlock[] = [];
  const lines = dumpLines(source);
  let textCut = (lines[lines.length - 1]?.end ?? 0) < source.length;
  for (const cell of readingOrder(source, lines)) {
    if (blocks.length >= maxBlocks) {
      textCut = true;
      break;
    }
    const [only] = cell.pieces;
    const parts =
      cell.pieces.length === 1 && cell.segments === 1 && only
        ? splitGlued(source.slice(only.start, only.end)).map(([a, b]) => [
            trimPiece(source, only.start + a, only.start + b),
          ])
        : [cell.pieces];
    let gapBefore = cell.gapBefore;
    for (const pieces of parts) {
      const block = blockOf(source, pieces, cell.segments, gapBefore);
      if (!block) continue;
      blocks.push(block);
      gapBefore = 0;
    }
  }
  return { ...emptyRawPage, blocks, textCut };
}

function blockOf(source: string, pieces: readonly Piece[], segments: number, gapBefore: number): RawBlock | undefined {
  let text = '';
  const runs: SourceRun[] = [];
  for (const { start, end } of pieces) {
    if (end <= start) continue;
    if (text !== '') text += ' ';
    runs.push([text.length, start, end - start]);
    text += source.slice(start, end);
  }
  const pageStart = runs[0]?.[1];
  if (pageStart === undefined) return undefined;
  return {
    text,
    runs,
    pageStart,
    kind: 'line',
    tag: segments > 1 ? 'segment' : 'line',
    node: -1,
    inlineZones: 0,
    linkChars: 0,
    links: [],
    gapBefore,
    segments,
  };
}
