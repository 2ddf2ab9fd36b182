import type { Basis } from '../../model/record.ts';
import {
  type CivilDay,
  civilDay,
  dayNumber,
  daysInMonth,
  hijriDayNumber,
  isCivilDay,
  isoDay,
  isoMonth,
  parseIsoDay,
  weekdayOf,
} from '../calendars.ts';
import type { DateMention, DateParts } from './mention.ts';

/** What a mention is read against. */
export interface DateAnchor {
  /** Day the original report was published, ISO `YYYY-MM-DD`; a month (`YYYY-MM`) is used for the year only. */
  readonly day?: string;
  /** Upper bound when the day of publication is unknown; passed on, never used to guess a day. */
  readonly notLaterThan?: string;
  /**
   * Where the sentence places the event: a planned one lies after the anchor. The mention's own marker goes first.
   * @default 'past'
   */
  readonly direction?: 'past' | 'future';
}

export interface ResolvedDate {
  /** Day, range (`a/b`), set of days (`{a,b}`) or month as EDTF; absent when the text and the anchor do not tell. */
  readonly edtf?: string;
  readonly precision: 'day' | 'range' | 'month' | 'year' | 'unknown';
  readonly basis: Basis;
  /** 0 Monday to 6 Sunday, as the text says it. */
  readonly weekday?: number;
  readonly notLaterThan?: string;
  /** The weekday and the day number of the text contradict each other; the day number is kept. */
  readonly conflict?: boolean;
}

/** A day without a year may lie this many days after the report before the year before is meant. */
const FORWARD_DAYS = 60;
/** Reports appear up to three days after the day that their relative words count from. */
const PUBLICATION_LAG = 3;

/**
 * Resolves a mention against the day of publication. Never guesses: without what it needs, `edtf` is absent and what is
 * known (weekday, upper bound) is passed on.
 */
export function resolveDate(mention: DateMention, anchor: DateAnchor = {}): ResolvedDate {
  const { parts } = mention;
  const context: Context = {
    mention,
    day: anchor.day === undefined ? undefined : parseIsoDay(anchor.day),
    middle: middleOf(anchor.day),
    future: mention.marker === 'future' || (mention.marker !== 'past' && anchor.direction === 'future'),
  };
  const found = resolveKind(context);
  const known = {
    ...(parts.weekday === undefined ? {} : { weekday: parts.weekday }),
    ...(anchor.notLaterThan === undefined || found.edtf !== undefined ? {} : { notLaterThan: anchor.notLaterThan }),
  };
  return { ...found, ...known };
}

interface Context {
  readonly mention: DateMention;
  readonly day: number | undefined;
  /** A day to measure years from: the anchor day, or the middle of an anchor month. */
  readonly middle: number | undefined;
  readonly future: boolean;
}

function resolveKind(context: Context): ResolvedDate {
  const { kind, parts } = context.mention;
  switch (kind) {
    case 'day':
      return resolveDay(context);
    case 'range':
    case 'list':
      return resolveDays(context);
    case 'weekday':
      return resolveWeekday(context);
    case 'relative':
      return resolveRelative(context);
    case 'period':
      return resolvePeriod(context);
    case 'month':
      return resolveMonth(context);
    case 'year':
      return parts.year === undefined
        ? unknown('explicit')
        : { edtf: String(parts.year).padStart(4, '0'), precision: 'year', basis: 'explicit' };
    case 'ambiguous':
      return resolveAmbiguous(context);
  }
}

function unknown(basis: Basis): ResolvedDate {
  return { precision: 'unknown', basis };
}

function resolveDay(context: Context): ResolvedDate {
  const { parts } = context.mention;
  const number = numberOf(context, parts);
  if (number === undefined) return unknown('explicit');
  return { edtf: isoDay(number), precision: 'day', basis: 'explicit', ...conflictOf(number, parts) };
}

/** How far from the report one reading of `03/04/2024` may lie for the other to be ruled out. */
const AMBIGUOUS_DAYS = 14;

