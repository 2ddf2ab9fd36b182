import type { Span } from '../../model/evidence.ts';
import type { DetectedLanguage } from '../../model/language.ts';
import type { Marker, PeriodUnit, TimeOfDay } from './lexicon.ts';

/**
 * - `day`: day and month, year perhaps; `range` and `list`: several days; `ambiguous`: `03/04/2024` in English;
 * - `weekday`: a weekday alone (or with a day number and no month); `relative`: counted in days from the anchor;
 * - `period`: a week, month or year counted from the anchor; `month`, `year`: no day told.
 */
export type DateKind = 'day' | 'range' | 'list' | 'ambiguous' | 'weekday' | 'relative' | 'period' | 'month' | 'year';

/** What the text says, unresolved. Months from 1, weekdays 0 Monday to 6 Sunday. */
export interface DateParts {
  readonly weekday?: number;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  /** Of a list: all days, the first included. */
  readonly days?: readonly number[];
  /** Of a range. */
  readonly endDay?: number;
  readonly endMonth?: number;
  readonly endYear?: number;
  /** Month counted from the anchor's: `le 12 du mois courant` is 0. */
  readonly monthOffset?: number;
  /** Days (`relative`) or units (`period`) counted from the anchor. */
  readonly offset?: number;
  readonly unit?: PeriodUnit;
  readonly calendar?: 'hijri';
  /** The other reading of an ambiguous numeric date. */
  readonly alternative?: { readonly day: number; readonly month: number };
}

/** A span of text that names a day, several days, a month or a year. */
export interface DateMention extends Span {
  readonly kind: DateKind;
  readonly parts: DateParts;
  readonly language: DetectedLanguage;
  /** `dernier`, `next`, `الجاري`, `este`: how the text itself places the date in time. */
  readonly marker?: Marker;
  readonly timeOfDay?: TimeOfDay;
}
