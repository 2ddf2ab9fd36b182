import type { Translator } from '../i18n.ts';
import { dayText } from './days.ts';

/** A day or a week, Monday to Sunday, as a digest has it. */
export interface Period {
  readonly unit: 'day' | 'week';
  /** As addresses have it: `2024-01-19`, `2024-03` for the third week. */
  readonly value: string;
  /** ISO days, inclusive. */
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

export function dayPeriod(day: string): Period | undefined {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(day) || Number.isNaN(time) || isoDay(time) !== day) return undefined;
  return { unit: 'day', value: day, from: day, to: day };
}

/** `2024-03` or `2024-W03`: weeks are those of ISO 8601, the first one has the 4 January. */
export function weekPeriod(week: string): Period | undefined {
  const match = /^([12]\d{3})-W?(\d\d)$/.exec(week);
  if (match === null) return undefined;
  const [year, number] = [Number(match[1]), Number(match[2])];
  const monday = mondayOf(Date.UTC(year, 0, 4)) + (number - 1) * 7 * dayMs;
  return number < 1 || weekOf(isoDay(monday)) !== `${match[1]}-${match[2]}` ? undefined : fromMonday(monday, week);
}

/** The week with this day in it. */
export function weekAround(day: string): Period {
  return fromMonday(mondayOf(Date.parse(`${day}T00:00:00Z`)), weekOf(day));
}

/** The period before or after. */
export function neighbour({ unit, from, to }: Period, step: -1 | 1): Period | undefined {
  const day = isoDay(Date.parse(`${step < 0 ? from : to}T00:00:00Z`) + step * dayMs);
  return unit === 'day' ? dayPeriod(day) : weekAround(day);
}

export function periodAround(unit: Period['unit'], day: string): Period | undefined {
  return unit === 'day' ? dayPeriod(day) : weekAround(day);
}

export function periodText({ unit, from, to }: Period, tr: Translator): string {
  return dayText(unit === 'day' ? from : `${from}/${to}`, tr) ?? from;
}

function fromMonday(monday: number, value: string): Period {
  return {
    unit: 'week',
    value: value.replace('W', ''),
    from: isoDay(monday),
    to: isoDay(monday + 6 * dayMs),
  };
}

function mondayOf(time: number): number {
  return time - ((new Date(time).getUTCDay() + 6) % 7) * dayMs;
}

/** A week belongs to the year of its Thursday. */
function weekOf(day: string): string {
  const thursday = mondayOf(Date.parse(`${day}T00:00:00Z`)) + 3 * dayMs;
  const year = new Date(thursday).getUTCFullYear();
  const number = Math.round((mondayOf(thursday) - mondayOf(Date.UTC(year, 0, 4))) / (7 * dayMs)) + 1;
  return `${year}-${String(number).padStart(2, '0')}`;
}
