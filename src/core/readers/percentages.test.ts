import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentages } from './percentages.ts';

test.each<[readonly number[], readonly number[]]>([
  [[], []],
  [
    [0, 0],
    [0, 0],
  ],
  [
    [1, 1, 1],
    [34, 33, 33],
  ],
  [
    [2, 1],
    [67, 33],
  ],
  [
    [199, 1],
    [100, 0],
  ],
  [
    [1, 0, 0],
    [100, 0, 0],
  ],
  [
    [0, 3, 3, 3],
    [0, 34, 33, 33],
  ],
])('%j is %j', (counts, shown) => {
  expect(percentages(counts)).toEqual(shown);
});

test('they always make 100, none is off by one or more, and more votes never show less', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1_000 }), { minLength: 1, maxLength: 12 }), (counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      fc.pre(total > 0);
      const shown = percentages(counts);
      expect(shown.reduce((sum, share) => sum + share, 0)).toBe(100);
      for (const [index, count] of counts.entries()) {
        expect(Math.abs((shown[index] ?? 0) - (count * 100) / total)).toBeLessThan(1);
        for (const [other, less] of counts.entries())
          if (less < count) expect(shown[other] ?? 0).toBeLessThanOrEqual(shown[index] ?? 0);
      }
    }),
  );
});
