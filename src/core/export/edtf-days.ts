import type { When } from '../model/record.ts';
import { parseIsoDay } from '../text/calendars.ts';

/** What of a time is known to the day. */
export type KnownDays =
  | { readonly kind: 'day'; readonly day: string }
  /** `instant` is as written: with its zone or without one. */
  | { readonly kind: 'time'; readonly day: string; readonly instant: string }
  | { readonly kind: 'range'; readonly first: string; readonly last: string }
  /** Single days that do not follow each other. */
  | { readonly kind: 'days'; readonly days: readonly string[] };

/** Reads an EDTF day, instant, range of days or set of days; a month, a year or nonsense names no day. */
export function knownDays(when: Pick<When, 'edtf'>): KnownDays | undefined {
  const { edtf } = when;
  if (edtf === undefined) return undefined;
  if (isDay(edtf)) return { kind: 'day', day: edtf };
  if (instantForm.test(edtf) && isDay(edtf.slice(0, 10)))
    return { kind: 'time', day: edtf.slice(0, 10), instant: edtf };
  const [first = '', last, ...more] = edtf.split('/');
  if (last !== undefined && more.length === 0) {
    if (!isDay(first) || !isDay(last) || last < first) return undefined;
    return first === last ? { kind: 'day', day: first } : { kind: 'range', first, last };
  }
  const set = /^\{([^{}]*)\}$/.exec(edtf)?.[1]?.split(',');
  if (set === undefined || !set.every(isDay)) return undefined;
  const days = [...new Set(set)].sort();
  const [only] = days;
  if (only === undefined) return undefined;
  return days.length === 1 ? { kind: 'day', day: only } : { kind: 'days', days };
}

const instantForm =
  /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;

function isDay(text: string): boolean {
  return text.length === 10 && text > '0001' && parseIsoDay(text) !== undefined;
}
