import { foldWord } from '../../core/text/normalise.ts';
import { isDay } from './document-number.ts';

/** Days of a date filter, inclusive; an open end is absent. */
export interface QueryDays {
  readonly first?: string;
  readonly last?: string;
}

/** `2024`, `2024-05`, `2024-05-01`, ranges `a..b` of them, `a..` and `..b`; `undefined` for anything else. */
export function parseQueryDays(text: string): QueryDays | undefined {
  const value = foldWord(text);
  const range = /^(.*?)(?:\.{2,3}|…|\/)(.*)$/.exec(value);
  if (range === null) return cover(value);
  const [, from = '', to = ''] = range;
  const start: QueryDays | undefined = from === '' ? {} : cover(from);
  const end: QueryDays | undefined = to === '' ? {} : cover(to);
  if (start === undefined || end === undefined || (from === '' && to === '')) return undefined;
  const { first } = start;
  const { last } = end;
  if (first !== undefined && last !== undefined && first > last) return undefined;
  return { ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) };
}

/** What somebody who wrote a date in another way most likely means: day before month, ends the right way round. */
export function suggestDate(text: string): string {
  const value = foldWord(text);
  const written = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(value);
  if (written !== null) {
    const [, day = '', month = '', year = ''] = written;
    const plain = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
    if (isDay(plain)) return plain;
  }
  const [from, to] = value.split('..');
  if (from !== undefined && to !== undefined && parseQueryDays(`${to}..${from}`) !== undefined) return `${to}..${from}`;
  const year = /(?:^|\D)(\d{4})(?:\D|$)/.exec(value)?.[1];
  return year === undefined ? '2024-05-01' : year;
}

function cover(date: string): { first: string; last: string } | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (match === null) return undefined;
  const [, year = '', month, day] = match;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (day !== undefined) return isDay(date) ? { first: date, last: date } : undefined;
  if (!isDay(`${date}-01`)) return undefined;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { first: `${date}-01`, last: `${date}-${String(last).padStart(2, '0')}` };
}
