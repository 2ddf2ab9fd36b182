import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bootstrap, wilson } from './intervals.ts';

test('Wilson gives the textbook interval', () => {
  const interval = wilson(8, 10);
  expect(interval?.low).toBeCloseTo(0.49, 2);
  expect(interval?.high).toBeCloseTo(0.943, 2);
  expect(wilson(0, 0)).toBeUndefined();
});

test('Wilson holds the share and stays between 0 and 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
      const ok = Math.round(part * n);
      const interval = wilson(ok, n);
      expect(interval?.low).toBeGreaterThanOrEqual(0);
      expect(interval?.high).toBeLessThanOrEqual(1);
      expect(interval?.low).toBeLessThanOrEqual(ok / n + 1e-9);
      expect(interval?.high).toBeGreaterThanOrEqual(ok / n - 1e-9);
    }),
  );
});

test('the bootstrap is the same on every run and holds the mean', () => {
  const mean = (sample: readonly number[]) => sample.reduce((a, b) => a + b, 0) / sample.length;
  const pages = [0, 0, 1, 1, 1, 0, 1, 1];
  const first = bootstrap(pages, mean);
  expect(bootstrap(pages, mean)).toEqual(first);
  expect(first?.low).toBeLessThan(mean(pages));
  expect(first?.high).toBeGreaterThan(mean(pages));
  expect(bootstrap([], mean)).toBeUndefined();
});
