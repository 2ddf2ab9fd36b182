import { expect, test } from 'vitest';
import { printedBefore } from './printed-before.ts';

test.each([
  ['2024-01-19', '2024-01-20', true],
  ['2024-01-19', '2024-01-19', false],
  ['2024-01-19T14:05:00+01:00', '2024-01-19T13:30:00Z', true],
  ['2024-01-19T14:05:00Z', '2024-01-19T14:05:00+01:00', false],
  ['2024-01-31T23:50:00-02:00', '2024-02-01T01:45:00Z', false],
  ['2024-01-19T23:00:00Z', '2024-01-19', false],
  ['2024-01', '2024-02-03', false],
  [undefined, '2024-02-03', false],
])('%s before %s: %s', (a, b, expected) => {
  expect(printedBefore(a, b)).toBe(expected);
});
