import { describe, expect, it } from 'vitest';
import { coordinatesOf } from './coordinates.ts';
import { coordinateRows } from './data/coordinates.ts';
import { placeById, places } from './places.ts';

describe('coordinates', () => {
  it('stand for nearly every place of the gazetteer, inside the world', () => {
    const missing = places.filter(({ id }) => coordinatesOf(id) === undefined).map(({ id }) => id);
    expect(missing.length).toBeLessThanOrEqual(places.length / 20);
    for (const { id } of places) {
      const at = coordinatesOf(id);
      if (at === undefined) continue;
      expect([id, Math.abs(at.latitude) <= 90, Math.abs(at.longitude) <= 180]).toEqual([id, true, true]);
    }
  });

  it.each([
    ['rabat', 34, -6.8],
    ['madrid', 40.4, -3.7],
    ['washington', 38.9, -77],
    ['buenos-aires', -34.6, -58.4],
    ['tokyo', 35.7, 139.7],
  ])('%s', (id, latitude, longitude) => {
    const at = coordinatesOf(id);
    expect(Math.abs((at?.latitude ?? 999) - latitude)).toBeLessThan(0.4);
    expect(Math.abs((at?.longitude ?? 999) - longitude)).toBeLessThan(0.4);
  });

  it('stand for places of the gazetteer, each once', () => {
    const ids = coordinateRows.split(';').map((row) => row.trim().split(' ')[0] ?? '');
    expect(ids.filter((id, at) => placeById(id) === undefined || ids.indexOf(id) !== at)).toEqual([]);
  });

  it('knows nothing of a place that is none', () => {
    expect(coordinatesOf('atlantis')).toBeUndefined();
  });
});
