import type { Basis } from '../../model/record.ts';
import type { PlaceTag } from '../context.ts';

/** A place as a sentence, or a dateline, tells it. */
export interface PlaceReading {
  readonly place?: string;
  readonly country?: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly basis: Basis;
}

/** A town as it stands in a sentence. */
export function readingOf(
  { name, country, start, end }: PlaceTag,
  sentence: number,
  basis: Basis,
): PlaceReading & { readonly place: string } {
  return { place: name, ...(country === undefined ? {} : { country }), start, end, sentence, basis };
}

/** The town that all readings are of. */
export function onlyTown(readings: ReadonlyMap<string, PlaceReading>): PlaceReading | undefined {
  const [only, other] = readings.values();
  return other === undefined ? only : undefined;
}
