import { isCivilDay } from '../calendars.ts';
import type { DateKind, DateParts } from './mention.ts';
import { type DateScan, numberAt, signAt, skip, skipBack, touches, wordAt } from './scan.ts';

/** A date read from token `first` to `end` (exclusive). */
export interface DateDraft {
  readonly kind: DateKind;
  readonly parts: DateParts;
  readonly end: number;
}

interface DayGroup {
  readonly days: readonly number[];
  readonly range: boolean;
  readonly end: number;
}

/** `12`, `1er`, `3rd`, `الخامس`. */
function dayAt(scan: DateScan, at: number): { day: number; end: number } | undefined {
  const ordinal = wordAt(scan, at, 'ordinal');
  if (ordinal !== undefined) return { day: ordinal.word.day, end: ordinal.end };
  const day = numberAt(scan, at, 2);
  if (day === undefined || day < 1 || day > 31) return undefined;
  const end = at + 1;
  return { day, end: touches(scan, at) ? skip(scan, end, 'ordinalSuffixes') : end };
}

/** A weekday between an article and a day number, as in `du lundi 3 au mercredi 5`. */
function skipWeekday(scan: DateScan, at: number): number {
  const start = skip(scan, at, 'articles');
  const weekday = wordAt(scan, start, 'weekday');
  if (weekday === undefined) return start;
  const end = signAt(scan, weekday.end, ',') ? weekday.end + 1 : weekday.end;
  return skip(scan, end, 'articles');
}

/** `3`, `3 et 4`, `11, 12 et 13`, `3 au 6`, `26-29`. */
function dayGroup(scan: DateScan, at: number): DayGroup | undefined {
  const first = dayAt(scan, at);
  if (first === undefined) return undefined;
  const days = [first.day];
  let end = first.end;
  for (;;) {
    const last = days.at(-1) ?? 0;
    const to = skip(scan, end, 'to');
    if (to > end && days.length === 1) {
      const second = dayAt(scan, skipWeekday(scan, to));
      if (second !== undefined && second.day > last)
        return { days: [first.day, second.day], range: true, end: second.end };
    }
    const and = skip(scan, end, 'and');
    const next = and > end ? dayAt(scan, skipWeekday(scan, and)) : undefined;
    if (next === undefined || next.day <= last) break;
    days.push(next.day);
    end = next.end;
  }
  const between = days.length === 2 && skipBack(scan, at, 'between') < at;
  return { days, range: between, end };
}

interface MonthRead {
  readonly month: number;
  readonly hijri: boolean;
  readonly end: number;
}

/** A month with the second name that Levantine papers print beside it: `آذار/مارس`. */
function monthAt(scan: DateScan, at: number): MonthRead | undefined {
  const found = wordAt(scan, at, 'month');
  if (found === undefined) return undefined;
  const token = scan.tokens[at];
  if (scan.dates.lexicon.capitalised && !found.word.hijri && token?.upper !== true) return undefined;
  let end = found.end;
  if (found.word.short && signAt(scan, end, '.')) end++;
  for (const sign of ['/', '(', '-']) {
    if (!signAt(scan, end, sign)) continue;
    const second = wordAt(scan, end + 1, 'month');
    if (second === undefined || second.word.hijri || second.word.month !== found.word.month) continue;
    end = second.end;
    if (sign === '(' && signAt(scan, end, ')')) end++;
  }
  return { month: found.word.month, hijri: found.word.hijri, end };
}

interface YearRead {
  readonly year: number;
  readonly hijri: boolean;
  readonly end: number;
}

function yearAt(scan: DateScan, at: number): YearRead | undefined {
  const start = numberAt(scan, at, 4) === undefined ? skip(scan, at, 'yearLinks') : at;
  const year = scan.tokens[start]?.folded.length === 4 ? numberAt(scan, start, 4) : undefined;
  if (year === undefined) return undefined;
  const gregorian = skip(scan, start + 1, 'gregorian');
  const hijri = skip(scan, start + 1, 'hijri');
  if (year >= 1900 && year <= 2100) return { year, hijri: false, end: gregorian };
  return year >= 1300 && year < 1500 ? { year, hijri: true, end: hijri } : undefined;
}

