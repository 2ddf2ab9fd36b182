import { printable } from '../terminal.ts';

/** A run of text with its colour, and the signs that stand for it where there are no colours. */
export interface PaintedPiece {
  readonly text: string;
  readonly paint?: (text: string) => string;
  readonly plain?: readonly [before: string, after: string];
}

/** Wraps by visible width, so that colour codes do not count as letters. */
export function wrapPainted(pieces: readonly PaintedPiece[], columns: number, colours: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const { text, paint, plain } of pieces) {
    const shown = printable(text);
    const marked = colours || plain === undefined || shown.trim() === '' ? shown : `${plain[0]}${shown}${plain[1]}`;
    for (const part of marked.split(/(\s+)/)) {
      if (part === '') continue;
      if (/^\s+$/.test(part)) {
        if (width > 0 && !line.endsWith(' ')) {
          line += ' ';
          width += 1;
        }
        continue;
      }
      if (width + part.length > columns && width > 0) {
        lines.push(line.trimEnd());
        line = '';
        width = 0;
      }
      line += paint === undefined || !colours ? part : paint(part);
      width += part.length;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
