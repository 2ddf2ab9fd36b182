import { describe, expect, test } from 'vitest';
import { describeBytes, describeDuration, describePace } from './byte-progress.ts';

describe('describePace', () => {
  test.each([
    ['nothing read yet', { pages: 0, bytes: 0, bytesBefore: 0 }, 5, '', ''],
    ['the first moment', { pages: 3, bytes: 10, bytesBefore: 0 }, 0.5, '', ''],
    ['a quarter', { pages: 20, bytes: 25, bytesBefore: 0 }, 10, '2.0 pages/s', '30 s left'],
    [
      'what was read before says nothing about the pace',
      { pages: 200, bytes: 75, bytesBefore: 50 },
      10,
      '20 pages/s',
      '10 s left',
    ],
    ['the end', { pages: 20, bytes: 100, bytesBefore: 0 }, 10, '2.0 pages/s', ''],
  ])('%s', (_, state, seconds, rate, left) => {
    expect(describePace(state, 100, seconds)).toEqual({ rate, left });
  });
});

test.each([
  [0, '0 B'],
  [2048, '2.0 kB'],
  [340 * 1024 * 1024, '340 MB'],
  [5.5 * 1024 ** 3, '5.5 GB'],
])('describeBytes(%d)', (bytes, expected) => {
  expect(describeBytes(bytes)).toBe(expected);
});

test.each([
  [0.2, '1 s'],
  [59.4, '59 s'],
  [250, '4 min 10 s'],
  [3 * 3600 + 125, '3 h 2 min'],
])('describeDuration(%d)', (seconds, expected) => {
  expect(describeDuration(seconds)).toBe(expected);
});
