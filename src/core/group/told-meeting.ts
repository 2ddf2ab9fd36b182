import type { ReportedMeeting } from '../model/record.ts';
import { spanOfEdtf } from '../record/fuse/reports.ts';
import { nameParts, sameName } from '../record/names.ts';

/** Somebody who holds an office of a side, as the record of one text names him. */
export interface ToldOffice {
  readonly country: string;
  readonly role: string;
  readonly name?: string;
}

/** What the record of one text says of its main meeting, small enough to be kept. Plain data. */
export interface ToldMeeting {
  readonly countries: readonly string[];
  /** Of all meetings that are news in the text. */
  readonly allCountries: readonly string[];
  readonly offices: readonly ToldOffice[];
  /** Day number. */
  readonly day?: number;
  /** The day was said in so many words, not read from a weekday and the day of printing. */
  readonly exactDay: boolean;
}

export function mainMeeting(meetings: readonly ReportedMeeting[] | undefined): ReportedMeeting | undefined {
  return meetings?.find(({ prominence }) => prominence === 'main');
}

/** Countries and day of the main meeting, and the countries of all that is news in the text. */
export function toldPlaces(meetings: readonly ReportedMeeting[] | undefined): Omit<ToldMeeting, 'offices'> {
  const main = mainMeeting(meetings);
  const news = (meetings ?? []).filter(({ prominence }) => prominence !== 'background');
  const span = main?.when.edtf === undefined ? undefined : spanOfEdtf(main.when.edtf);
  return {
    countries: distinct((main?.sides ?? []).map(({ country }) => country)),
    allCountries: distinct(news.flatMap(({ sides }) => sides.map(({ country }) => country))),
    ...(span === undefined || span.from !== span.to ? {} : { day: span.from }),
    exactDay: main?.when.basis === 'explicit',
  };
}

/** True when the records of two texts tell of different meetings, whatever the words have in common. */
export function isAnotherMeeting(a: ToldMeeting, b: ToldMeeting): boolean {
  if (a.countries.length > 1 && b.countries.length > 1) {
    // One text may lead with another of its meetings; a counterpart that the other never names is another meeting.
    const known = a.countries.every((country) => b.allCountries.includes(country));
    if (!known && !b.countries.every((country) => a.allCountries.includes(country))) return true;
  }
  if (a.day !== undefined && b.day !== undefined && Math.abs(a.day - b.day) > 1 && (a.exactDay || b.exactDay))
    return true;
  return hasOtherHolder(a.offices, b.offices);
}

/** Both name the holder of one office of one country, and it is not the same person. */
function hasOtherHolder(a: readonly ToldOffice[], b: readonly ToldOffice[]): boolean {
  return a.some(({ country, role, name }) => {
    if (name === undefined) return false;
    const rivals = b.flatMap((one) => (one.country === country && one.role === role ? (one.name ?? []) : []));
    if (rivals.length === 0) return false;
    const parts = nameParts(name);
    return !rivals.some((rival) => sameName(parts, nameParts(rival)));
  });
}

function distinct(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].sort();
}
