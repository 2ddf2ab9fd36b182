import { spanOfEdtf } from '../record/fuse/reports.ts';
import { nameParts, sameName } from '../record/names.ts';
import type { GroupArticle } from './group-article.ts';

/** Somebody who holds an office of a side, as the record of one text names him. */
export interface SignatureOffice {
  readonly country: string;
  readonly role: string;
  readonly name: string;
}

/**
 * What the record says of a text, small enough to be kept: communiqués about different meetings share nearly every
 * word except the counterpart, the day and the names.
 */
export interface RecordSignature {
  /** Of the main meeting. */
  readonly countries: readonly string[];
  /** Of all meetings that are news in the text. */
  readonly allCountries: readonly string[];
  /** Named principals of the main meeting. */
  readonly offices: readonly SignatureOffice[];
  /** Day number of the main meeting. */
  readonly day?: number;
  /** The day was said in so many words, not read from a weekday and the day of printing. */
  readonly exactDay: boolean;
  readonly published?: { readonly from: number; readonly to: number };
}

export function recordSignature(article: GroupArticle): RecordSignature {
  const main = article.meetings?.find((meeting) => meeting.prominence === 'main');
  const span = main?.when.edtf === undefined ? undefined : spanOfEdtf(main.when.edtf);
  const published = article.published === undefined ? undefined : spanOfEdtf(article.published);
  const news = (article.meetings ?? []).filter((meeting) => meeting.prominence !== 'background');
  return {
    countries: main === undefined ? [] : distinct(main.sides.map((side) => side.country)),
    allCountries: distinct(news.flatMap((meeting) => meeting.sides.map((side) => side.country))),
    offices: (main?.sides ?? []).flatMap((side) =>
      side.participants.flatMap(({ name, capacity, roleCode }) =>
        name === undefined || capacity !== 'principal'
          ? []
          : [{ country: side.country, role: roleCode, name: name.full }],
      ),
    ),
    ...(span === undefined || span.from !== span.to ? {} : { day: span.from }),
    exactDay: main?.when.basis === 'explicit',
    ...(published === undefined ? {} : { published: { from: published.from, to: published.to } }),
  };
}

/** Day number of the publication; undefined when only a month or a year is known. */
export function publicationDay(published: string | undefined): number | undefined {
  const span = published === undefined ? undefined : spanOfEdtf(published);
  return span === undefined || span.from !== span.to ? undefined : span.from;
}

/** UTC minutes since 1970; two clocks without their zones cannot be compared to the minute. */
export function publicationMinute(published: string | undefined): number | undefined {
  if (published === undefined || !/T\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(published)) return undefined;
  const instant = Date.parse(published);
  return Number.isNaN(instant) ? undefined : Math.floor(instant / 60_000);
}

/** Days between two printings of one dispatch; later ones are reprints of another year's template. */
export const longestReprint = 14;

/** True when the records of two texts tell of different meetings, whatever the words have in common. */
export function tellsOfAnother(a: RecordSignature, b: RecordSignature): boolean {
  if (a.countries.length > 1 && b.countries.length > 1) {
    // One text may lead with another of its meetings; a counterpart that the other never names is another meeting.
    const known = a.countries.every((country) => b.allCountries.includes(country));
    if (!known && !b.countries.every((country) => a.allCountries.includes(country))) return true;
  }
  if (a.day !== undefined && b.day !== undefined && Math.abs(a.day - b.day) > 1 && (a.exactDay || b.exactDay))
    return true;
  return yearsApart(a, b) || otherPeople(a.offices, b.offices);
}

/** Printed so far apart that not even the same words are the same news. */
export function yearsApart(a: RecordSignature, b: RecordSignature): boolean {
  if (a.published === undefined || b.published === undefined) return false;
  return a.published.from > b.published.to + longestReprint || b.published.from > a.published.to + longestReprint;
}

/** Both name the holder of one office of one country, and it is not the same person. */
function otherPeople(a: readonly SignatureOffice[], b: readonly SignatureOffice[]): boolean {
  return a.some((one) => {
    const rivals = b.filter(({ country, role }) => country === one.country && role === one.role);
    if (rivals.length === 0) return false;
    const parts = nameParts(one.name);
    return !rivals.some((rival) => sameName(parts, nameParts(rival.name)));
  });
}

function distinct(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].sort();
}
