/** Reads RFC 4180 to the letter. @throws Error where the text is not of that form */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  let row: string[] = [];
  while (at < text.length) {
    if (text[at] === '"') {
      const end = /^"(?:[^"]|"")*"/.exec(text.slice(at))?.[0].length;
      if (end === undefined) throw new Error(`a quoted cell without end at ${at}`);
      row.push(text.slice(at + 1, at + end - 1).replaceAll('""', '"'));
      at += end;
    } else {
      const cell = /^[^",\r\n]*/.exec(text.slice(at))?.[0] ?? '';
      row.push(cell);
      at += cell.length;
    }
    if (text[at] === ',') {
      at += 1;
      // A comma before the line end opens one more cell.
      if (text.startsWith('\r\n', at)) row.push('');
      else continue;
    }
    if (!text.startsWith('\r\n', at)) throw new Error(`neither comma nor line end at ${at}`);
    at += 2;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) throw new Error('the last line has no end');
  return rows;
}
