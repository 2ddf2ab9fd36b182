import type { Translator } from '../i18n.ts';

export type DayStyle = 'full' | 'long' | 'short';

const styles: Readonly<Record<DayStyle, Intl.DateTimeFormatOptions>> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(tr: Translator, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tr.dateLocale + JSON.stringify(options);
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tr.dateLocale, { ...options, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format;
}

/** An EDTF day, instant, range, month or year in the words of the interface; absent when it cannot be read. */
export function dayText(edtf: string, tr: Translator, style: DayStyle = 'long'): string | undefined {
  const [first = '', second] = edtf.split('/');
  const from = parseEdtf(first);
  if (from === undefined) return undefined;
  const to = second === undefined ? undefined : parseEdtf(second);
  const options = optionsFor(from.precision, style);
  if (to !== undefined && to.precision === from.precision && to.date >= from.date) {
    return formatter(tr, options).formatRange(from.date, to.date);
  }
  return formatter(tr, options).format(from.date);
}

/** Day and minute of an instant, in UTC as everything on the site; the text itself when it is no instant. */
export function instantText(iso: string, tr: Translator): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return formatter(tr, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** Calendar day of an instant as a reader of the site sees it, in UTC. */
export function todayText(now: Date, tr: Translator): string {
  return formatter(tr, styles.full).format(now);
}

function optionsFor(precision: 'day' | 'month' | 'year', style: DayStyle): Intl.DateTimeFormatOptions {
  if (precision === 'year') return { year: 'numeric' };
  if (precision === 'month') return { month: 'long', year: 'numeric' };
  return styles[style];
}

/** First day that an EDTF value covers, as milliseconds since 1970, for axes and orders. */
export function dayNumber(edtf: string | undefined): number | undefined {
  return edtf === undefined ? undefined : parseEdtf(edtf.split('/')[0] ?? '')?.date.getTime();
}

function parseEdtf(value: string): { date: Date; precision: 'day' | 'month' | 'year' } | undefined {
  // The day as printed counts, whatever the zone: an instant keeps its own calendar day.
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(value);
  if (match === null) return undefined;
  const [, year, month, day] = match;
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (Number.isNaN(date.getTime())) return undefined;
  return { date, precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year' };
}

const mondayOfAnyWeek = Date.UTC(2024, 0, 1);

/** Name of a weekday, 0 for Monday. */
export function weekdayText(weekday: number, tr: Translator, style: 'long' | 'narrow' = 'long'): string {
  return formatter(tr, { weekday: style }).format(new Date(mondayOfAnyWeek + weekday * 86_400_000));
}
