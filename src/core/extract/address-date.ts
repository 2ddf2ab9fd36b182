import { daysInMonth } from './printed-dates.ts';

const monthNames: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

export interface AddressDate {
  readonly edtf: string;
  readonly precision: 'day' | 'month';
  /** The digits as they stand in the address. */
  readonly text: string;
  /**
   * Folders of their own (`/2024/01/19/`, `/2024/01/`) are the publishing system's. A date inside a name may be that of an
   * event, eight digits may be a number.
   */
  readonly ownFolders: boolean;
}

/** Names of months as addresses write them: the first three letters tell. */
const MONTH = '\\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const yearFirst = new RegExp(`(?:^|[/_-])((?:19|20)\\d{2})([/_-])(${MONTH})\\2(\\d{1,2})(?=\\D|$)`, 'i');
const dayFirst = new RegExp(`(?:^|[/_-])(\\d{1,2})([/_-])(${MONTH})\\2((?:19|20)\\d{2})(?=\\D|$)`, 'i');
/** A folder a month, a folder a day in it: `/2007-01/31/`. */
const monthFolder = /\/((?:19|20)\d{2})(-)(\d{2})\/(\d{1,2})(?=\/|$)/;
/** A folder a year, a folder a day in it: `/2023/0810/`. */
const dayFolder = /\/((?:19|20)\d{2})(\/)(\d{2})(\d{2})(?=\/)/;
const joined = /(?:^|[/_-])((?:19|20)\d{2})(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(\d{1,2})(?=[^\da-z]|$)/i;

/**
 * The date that an address carries: `/2024/01/19/`, `/2022/sep/20/`, `/2024-01-19-`, `/19-01-2024/`, `/19-Jan-2024/`,
 * `/2023/0810/`, `/2024jan19/`, `-20250401164259.`. An address of an archive page dates the archive, not the article.
 */
export function dateInAddress(url: string | undefined): AddressDate | undefined {
  if (!url) return undefined;
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').slice(0, 500);
  if (/archive/i.test(path)) return undefined;
  const shapes = [
    [yearFirst, 1, 3, 4],
    [monthFolder, 1, 3, 4],
    [dayFolder, 1, 3, 4],
    [dayFirst, 4, 3, 1],
    [joined, 1, 2, 3],
  ] as const;
  for (const [shape, year, month, day] of shapes) {
    const parted = shape.exec(path);
    const edtf = parted && valid(parted[year], parted[month], parted[day]);
    if (!edtf) continue;
    const ownFolders =
      parted[0].startsWith('/') && (parted[2] === '/' || path[parted.index + parted[0].length] === '/');
    return { edtf, precision: 'day', text: parted[0].replace(/^[/_-]/, ''), ownFolders };
  }
  for (const match of path.matchAll(/(?:^|\D)((20\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6}|\d{10})?)(?=\D|$)/g)) {
    const day = valid(match[2], match[3], match[4]);
    if (day) return { edtf: day, precision: 'day', text: match[1] as string, ownFolders: false };
  }
  const month = /\/((?:19|20)\d{2})[/-](\d{2}|[a-z]{3})\//i.exec(path);
  const value = month && valid(month[1], month[2], '1');
  if (month && value)
    return { edtf: value.slice(0, 7), precision: 'month', text: month[0].slice(1, -1), ownFolders: true };
  return undefined;
}

function valid(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  const y = Number(year);
  const m = /^\d+$/.test(month ?? '') ? Number(month) : (monthNames[(month ?? '').slice(0, 3).toLowerCase()] ?? 0);
  const d = Number(day);
  if (y < 1990 || y > 2100 || m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return undefined;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
