import { isDigit } from '../text/characters.ts';
import { foldWord } from '../text/normalise.ts';
import { isUsualMonth, monthOfWord } from './month-names.ts';

/** A date as a page prints it. */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  readonly edtf: string;
  readonly precision: 'time' | 'day' | 'month' | 'year';
  readonly year: number;
  /** A weekday stands before it. */
  readonly weekday: boolean;
  /** The same digits read the other way, where day and month could be exchanged: `03/04/2024`. */
  readonly exchanged?: string;
}

export interface PrintedDateOptions {
  /** Language of the page, as its markup names it; decides between months of one spelling. */
  readonly language?: string;
  /** `04/03/2024` is the third of April. @default false */
  readonly monthFirst?: boolean;
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** Not a number: −1. */
  readonly number: number;
}

const weekdays = new Set(
  'lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun lunes martes miercoles jueves viernes sabado domingo الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد montag dienstag mittwoch donnerstag freitag samstag sonntag lunedi martedi mercoledi giovedi venerdi sabato domenica'.split(
    ' ',
  ),
);

const fillers = new Set(['de', 'del', 'of', 'the', 'di', 'من', 'شهر', 'سنه', 'عام']);
const ordinals = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'o']);

/**
 * Dates with at least month and year that a text prints, in page order: numeric (day first unless that is impossible,
 * the year comes first or the options say otherwise), and with month names of the languages of the press. Never guesses
 * a year; "three hours ago" is none.
 */
export function findPrintedDates(text: string, options: PrintedDateOptions = {}): readonly PrintedDate[] {
  if (!mayHoldDate(text)) return [];
  const tokens = tokensOf(text);
  const found: PrintedDate[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const hit = dateAt(text, tokens, i, options);
    if (!hit) continue;
    found.push(hit.date);
    i = hit.last;
  }
  return found;
}

/** Four digits for the year, or three numbers: without them no text is looked at any closer, and most have neither. */
function mayHoldDate(text: string): boolean {
  let numbers = 0;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    if (isHalf) return /\p{Nd}/u.test(text);
    if (!isDigit(code)) digits = 0;
    else if (++digits === 1) numbers++;
    if (digits === 4 || numbers === 3) return true;
  }
  return false;
}

/** Digits; a capitalised word by itself, since templates glue it to a name ("DuboisDec 5, 2023"); other words. */
const tokenShape =
  /\p{Nd}+|\p{Lu}\p{Ll}+(?=$|[^\p{L}\p{M}]|\p{Lu})|[\p{L}\p{M}]+?(?=\p{Ll}\p{Lu}\p{Ll})\p{Ll}|[\p{L}\p{M}]+/gu;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(tokenShape)) {
    const folded = foldWord(match[0]);
    const number = /^\d+$/.test(folded) && folded.length <= 14 ? Number(folded) : -1;
    tokens.push({ start: match.index, end: match.index + match[0].length, folded, number });
  }
  return tokens;
}

interface Hit {
  readonly date: PrintedDate;
  readonly last: number;
}

function dateAt(text: string, tokens: readonly Token[], i: number, options: PrintedDateOptions): Hit | undefined {
  const first = tokens[i] as Token;
  if (first.number >= 0)
    return (
      numericDate(text, tokens, i, options) ??
      dayMonthYear(text, tokens, i, options) ??
      yearMonthDay(text, tokens, i, options)
    );
  if (isUsualMonth(first.folded)) return monthFirst(text, tokens, i);
  return undefined;
}

/** `19 - 01 - 2024`, `2024/5/14`, `08.10.2016`, `2015-07-22 20:04:28`. */
function numericDate(text: string, tokens: readonly Token[], i: number, options: PrintedDateOptions): Hit | undefined {
  const [a, b, c] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (!a || !b || b.number < 0) return undefined;
  const between = text.slice(a.end, b.start);
  if (!/^ ?[-/.‐–] ?$/.test(between)) return undefined;
  if (a.end - a.start === 4 && isYear(a.number)) {
    // Year and month alone only with a hyphen: `2025-04`; a third number must be a day.
    if (c && c.number >= 0 && text.slice(b.end, c.start) === between) {
      return complete(text, tokens, i, i + 2, a.number, b.number, c.number);
    }
    return /^-$/.test(between) && b.end - b.start === 2
      ? complete(text, tokens, i, i + 1, a.number, b.number)
      : undefined;
  }
  if (!c || c.number < 0 || text.slice(b.end, c.start).trim() !== between.trim()) return undefined;
  const digits = c.end - c.start;
  // `28.09.1912:53` is a day of 2019 with the time set close to it.
  const glued = digits === 4 && /^:\d\d/.test(text.slice(c.end, c.end + 3)) ? Math.floor(c.number / 100) : undefined;
  const short = glued ?? (digits === 2 ? c.number : undefined);
  if (digits !== 4 && digits !== 2) return undefined;
  const year = short === undefined ? c.number : (short < 60 ? 2000 : 1900) + short;
  if (short !== undefined && (a.end - a.start !== 2 || b.end - b.start !== 2)) return undefined;
  const [day, month] = options.monthFirst === true && between.trim() !== '.' ? [b, a] : [a, b];
  const usual = complete(text, tokens, i, i + 2, year, month.number, day.number);
  const exchanged = complete(text, tokens, i, i + 2, year, day.number, month.number);
  const hit = usual ?? exchanged;
  if (!hit) return undefined;
  const date: PrintedDate =
    glued === undefined
      ? hit.date
      : { ...hit.date, end: c.start + 2, edtf: hit.date.edtf.slice(0, 10), precision: 'day' };
  return usual && exchanged && usual.date.edtf !== exchanged.date.edtf
    ? { date: { ...date, exchanged: exchanged.date.edtf }, last: hit.last }
    : { date, last: hit.last };
}

