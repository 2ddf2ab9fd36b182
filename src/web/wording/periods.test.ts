import { describe, expect, test } from 'vitest';
import { dayPeriod, neighbour, weekAround, weekPeriod } from './periods.ts';

describe('weeks', () => {
  test.each([
    ['2024-03', '2024-01-15', '2024-01-21'],
    ['2024-W03', '2024-01-15', '2024-01-21'],
    ['2020-53', '2020-12-28', '2021-01-03'],
    ['2021-01', '2021-01-04', '2021-01-10'],
    ['2024-01', '2024-01-01', '2024-01-07'],
  ])('%s', (week, from, to) => {
    expect(weekPeriod(week)).toMatchObject({ from, to, value: week.replace('W', '') });
    expect(weekAround(to)).toEqual(weekPeriod(week));
  });

  test.each(['2021-53', '2024-00', '2024-60', '2024-3', '24-03', '', '2024-03-01'])('%j is none', (week) => {
    expect(weekPeriod(week)).toBeUndefined();
  });

  test('their neighbours, over the end of a year', () => {
    expect(neighbour(weekAround('2021-01-05'), -1)?.value).toBe('2020-53');
    expect(neighbour(weekAround('2020-12-30'), 1)?.value).toBe('2021-01');
  });
});

test.each([
  ['2024-02-29', '2024-02-28', '2024-03-01'],
  ['2024-01-01', '2023-12-31', '2024-01-02'],
])('the day %s and its neighbours', (day, before, after) => {
  const period = dayPeriod(day);
  expect(period && [neighbour(period, -1)?.value, neighbour(period, 1)?.value]).toEqual([before, after]);
});

test.each(['2023-02-29', '2024-13-01', '2024-1-1', 'yesterday', '99999-01-01'])('%j is no day', (day) => {
  expect(dayPeriod(day)).toBeUndefined();
});
