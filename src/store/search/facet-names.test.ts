import { expect, test } from 'vitest';
import { countNumbers } from './facet-names.ts';

test.each([
  ['', []],
  ['7', [[7, 1]]],
  [
    '3 12 3',
    [
      [3, 2],
      [12, 1],
    ],
  ],
  [
    '1 1023 1024 70000 1',
    [
      [1, 2],
      [1023, 1],
      [1024, 1],
      [70000, 1],
    ],
  ],
])('numbers of "%s"', (packed, counts) => {
  expect([...countNumbers(packed)]).toEqual(counts);
});
