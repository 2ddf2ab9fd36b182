import { coordinateRows } from './data/coordinates.ts';

/** Degrees, WGS 84. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

const known: ReadonlyMap<string, Coordinates> = new Map(
  coordinateRows
    .trim()
    .split(/;\s*/)
    .map((row) => {
      const [id = '', latitude, longitude] = row.split(' ');
      return [id, { latitude: Number(latitude), longitude: Number(longitude) }];
    }),
);

/** Where a place of the gazetteer is, to a tenth of a degree; undefined for one that nobody has measured yet. */
export function coordinatesOf(placeId: string): Coordinates | undefined {
  return known.get(placeId);
}
