import { plainText } from './plain-text.ts';

/**
 * A cell of RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front: it comes from a page,
 * and a page is written by anybody.
 */
export function csvCell(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const text = plainText(value);
  // White space in front does not stop every spreadsheet.
  const safe = /^\s*[=+\-@]|^[\t\n]/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** One record with its line end. */
export function csvRow(values: readonly (string | number | boolean)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}
