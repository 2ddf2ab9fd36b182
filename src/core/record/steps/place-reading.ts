import type { Basis } from '../../model/record.ts';

/** A place as a sentence, or a dateline, tells it. */
export interface PlaceReading {
  readonly place?: string;
  readonly country?: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly basis: Basis;
}
