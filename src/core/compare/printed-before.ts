import { parseIsoDay } from '../text/calendars.ts';

/** Surely before: two times of one zone, or two days; the same day says nothing. */
export function printedBefore(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [dayA, dayB] = [a.slice(0, 10), b.slice(0, 10)];
  if (a.length > 10 && b.length > 10) {
    const [instantA, instantB] = [instantOf(a), instantOf(b)];
    if (instantA !== undefined && instantB !== undefined) return instantA < instantB;
  }
  return dayA.length === 10 && dayB.length === 10 && dayA < dayB;
}

/** Minutes since the first day, of `2024-01-19T14:05:00+01:00`. A time without a zone is no instant. */
function instantOf(edtf: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|([+-])(\d\d):?(\d\d))$/.exec(edtf);
  const day = parseIsoDay(match?.[1] ?? '');
  if (match === null || day === undefined) return undefined;
  const offset = (Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0)) * (match[4] === '-' ? -1 : 1);
  return (day * 24 + Number(match[2])) * 60 + Number(match[3]) - offset;
}
