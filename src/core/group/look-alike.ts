import { spanOfEdtf } from '../record/fuse/reports.ts';
import type { GroupArticle } from './group-article.ts';
import { isAnotherMeeting, mainMeeting, type ToldMeeting, toldPlaces } from './told-meeting.ts';

/**
 * What the record says of a text, small enough to be kept: communiqués about different meetings share nearly every
 * word except the counterpart, the day and the names.
 */
export interface RecordSignature extends ToldMeeting {
  readonly published?: { readonly from: number; readonly to: number };
}

export function recordSignature(article: GroupArticle): RecordSignature {
  const published = article.published === undefined ? undefined : spanOfEdtf(article.published);
  return {
    ...toldPlaces(article.meetings),
    offices: (mainMeeting(article.meetings)?.sides ?? []).flatMap((side) =>
      side.participants.flatMap(({ name, capacity, roleCode }) =>
        name === undefined || capacity !== 'principal'
          ? []
          : [{ country: side.country, role: roleCode, name: name.full }],
      ),
    ),
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

/** True when two texts tell of different meetings, or were printed too far apart to tell of one. */
export function tellsOfAnother(a: RecordSignature, b: RecordSignature): boolean {
  return yearsApart(a, b) || isAnotherMeeting(a, b);
}

/** Printed so far apart that not even the same words are the same news. */
export function yearsApart(a: RecordSignature, b: RecordSignature): boolean {
  if (a.published === undefined || b.published === undefined) return false;
  return a.published.from > b.published.to + longestReprint || b.published.from > a.published.to + longestReprint;
}