/** Day group before month: `3 et 4 avril 2024`, `30 de noviembre al 1 de diciembre`, `12 du mois courant`. */
export function readDayMonth(scan: DateScan, at: number): DateDraft | undefined {
  const group = dayGroup(scan, at);
  if (group === undefined) return undefined;
  const month = monthAt(scan, group.end) ?? monthAt(scan, skip(scan, group.end, 'monthLinks'));
  if (month === undefined) return readMonthReference(scan, group);
  const year = yearAt(scan, month.end);
  const end = year?.end ?? month.end;
  return crossMonthRange(scan, at, group, month, year, end, false) ?? assemble(group, month, year, end);
}

/** Month before day group: `March 26-29, 2024`. */
export function readMonthDay(scan: DateScan, at: number): DateDraft | undefined {
  const month = monthAt(scan, at);
  if (month === undefined) return undefined;
  const group = dayGroup(scan, skip(scan, month.end, 'articles'));
  if (group === undefined) return undefined;
  const year = yearAt(scan, group.end);
  // Page headers of all languages write `Ago 29, 2024`.
  if (!scan.dates.lexicon.monthFirst && (year === undefined || group.days.length > 1)) return undefined;
  const end = year?.end ?? group.end;
  return crossMonthRange(scan, at, group, month, year, end, true) ?? assemble(group, month, year, end);
}

function assemble(group: DayGroup, month: MonthRead, year: YearRead | undefined, end: number): DateDraft | undefined {
  const [first = 0] = group.days;
  const last = group.days.at(-1) ?? first;
  if (!possible(last, month, year?.year)) return undefined;
  const parts: DateParts = {
    day: first,
    month: month.month,
    ...(year === undefined ? {} : { year: year.year }),
    ...(month.hijri || year?.hijri === true ? { calendar: 'hijri' } : {}),
  };
  if (group.days.length === 1) return { kind: 'day', parts, end };
  if (group.range) return { kind: 'range', parts: { ...parts, endDay: last, endMonth: month.month }, end };
  return { kind: 'list', parts: { ...parts, days: group.days }, end };
}

function possible(day: number, month: { month: number; hijri: boolean }, year: number | undefined): boolean {
  // Without a year the 29th of February may be meant.
  return month.hijri ? day <= 30 : isCivilDay({ year: year ?? 2000, month: month.month, day });
}

function crossMonthRange(
  scan: DateScan,
  at: number,
  group: DayGroup,
  month: MonthRead,
  year: YearRead | undefined,
  end: number,
  monthFirst: boolean,
): DateDraft | undefined {
  const to = skip(scan, end, 'to');
  const isBetween = skipBack(scan, at, 'between') < at;
  const after = to > end ? to : skip(scan, end, 'and');
  if (after === end || group.days.length > 1) return undefined;
  const start = skipWeekday(scan, after);
  const second = (monthFirst ? readMonthDay(scan, start) : undefined) ?? readDayMonth(scan, start);
  if (second?.kind !== 'day' || second.parts.month === undefined || second.parts.day === undefined) return undefined;
  if ((second.parts.calendar === 'hijri') !== month.hijri) return undefined;
  const { day: endDay, month: endMonth, year: endYear } = second.parts;
  const first = group.days[0] ?? 0;
  // "31 July and 1 August" is two days running; other days joined by "and" are two dates.
  if (to === end && !isBetween && !(endDay === 1 && endsMonth(first, month.month, endMonth))) return undefined;
  if (year === undefined && endMonth * 32 + endDay <= month.month * 32 + first && endMonth !== 1) return undefined;
  const crossesYear = endYear !== undefined && endMonth < month.month;
  const startYear = year?.year ?? (endYear === undefined ? undefined : crossesYear ? endYear - 1 : endYear);
  return {
    kind: 'range',
    parts: {
      day: first,
      month: month.month,
      ...(startYear === undefined ? {} : { year: startYear }),
      endDay,
      endMonth,
      ...(endYear === undefined ? {} : { endYear }),
      ...(month.hijri ? { calendar: 'hijri' } : {}),
    },
    end: second.end,
  };
}

/** The last day of a month (28 February for one) before the first of the next. */
function endsMonth(day: number, month: number, next: number): boolean {
  const following = month === 12 ? 1 : month + 1;
  return next === following && day >= 28 && !isCivilDay({ year: 2023, month, day: day + 1 });
}

