/** A civil day; months from 1. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant's `days_from_civil`). */
export function dayNumber({ year, month, day }: CivilDay): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

export function civilDay(number: number): CivilDay {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted + (shifted < 10 ? 3 : -9);
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** 0 Monday to 6 Sunday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isCivilDay({ year, month, day }: CivilDay): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function isoDay(number: number): string {
  const { year, month, day } = civilDay(number);
  return `${isoMonth(year, month)}-${pad(day, 2)}`;
}

export function isoMonth(year: number, month: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}`;
}

/** Reads `YYYY-MM-DD` (a time after it is ignored) to a day number; anything else is `undefined`. */
export function parseIsoDay(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(text);
  if (match === null) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isCivilDay(day) ? dayNumber(day) : undefined;
}

/** Day number of an Islamic date by the arithmetical calendar: within two days of any sighted one. */
function tabularHijri({ year, month, day }: CivilDay): number {
  const julian = day + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + 1948439;
  return julian - 2440588;
}

const DAY_LENGTH = 86_400_000;
let umalqura: Intl.DateTimeFormat | undefined;

/**
 * Day number of an Islamic date by the Umm al-Qura calendar, which the press of the Gulf prints; elsewhere the month
 * may begin a day later. Falls back to the arithmetical calendar where the runtime has no table.
 */
export function hijriDayNumber(date: CivilDay): number | undefined {
  if (date.year < 1300 || date.year > 1600 || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 30) {
    return undefined;
  }
  umalqura ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const near = tabularHijri(date);
  if (umalqura.resolvedOptions().calendar !== 'islamic-umalqura') return near;
  for (const shift of [0, 1, -1, 2, -2, 3, -3]) {
    const parts = umalqura.formatToParts((near + shift) * DAY_LENGTH);
    const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
    if (read('day') === date.day && read('month') === date.month && read('year') === date.year) return near + shift;
  }
  return undefined; // day 30 of a month that has 29
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
