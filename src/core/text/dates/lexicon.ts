export type TimeOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';
export type Marker = 'past' | 'future' | 'present';
export type PeriodUnit = 'week' | 'month' | 'year';

/**
 * Words that dates are made of in one language. Lists of alternatives hold patterns of `text/pattern.ts`.
 * Weekdays run from Monday, months from January (or Muharram).
 */
export interface DateLexicon {
  readonly weekdays: readonly (readonly string[])[];
  /** Short forms, taken only beside a day number: `Mon`, `mar`. */
  readonly weekdaysShort: readonly (readonly string[])[];
  readonly months: readonly (readonly string[])[];
  readonly monthsShort: readonly (readonly string[])[];
  readonly hijriMonths: readonly (readonly string[])[];
  /** Days counted from the anchor; `timeOfDay` when the word tells it (`anoche`). */
  readonly relative: readonly { readonly pattern: string; readonly days: number; readonly timeOfDay?: TimeOfDay }[];
  /** `N days ago`: what stands before and after the number. */
  readonly ago: readonly { readonly before: string; readonly after: string; readonly sign: 1 | -1 }[];
  readonly numbers: readonly (readonly string[])[];
  /** Spans with no day of their own: last week, this month. */
  readonly periods: readonly { readonly pattern: string; readonly unit: PeriodUnit; readonly offset: number }[];
  /** Words that turn a relative word into something else when they follow it: `اليوم العالمي`, `ce jour-là`. */
  readonly notRelativeBefore: readonly string[];
  /** The same, when they stand just before: es `la mañana`. */
  readonly notRelativeAfter: readonly string[];
  readonly timesOfDay: readonly { readonly pattern: string; readonly value: TimeOfDay }[];
  /** Times of day that stand before the date with these words between: `la noche del martes`. */
  readonly timeOfDayLinks: readonly string[];
  readonly markersBefore: Readonly<Record<Marker, readonly string[]>>;
  readonly markersAfter: Readonly<Record<Marker, readonly string[]>>;
  /** `12 of this month`: patterns after a day number. */
  readonly monthReferences: readonly { readonly pattern: string; readonly offset: number }[];
  readonly ordinalSuffixes: readonly string[];
  /** Days written in words, from the first. */
  readonly ordinals: readonly (readonly string[])[];
  /** Between weekday and day number. */
  readonly dayLinks: readonly string[];
  /** Between day and month. */
  readonly monthLinks: readonly string[];
  /** Between month and year. */
  readonly yearLinks: readonly string[];
  /** After a year; `hijri` decides the calendar. */
  readonly yearSuffixes: Readonly<Record<'gregorian' | 'hijri', readonly string[]>>;
  readonly articles: readonly string[];
  readonly and: readonly string[];
  readonly to: readonly string[];
  readonly between: readonly string[];
  /** Words that make a month alone, or a year alone, a date. */
  readonly beforeMonth: readonly string[];
  readonly beforeYear: readonly string[];
  /** Joins a Hijri date to its Gregorian equal. */
  readonly equals: readonly string[];
  /** Words before which a weekday is a place or a name: `سوق الأربعاء`. */
  readonly notWeekdayAfter: readonly string[];
  /** `March 26` is usual; elsewhere it is read only with a year. */
  readonly monthFirst: boolean;
  /** Weekdays and months begin with a capital, so `may` and `march` are verbs. */
  readonly capitalised: boolean;
  /** Order of `03/04/2024`. */
  readonly numericOrder: 'day-first' | 'ambiguous';
}