/** `03/04/2024` in a report of 4 April is 3 April: the other reading is a month off. */
function resolveAmbiguous(context: Context): ResolvedDate {
  const { year, month, day, alternative } = context.mention.parts;
  const anchor = context.day;
  if (anchor === undefined || year === undefined || month === undefined || day === undefined)
    return unknown('explicit');
  const near = [{ month, day }, ...(alternative === undefined ? [] : [alternative])]
    .map((date) => toNumber({ year, ...date }))
    .filter((number) => number !== undefined && Math.abs(number - anchor) <= AMBIGUOUS_DAYS);
  const [only, other] = near;
  return only === undefined || other !== undefined ? unknown('explicit') : dayBy('explicit', only);
}

function conflictOf(number: number, parts: DateParts): { conflict?: true } {
  return parts.weekday !== undefined && weekdayOf(number) !== parts.weekday ? { conflict: true } : {};
}

/** Day number of the (first) day that the parts tell. */
function numberOf(context: Context, parts: DateParts): number | undefined {
  const { day, month, year, monthOffset } = parts;
  if (day === undefined) return undefined;
  if (monthOffset !== undefined) {
    if (context.middle === undefined) return undefined;
    const base = shiftMonth(civilDay(context.middle), monthOffset);
    return toNumber({ ...base, day });
  }
  if (month === undefined) return undefined;
  if (parts.calendar === 'hijri') return hijriNumber({ year: year ?? 0, month, day }, parts.weekday);
  if (year !== undefined) return toNumber({ year, month, day });
  return nearestYear(context, month, day);
}

/** Sighted months may begin a day off the table: a weekday in the text decides between neighbours. */
function hijriNumber(date: CivilDay, weekday: number | undefined): number | undefined {
  const number = hijriDayNumber(date);
  if (number === undefined || weekday === undefined) return number;
  return [number, number + 1, number - 1].find((near) => weekdayOf(near) === weekday) ?? number;
}

function nearestYear(context: Context, month: number, day: number): number | undefined {
  const { middle, future } = context;
  if (middle === undefined) return undefined;
  const { year } = civilDay(middle);
  const numbers = [year - 1, year, year + 1]
    .map((candidate) => toNumber({ year: candidate, month, day }))
    .filter((number) => number !== undefined);
  if (future) return numbers.find((number) => number >= middle);
  const limit = context.mention.marker === 'past' ? middle : middle + FORWARD_DAYS;
  return numbers.filter((number) => number <= limit).at(-1);
}

function resolveDays(context: Context): ResolvedDate {
  const { parts } = context.mention;
  const first = numberOf(context, parts);
  if (first === undefined) return unknown('explicit');
  const { year, month } = civilDay(first);
  const flag = conflictOf(first, parts);
  if (parts.days !== undefined) {
    const numbers = parts.days.map((day) => sameMonth(first, parts, day));
    if (numbers.some((number) => number === undefined)) return unknown('explicit');
    const days = numbers.filter((number) => number !== undefined);
    const last = days.at(-1) ?? first;
    const running = last - first === days.length - 1;
    const edtf = running ? `${isoDay(first)}/${isoDay(last)}` : `{${days.map(isoDay).join(',')}}`;
    return { edtf, precision: 'range', basis: 'explicit', ...flag };
  }
  if (parts.endDay === undefined) return unknown('explicit');
  let last: number | undefined;
  if (parts.endMonth === undefined || parts.endMonth === parts.month) last = sameMonth(first, parts, parts.endDay);
  else if (parts.calendar === 'hijri') {
    last = hijriDayNumber({ year: parts.endYear ?? parts.year ?? 0, month: parts.endMonth, day: parts.endDay });
  } else {
    const endYear = parts.endYear ?? (parts.endMonth < month ? year + 1 : year);
    last = toNumber({ year: endYear, month: parts.endMonth, day: parts.endDay });
  }
  if (last === undefined || last < first) return unknown('explicit');
  return { edtf: `${isoDay(first)}/${isoDay(last)}`, precision: 'range', basis: 'explicit', ...flag };
}

function sameMonth(first: number, parts: DateParts, day: number): number | undefined {
  if (parts.calendar === 'hijri') return first + day - (parts.day ?? day);
  const { year, month } = civilDay(first);
  return toNumber({ year, month, day });
}

