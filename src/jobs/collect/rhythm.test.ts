import { describe, expect, test } from 'vitest';
import { nextInterval, nextTry, nextVisit } from './rhythm.ts';

const now = new Date('2024-02-01T10:00:00Z');

describe('the time between two visits', () => {
  test.each([
    ['several new items: sooner', 1_800, { fresh: 5, failed: false }, 900],
    ['one new item: a little sooner', 1_800, { fresh: 1, failed: false }, 1_440],
    ['nothing new: later', 1_800, { fresh: 0, failed: false }, 2_520],
    ['a failure: much later', 1_800, { fresh: 0, failed: true }, 3_600],
    ['never more often than every five minutes', 310, { fresh: 9, failed: false }, 300],
    ['at least twice a day', 40_000, { fresh: 0, failed: true }, 43_200],
    ['not before the source asks for it', 1_800, { fresh: 9, failed: false, quietSeconds: 3_600 }, 3_600],
    ['a source cannot send us away for weeks', 1_800, { fresh: 0, failed: false, quietSeconds: 9_999_999 }, 43_200],
  ])('%s', (_name, intervalSeconds, visit, expected) => {
    expect(nextInterval({ intervalSeconds, failures: 0 }, visit)).toBe(expected);
  });

  test('is spread by a tenth, the same for one source, so that many do not come at once', () => {
    const visits = Array.from(
      { length: 200 },
      (_, i) => (Date.parse(nextVisit(`s${i}`, now, 1_000)) - now.getTime()) / 1_000,
    );
    expect(Math.min(...visits)).toBeGreaterThanOrEqual(900);
    expect(Math.max(...visits)).toBeLessThanOrEqual(1_100);
    expect(Math.max(...visits) - Math.min(...visits)).toBeGreaterThan(150);
    expect(nextVisit('s1', now, 1_000)).toBe(nextVisit('s1', now, 1_000));
  });
});

test.each([
  [1, '2024-02-01T10:10:00.000Z'],
  [2, '2024-02-01T11:00:00.000Z'],
  [3, '2024-02-01T16:00:00.000Z'],
  [4, undefined],
])('after %i tries of a page', (tries, expected) => {
  expect(nextTry(tries, now)).toBe(expected);
});
