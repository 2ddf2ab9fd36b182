import { foldWord } from '../text/normalise.ts';

/** A date as a page prints it. */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  readonly edtf: string;
  readonly precision: 'time' | 'day' | 'month' | 'year';
  readonly year: number;
  /** A weekday stands before it. */
  readonly weekday: boolean;
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** Not a number: −1. */
  readonly number: number;
}

const monthLists: readonly string[] = [
  'january jan janvier janv enero ene يناير جانفي كانون gennaio januar janeiro gener',
  'february feb fevrier fevr fev febrero فبراير فيفري شباط febbraio februar fevereiro febrer',
  'march mar mars marzo مارس اذار marz maerz marco marc',
  'april apr avril avr abril abr ابريل افريل نيسان aprile',
  'may mai mayo ماي مايو ايار maggio maio maig',
  'june jun juin junio يونيو جوان يونيه حزيران giugno juni junho juny',
  'july jul juillet juil julio يوليوز يوليو جويليه تموز يوليه luglio juli julho juliol',
  'august aug aout agosto ago غشت اغسطس اوت اب agost اغشت',
  'september sep sept septembre septiembre setiembre شتنبر سبتمبر ايلول شتمبر settembre setembro setembre',
  'october oct octobre octubre اكتوبر ottobre oktober okt outubro',
  'november nov novembre noviembre نونبر نوفمبر نوفبر novembro',
  'december dec decembre diciembre dic دجنبر ديسمبر دجمبر dicembre dezember dez dezembro desembre',
];

const months = new Map<string, number>();
for (const [i, list] of monthLists.entries()) for (const name of list.split(' ')) months.set(name, i + 1);

const weekdays = new Set(
  'lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun lunes martes miercoles jueves viernes sabado domingo الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد montag dienstag mittwoch donnerstag freitag samstag sonntag lunedi martedi mercoledi giovedi venerdi sabato domenica'.split(
    ' ',
  ),
);

const fillers = new Set(['de', 'del', 'of', 'the', 'di', 'من', 'شهر', 'سنه', 'عام']);
const ordinals = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'o']);

/**
 * Dates with at least month and year that a text prints, in page order: numeric (day first unless that is impossible
 * or the year comes first), and with month names of the languages of the press. Never guesses a year.
 */
export function findPrintedDates(text: string): readonly PrintedDate[] {
  const tokens = tokensOf(text);
  const found: PrintedDate[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const hit = dateAt(text, tokens, i);
    if (!hit) continue;
    found.push(hit.date);
    i = hit.last;
  }
  return found;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/[\p{Nd}]+|[\p{L}\p{M}]+/gu)) {
    const folded = foldWord(match[0]);
    const number = /^\d+$/.test(folded) && folded.length <= 14 ? Number(folded) : -1;
    tokens.push({ start: match.index, end: match.index + match[0].length, folded, number });
  }
  return tokens;
}

function dateAt(text: string, tokens: readonly Token[], i: number): { date: PrintedDate; last: number } | undefined {
  const first = tokens[i] as Token;
  if (first.number >= 0) return numericDate(text, tokens, i) ?? dayMonthYear(text, tokens, i);
  if (months.has(first.folded)) return monthFirst(text, tokens, i);
  return undefined;
}

/** `19 - 01 - 2024`, `2024/5/14`, `08.10.2016`, `2015-07-22 20:04:28`. */
function numericDate(
  text: string,
  tokens: readonly Token[],
  i: number,
): { date: PrintedDate; last: number } | undefined {
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
  const yearLength = c.end - c.start;
  if (yearLength !== 4 && yearLength !== 2) return undefined;
  const year = yearLength === 2 ? (c.number < 60 ? 2000 : 1900) + c.number : c.number;
  if (yearLength === 2 && (a.end - a.start !== 2 || b.end - b.start !== 2)) return undefined;
  return (
    complete(text, tokens, i, i + 2, year, b.number, a.number) ??
    complete(text, tokens, i, i + 2, year, a.number, b.number)
  );
}

/** `26 Avril 2018`, `1er mai 2024`, `22 de julio de 2015`, `30 ديسمبر 2024`, `13 آذار/مارس 2023`. */
function dayMonthYear(
  text: string,
  tokens: readonly Token[],
  i: number,
): { date: PrintedDate; last: number } | undefined {
  const day = tokens[i] as Token;
  let j = i + 1;
  if (ordinals.has(tokens[j]?.folded ?? '')) j++;
  while (fillers.has(tokens[j]?.folded ?? '')) j++;
  const month = months.get(tokens[j]?.folded ?? '');
  if (month === undefined || (tokens[j] as Token).start - day.end > 12) return undefined;
  j++;
  // "كانون الثاني", "تشرين الأول": the second word tells which; doubled months: "آذار/مارس".
  const second = months.get(tokens[j]?.folded ?? '');
  if (second !== undefined) j++;
  while (fillers.has(tokens[j]?.folded ?? '')) j++;
  const year = tokens[j];
  if (!year || !isYear(year.number) || year.start - (tokens[j - 1] as Token).end > 5) return undefined;
  return complete(text, tokens, i, j, year.number, second ?? month, day.number);
}

/** `July 23rd, 2015`, `Feb 24, 2023`, `avril 2022`. */
function monthFirst(
  text: string,
  tokens: readonly Token[],
  i: number,
): { date: PrintedDate; last: number } | undefined {
  const month = months.get((tokens[i] as Token).folded) as number;
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
): { date: PrintedDate; last: number } | undefined {
  if (!isYear(year) || month < 1 || month > 12) return undefined;
  if (day !== undefined && (day < 1 || day > daysInMonth(year, month))) return undefined;
  const edtf = `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
  const start = (tokens[first] as Token).start;
  const end = (tokens[last] as Token).end;
  const weekday = weekdays.has(tokens[first - 1]?.folded ?? '') && start - (tokens[first - 1] as Token).end <= 3;
  const base = { start, year, weekday };
  if (day === undefined) return { date: { ...base, end, edtf, precision: 'month' }, last };
  const time =
    /^(?:\s|,|-|–|à|at|a las|T|\|)*(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?:\s*(Z|GMT|UTC|[+-]\d{2}:?\d{2}))?/.exec(
      text.slice(end, end + 30),
    );
  if (time && Number(time[1]) < 24 && Number(time[2]) < 60) {
    const zone = time[4] === undefined ? '' : /^[+-]/.test(time[4]) ? time[4].replace(/(\d\d)(\d\d)$/, '$1:$2') : 'Z';
    return {
      date: {
        ...base,
        end: end + time[0].length,
        edtf: `${edtf}T${two(Number(time[1]))}:${time[2]}:${time[3] ?? '00'}${zone}`,
        precision: 'time',
      },
      last,
    };
  }
  return { date: { ...base, end, edtf, precision: 'day' }, last };
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