function readMonthReference(scan: DateScan, group: DayGroup): DateDraft | undefined {
  const reference = wordAt(scan, group.end, 'month-reference');
  if (reference === undefined) return undefined;
  const [day = 0] = group.days;
  const parts = { day, monthOffset: reference.word.offset };
  if (group.days.length === 1) return { kind: 'day', parts, end: reference.end };
  if (!group.range) return { kind: 'list', parts: { ...parts, days: group.days }, end: reference.end };
  return { kind: 'range', parts: { ...parts, endDay: group.days.at(-1) ?? day }, end: reference.end };
}

/** `avril 2022`; a month alone only after a word such as `en`, or before `dernier`. */
export function readMonth(scan: DateScan, at: number): DateDraft | undefined {
  const month = monthAt(scan, at);
  if (month === undefined) return undefined;
  const hijri = month.hijri ? ({ calendar: 'hijri' } as const) : {};
  const year = yearAt(scan, month.end);
  if (year !== undefined)
    return { kind: 'month', parts: { month: month.month, year: year.year, ...hijri }, end: year.end };
  const word = wordAt(scan, at, 'month');
  // Two letters (آب, father) and short forms say too little by themselves.
  if (word?.word.short === true || month.hijri || (scan.tokens[at]?.folded.length ?? 0) < 3) return undefined;
  const marked = (['past', 'future', 'present'] as const).some(
    (mark) => skip(scan, month.end, `after-${mark}`) > month.end,
  );
  if (!marked && skipBack(scan, at, 'beforeMonth') === at) return undefined;
  return { kind: 'month', parts: { month: month.month }, end: month.end };
}

/** A year alone, only after a word such as `en`, `since`, `عام`. */
export function readYear(scan: DateScan, at: number): DateDraft | undefined {
  if (numberAt(scan, at, 4) === undefined || skipBack(scan, at, 'beforeYear') === at) return undefined;
  const year = yearAt(scan, at);
  if (year === undefined || year.hijri) return undefined;
  // `2024-2025`, `2024/12` and `2000 personnes` are left alone; a following word is allowed only in lower case text.
  if (['-', '/', '%'].some((sign) => signAt(scan, year.end, sign) && touches(scan, at))) return undefined;
  return { kind: 'year', parts: { year: year.year }, end: year.end };
}

/** `2024/5/14`, `19 - 01 - 2024`, `14.04.2025`, `14/04/25`. */
export function readNumeric(scan: DateScan, at: number): DateDraft | undefined {
  const a = numberAt(scan, at, 4);
  const sign = scan.tokens[at + 1];
  if (a === undefined || sign?.kind !== 'punctuation' || !'/-.'.includes(sign.folded)) return undefined;
  if (!signAt(scan, at + 3, sign.folded)) return undefined;
  if (sign.folded === '.' && !(touches(scan, at) && touches(scan, at + 1) && touches(scan, at + 2))) return undefined;
  const b = numberAt(scan, at + 2, 2);
  const c = numberAt(scan, at + 4, 4);
  if (b === undefined || c === undefined) return undefined;
  const lengths = [at, at + 4].map((index) => scan.tokens[index]?.folded.length ?? 0);
  const end = skip(scan, skip(scan, at + 5, 'gregorian'), 'hijri');
  if (lengths[0] === 4 && (lengths[1] ?? 0) <= 2) return numericDay({ year: a, month: b, day: c }, end);
  if ((lengths[0] ?? 0) > 2) return undefined;
  if (lengths[1] === 2 && sign.folded === '-') return undefined;
  const year = lengths[1] === 2 ? 2000 + c : lengths[1] === 4 ? c : undefined;
  if (year === undefined) return undefined;
  const dayFirst = numericDay({ year, month: b, day: a }, end);
  const monthFirst = numericDay({ year, month: a, day: b }, end);
  if (dayFirst === undefined) return monthFirst;
  if (monthFirst === undefined || a === b || scan.dates.lexicon.numericOrder === 'day-first') return dayFirst;
  return { kind: 'ambiguous', parts: { year, day: a, month: b, alternative: { day: b, month: a } }, end };
}

function numericDay(date: { year: number; month: number; day: number }, end: number): DateDraft | undefined {
  if (date.year >= 1300 && date.year < 1500) {
    const valid = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 30;
    return valid ? { kind: 'day', parts: { ...date, calendar: 'hijri' }, end } : undefined;
  }
  return date.year >= 1900 && date.year <= 2100 && isCivilDay(date) ? { kind: 'day', parts: date, end } : undefined;
}
