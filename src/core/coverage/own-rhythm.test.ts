import { describe, expect, test } from 'vitest';
import { dayNumber, weekdayOf } from '../text/calendars.ts';
import { type Arrivals, expectedOn, findOwnRhythm, findSilence } from './own-rhythm.ts';

/** A Monday. */
const start = dayNumber({ year: 2024, month: 1, day: 1 });

/** `days` whole days of what `of` gives, then `quiet` days of nothing, then the day that has begun. */
function watch(days: number, of: (day: number) => number, quiet = 0): Arrivals {
  const counts = new Map<number, number>();
  for (let day = start; day < start + days; day++) if (of(day) > 0) counts.set(day, of(day));
  return { counts, since: start, today: start + days + quiet };
}

const daily = () => 12;
const workdays = (day: number) => (weekdayOf(day) < 5 ? 20 : 0);
const weekly = (day: number) => (weekdayOf(day) === 2 ? 1 : 0);
const now = (arrivals: Arrivals) => findSilence(arrivals, findOwnRhythm(arrivals));

describe('the rhythm of an outlet', () => {
  test('is the median of each weekday', () => {
    const rhythm = findOwnRhythm(watch(28, (day) => workdays(day) + (day === start ? 500 : 0)));
    expect(rhythm.byWeekday).toEqual([20, 20, 20, 20, 20, 0, 0]);
    expect(expectedOn(rhythm, start + 29)).toBe(20);
  });

  test('is unknown until every weekday was seen three times', () => {
    expect(findOwnRhythm(watch(20, daily))).toEqual({ daysSeen: 20 });
    expect(findOwnRhythm(watch(21, daily)).byWeekday).toBeDefined();
  });

  test('does not become silence when the outlet is silent for months', () => {
    expect(findOwnRhythm(watch(60, daily, 120)).byWeekday).toEqual([12, 12, 12, 12, 12, 12, 12]);
  });

  test('says nothing of days before anybody looked', () => {
    const burst = watch(10, daily);
    const counts = new Map([...burst.counts, [start - 40, 200]]);
    expect(findOwnRhythm({ ...burst, counts }).daysSeen).toBe(10);
  });
});

describe('silence', () => {
  test.each([
    ['daily, yesterday came', watch(40, daily), false],
    ['daily, one day without', watch(40, daily, 1), false],
    ['daily, two days without', watch(40, daily, 2), true],
    ['workdays, over a weekend', watch(40, workdays, 2), false],
    ['workdays, a weekend and Monday', watch(40, workdays, 3), true],
    ['weekly, six days after', watch(59, weekly, 0), false],
    ['weekly, eleven days after', watch(38, weekly, 11), true],
    ['nothing at all for four days', watch(0, daily, 4), false],
    ['nothing at all for a week', watch(0, daily, 7), true],
    ['ten days old, three quiet', watch(10, daily, 3), false],
    ['ten days old, a quiet week', watch(10, daily, 7), true],
  ])('%s', (_, arrivals, unusual) => {
    expect(now(arrivals).unusual).toBe(unusual);
  });

  test('a holiday that happened before is no alarm the next time', () => {
    const withHoliday = (day: number) => (day >= start + 20 && day < start + 25 ? 0 : 12);
    expect(now(watch(50, withHoliday, 4)).unusual).toBe(false);
    expect(now(watch(50, withHoliday, 9)).unusual).toBe(true);
  });

  test('says what it rests on', () => {
    expect(now(watch(40, daily, 3))).toEqual({
      lastDay: start + 39,
      since: start,
      days: 3,
      missed: 36,
      longestBefore: 0,
      unusual: true,
    });
  });
});