/** `2020年2月19日`, `2024년 1월 19일`, `2024 Jun 30`, `2023. október 12`. */
function yearMonthDay(text: string, tokens: readonly Token[], i: number, options: PrintedDateOptions): Hit | undefined {
  const [year, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map((n) => tokens[i + n]);
  if (!year || !isYear(year.number) || !b || b.number >= 0 || !c || c.end - year.start > 24) return undefined;
  if (/^[年년]/u.test(b.folded.normalize('NFC')) && c.number >= 0 && d && /^[月월]/u.test(d.folded.normalize('NFC'))) {
    const day = e && e.number >= 0 && f && e.start - d.end <= 1 && /^[日일]/u.test(f.folded.normalize('NFC'));
    return complete(text, tokens, i, day ? i + 5 : i + 3, year.number, c.number, day ? e.number : undefined);
  }
  if (c.number < 1 || c.number > 31) return undefined;
  const month = monthOfWord(b.folded, options.language);
  return month === undefined ? undefined : complete(text, tokens, i, i + 2, year.number, month, c.number);
}

/** `26 Avril 2018`, `1er mai 2024`, `22 de julio de 2015`, `30 ديسمبر 2024`, `13 آذار/مارس 2023`. */
function dayMonthYear(
  text: string,
  tokens: readonly Token[],
  i: number,
  { language }: PrintedDateOptions,
): Hit | undefined {
  const day = tokens[i] as Token;
  if (day.number < 1 || day.number > 31) return undefined;
  let j = i + 1;
  if (ordinals.has(tokens[j]?.folded ?? '')) j++;
  while (fillers.has(tokens[j]?.folded ?? '')) j++;
  const name = tokens[j];
  if (!name || name.number >= 0 || name.start - day.end > 12) return undefined;
  // Only a word with a year after it is worth the question whether it is a month somewhere.
  if (!isUsualMonth(name.folded) && !isYear(tokens[j + 1]?.number ?? 0) && !isYear(tokens[j + 2]?.number ?? 0))
    return undefined;
  const month = monthOfWord(name.folded, language);
  if (month === undefined) return undefined;
  j++;
  // "كانون الثاني", "تشرين الأول": the second word tells which; doubled months: "آذار/مارس".
  const second = isUsualMonth(tokens[j]?.folded ?? '') ? monthOfWord(tokens[j]?.folded ?? '') : undefined;
  if (second !== undefined) j++;
  while (fillers.has(tokens[j]?.folded ?? '')) j++;
  const year = tokens[j];
  if (!year || !isYear(year.number) || year.start - (tokens[j - 1] as Token).end > 5) return undefined;
  return complete(text, tokens, i, j, year.number, second ?? month, day.number);
}

/** `July 23rd, 2015`, `Feb 24, 2023`, `avril 2022`. */
function monthFirst(text: string, tokens: readonly Token[], i: number): Hit | undefined {
  const month = monthOfWord((tokens[i] as Token).folded);
  if (month === undefined) return undefined;
  let j = i + 1;
  const day = tokens[j];
  if (!day || day.start - (tokens[i] as Token).end > 4) return undefined;
  if (day.number >= 1 && day.number <= 31 && day.end - day.start <= 2) {
    j++;
    if (ordinals.has(tokens[j]?.folded ?? '')) j++;
    const year = tokens[j];
    if (!year || !isYear(year.number) || year.start - (tokens[j - 1] as Token).end > 5) return undefined;
    return complete(text, tokens, i, j, year.number, month, day.number);
  }
  while (fillers.has(tokens[j]?.folded ?? '')) j++;
  const year = tokens[j];
  if (!year || !isYear(year.number) || year.start - (tokens[j - 1] as Token).end > 4) return undefined;
  return complete(text, tokens, i, j, year.number, month);
}

function complete(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  year: number,
  month: number,
  day?: number,
): Hit | undefined {
  if (!isYear(year) || month < 1 || month > 12) return undefined;
  if (day !== undefined && (day < 1 || day > daysInMonth(year, month))) return undefined;
  const edtf = `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
  const start = (tokens[first] as Token).start;
  const end = (tokens[last] as Token).end;
  const weekday = weekdays.has(tokens[first - 1]?.folded ?? '') && start - (tokens[first - 1] as Token).end <= 3;
  const base = { start, year, weekday };
  if (day === undefined) return { date: { ...base, end, edtf, precision: 'month' }, last };
  const time = clockTime.exec(text.slice(end, end + 34));
  const hour = time ? hourOfDay(Number(time[1]), time[4]) : undefined;
  if (time && hour !== undefined && Number(time[2]) < 60) {
    const zone = time[5] === undefined ? '' : /^[+-]/.test(time[5]) ? time[5].replace(/(\d\d)(\d\d)$/, '$1:$2') : 'Z';
    return {
      date: {
        ...base,
        end: end + time[0].length,
        edtf: `${edtf}T${two(hour)}:${time[2]}:${time[3] ?? '00'}${zone}`,
        precision: 'time',
      },
      last,
    };
  }
  return { date: { ...base, end, edtf, precision: 'day' }, last };
}

/** A time of the day after a date, with the half of the day and the zone where they are given. */
const clockTime =
  /^(?:\s|,|-|–|à|at|um|a las|T|\|){0,8}(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?:\s?([ap])\.?m\b\.?)?(?:\s*(Z\b|GMT|UTC|[+-]\d{2}:?\d{2}))?/i;

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** Whether a number can be the year of a press page. */
function isYear(value: number): boolean {
  return value >= 1900 && value <= 2100;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
