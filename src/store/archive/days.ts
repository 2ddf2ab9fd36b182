/** First and last ISO day that an EDTF value covers. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/** Days, instants, months, years and ranges of them; `undefined` when no year is known. */
export function findDays(edtf: string | undefined): DayRange | undefined {
  if (edtf === undefined) return undefined;
  const [from = '', to = from] = edtf.split('/');
  const start = coverDays(from) ?? coverDays(to);
  const end = coverDays(to) ?? start;
  if (start === undefined || end === undefined) return undefined;
  return start.first <= end.last ? { first: start.first, last: end.last } : { first: end.first, last: start.last };
}

function coverDays(date: string): DayRange | undefined {
  const match = DATE.exec(date);
  if (match === null) return undefined;
  const [, year = '', month, day] = match;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (day !== undefined) return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` };
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { first: `${year}-${month}-01`, last: `${year}-${month}-${String(days).padStart(2, '0')}` };
}

/** Where an article stands in lists: its day, else the last day on which it can have appeared. */
export function articleSortDay(
  published: string | undefined,
  notLaterThan: string | undefined,
  savedAt: string,
): string {
  const saved = savedAt.slice(0, 10);
  const day = findDays(published)?.last;
  const bound = notLaterThan?.slice(0, 10) ?? saved;
  if (day === undefined) return bound;
  // A month or year gives its end, unless the page is known to be older than that.
  return published !== undefined && published.length < 10 && bound < day ? bound : day;
}