function resolveWeekday(context: Context): ResolvedDate {
  const { parts, marker } = context.mention;
  const { day: anchor, future } = context;
  if (anchor === undefined) return unknown('weekday');
  if (parts.weekday === undefined) return resolveLoneDay(context, anchor);
  if (parts.day !== undefined) {
    // A day number without month: the nearest such day on that side that is also that weekday.
    for (let distance = 0; distance <= 31; distance++) {
      for (const number of future ? [anchor + distance] : [anchor - distance, anchor + distance]) {
        if (civilDay(number).day === parts.day && weekdayOf(number) === parts.weekday) return dayBy('explicit', number);
      }
    }
  }
  return dayBy('weekday', nearestWeekday(anchor, parts.weekday, future, marker !== undefined && marker !== 'present'));
}

/**
 * The last such weekday on or before the anchor, or the next on or after it. `strict` leaves the anchor day itself out:
 * `lundi dernier` in a paper of Monday is a week old.
 */
function nearestWeekday(anchor: number, weekday: number, future: boolean, strict: boolean): number {
  const today = weekdayOf(anchor);
  const distance = (future ? weekday - today + 7 : today - weekday + 7) % 7;
  const days = distance === 0 && strict ? 7 : distance;
  return future ? anchor + days : anchor - days;
}

function resolveLoneDay(context: Context, anchor: number): ResolvedDate {
  const { day } = context.mention.parts;
  if (day === undefined) return unknown('explicit');
  for (let distance = 0; distance <= 62; distance++) {
    const number = context.future ? anchor + distance : anchor - distance;
    if (civilDay(number).day === day) return dayBy('explicit', number);
  }
  return unknown('explicit');
}

function dayBy(basis: Basis, number: number): ResolvedDate {
  return { edtf: isoDay(number), precision: 'day', basis };
}

function resolveRelative(context: Context): ResolvedDate {
  const { parts } = context.mention;
  if (context.day === undefined || parts.offset === undefined) return unknown('relative');
  const number = context.day + parts.offset;
  if (parts.weekday === undefined || weekdayOf(number) === parts.weekday) return dayBy('relative', number);
  // `hier lundi` in a page dated Wednesday: the text is a day older than its page, the weekday is right.
  const dated = nearestWeekday(number, parts.weekday, false, false);
  if (number - dated <= PUBLICATION_LAG) return dayBy('weekday', dated);
  return { ...dayBy('relative', number), conflict: true };
}

function resolvePeriod(context: Context): ResolvedDate {
  const { unit, offset } = context.mention.parts;
  if (context.middle === undefined || offset === undefined) return unknown('relative');
  const anchor = civilDay(context.middle);
  if (unit === 'month') {
    const { year, month } = shiftMonth(anchor, offset);
    return { edtf: isoMonth(year, month), precision: 'month', basis: 'relative' };
  }
  if (unit === 'year') return { edtf: String(anchor.year + offset), precision: 'year', basis: 'relative' };
  return unknown('relative');
}

function resolveMonth(context: Context): ResolvedDate {
  const { month, year, calendar } = context.mention.parts;
  if (month === undefined || calendar === 'hijri') return unknown('explicit');
  if (year !== undefined) return { edtf: isoMonth(year, month), precision: 'month', basis: 'explicit' };
  if (context.middle === undefined) return unknown('explicit');
  const anchor = civilDay(context.middle);
  const forward = context.future ? 11 : context.mention.marker === 'past' ? -1 : 2;
  let distance = month - anchor.month;
  while (distance > forward) distance -= 12;
  while (distance <= forward - 12) distance += 12;
  const shifted = shiftMonth(anchor, distance);
  return { edtf: isoMonth(shifted.year, shifted.month), precision: 'month', basis: 'explicit' };
}

function shiftMonth({ year, month }: CivilDay, offset: number): CivilDay {
  const index = year * 12 + (month - 1) + offset;
  return { year: Math.floor(index / 12), month: (index % 12) + 1, day: 1 };
}

function toNumber(date: CivilDay): number | undefined {
  return isCivilDay(date) ? dayNumber(date) : undefined;
}

function middleOf(day: string | undefined): number | undefined {
  if (day === undefined) return undefined;
  const number = parseIsoDay(day);
  if (number !== undefined) return number;
  const match = /^(\d{4})-(\d{2})$/.exec(day);
  if (match === null) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: 15 };
  return date.month >= 1 && date.month <= 12
    ? dayNumber({ ...date, day: Math.min(15, daysInMonth(date.year, date.month)) })
    : undefined;
}
