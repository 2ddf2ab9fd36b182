import type { Meeting } from '../../model/record.ts';
import { pairsOf } from './cluster.ts';
import { overlapping } from './fusion-keys.ts';
import type { FusionSource } from './fusion-source.ts';
import { spanOfEdtf } from './reports.ts';

/** Meetings that lie a day or less from one of the same pair. */
export async function findVisitNeighbours(source: FusionSource, meetings: readonly Meeting[]): Promise<string[]> {
  const queries = meetings.flatMap(({ when, sides }) => {
    const span = spanOfEdtf(when.edtf ?? '');
    const pairs = pairsOf(sides.map(({ country }) => country).sort());
    return span === undefined ? [] : pairs.flatMap((pair) => overlapping(`m ${pair}`, span.from, span.to));
  });
  return (await source.keys(queries)).map(({ owner }) => owner);
}
