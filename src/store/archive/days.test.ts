import { describe, expect, test } from 'vitest';
import { articleSortDay, findDays } from './days.ts';

describe('findDays', () => {
  test.each([
    ['2024-01-19', '2024-01-19', '2024-01-19'],
    ['2024-01-19T14:05:00+01:00', '2024-01-19', '2024-01-19'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023', '2023-01-01', '2023-12-31'],
    ['2024-02-01/2024-02-03', '2024-02-01', '2024-02-03'],
    ['2024-02-03/2024-02-01', '2024-02-01', '2024-02-03'],
    ['2024-02-03/..', '2024-02-03', '2024-02-03'],
    ['../2024-02-03', '2024-02-03', '2024-02-03'],
  ])('%s', (edtf, first, last) => {
    expect(findDays(edtf)).toEqual({ first, last });
  });

  test('says nothing of what is no date', () => {
    for (const edtf of [undefined, '', 'XXXX-01-01', '..']) expect(findDays(edtf)).toBeUndefined();
  });
});

describe('articleSortDay', () => {
  test.each([
    ['2024-01-19', undefined, '2024-03-01T00:00:00Z', '2024-01-19'],
    ['2024-01', undefined, '2024-03-01T00:00:00Z', '2024-01-31'],
    ['2024-01', '2024-01-12', '2024-03-01T00:00:00Z', '2024-01-12'],
    [undefined, '2024-01-12', '2024-03-01T00:00:00Z', '2024-01-12'],
    [undefined, undefined, '2024-03-01T00:00:00Z', '2024-03-01'],
  ])('%s, not later than %s, saved %s', (published, bound, saved, expected) => {
    expect(articleSortDay(published, bound, saved)).toBe(expected);
  });
});
