import { weekdayOf } from '../text/calendars.ts';

/** What came from an outlet, by day number (`dayNumber`), and since when anybody looked. */
export interface Arrivals {
  readonly counts: ReadonlyMap<number, number>;
  /** First whole day on which the outlet was followed. */
  readonly since: number;
  /** The day that has begun: what it gives counts as received, but its end is not known. */
  readonly today: number;
}

/** What an outlet usually gives on each weekday, Monday first; unknown until it was watched long enough. */
export interface OwnRhythm {
  readonly byWeekday?: readonly number[];
  /** Whole days that the rhythm is read from. */
  readonly daysSeen: number;
}

export interface Silence {
  /** Last day on which something came; undefined when nothing ever did. */
  readonly lastDay: number | undefined;
  /** First whole day on which the outlet was followed. */
  readonly since: number;
  /** Whole days without anything since then. */
  readonly days: number;
  /** How much the rhythm expected on those days; undefined while it is unknown. */
  readonly missed: number | undefined;
  /** The longest such pause before. */
  readonly longestBefore: number;
  readonly unusual: boolean;
}

/** Each weekday three times: below that a median of weekdays says nothing. */
export const daysNeeded = 21;
/** A season: older weeks say little about today's. */
const daysOfRhythm = 56;
/** A pause of a day is no silence, however lively the outlet: servers and weekends rest. */
const shortestSilence = 2;
/** How much longer than ever before a pause has to be. */
const longerThanEver = 1.5;
/** Articles that must be missing before a pause of a lively outlet is told. */
const missedThatShow = 3;

/**
 * The median of each weekday over the last weeks. They end with the last day on which something came, so that a silence
 * never becomes the custom.
 */
export function findOwnRhythm({ counts, since, today }: Arrivals): OwnRhythm {
  const last = Math.min(lastDayOf(counts) ?? today - 1, today - 1);
  const first = Math.max(since, last - daysOfRhythm + 1);
  const daysSeen = Math.max(0, last - first + 1);
  if (daysSeen < daysNeeded) return { daysSeen };
  const byWeekday: number[][] = [[], [], [], [], [], [], []];
  for (let day = first; day <= last; day++) byWeekday[weekdayOf(day)]?.push(counts.get(day) ?? 0);
  return { byWeekday: byWeekday.map(median), daysSeen };
}

/** What the rhythm expects of a day. */
export function expectedOn(rhythm: OwnRhythm, day: number): number | undefined {
  return rhythm.byWeekday?.[weekdayOf(day)];
}

/**
 * How long nothing has come, and whether that is unusual for this outlet: longer than its own pauses, or more missed on
 * whole days than in any pause before. Every outlet is measured by itself: one that writes once a week may be silent for
 * six days.
 */
export function findSilence(arrivals: Arrivals, rhythm: OwnRhythm): Silence {
  const { counts, since, today } = arrivals;
  const lastDay = lastDayOf(counts);
  const from = Math.max(lastDay ?? since - 1, since - 1);
  const days = Math.max(0, today - from - 1);
  const missedIn = (first: number, until: number): number => {
    let sum = 0;
    for (let day = first; day < until; day++) sum += expectedOn(rhythm, day) ?? 0;
    return sum;
  };
  const missed = rhythm.byWeekday === undefined ? undefined : missedIn(from + 1, today);
  let longestBefore = 0;
  let mostMissed = 0;
  let before = since - 1;
  for (const day of daysWithArticles(counts, since)) {
    longestBefore = Math.max(longestBefore, day - before - 1);
    mostMissed = Math.max(mostMissed, missedIn(before + 1, day));
    before = day;
  }
  const silence = { lastDay, since, days, missed, longestBefore };
  // Nothing yet, or too little to know the rhythm: only a week without anything is told.
  if (missed === undefined) return { ...silence, unusual: days >= 7 && days > longestBefore * longerThanEver };
  const longer = days >= shortestSilence && days > longestBefore * longerThanEver;
  const poorer = days >= shortestSilence && missed >= missedThatShow && missed > mostMissed;
  // Once an article a week is no rhythm that two days could break: the pauses say more than the medians.
  return { ...silence, unusual: poorer || (longer && days >= Math.max(shortestSilence, longestBefore + 2)) };
}

function daysWithArticles(counts: Arrivals['counts'], since: number): number[] {
  return [...counts]
    .filter(([day, articles]) => articles > 0 && day >= since)
    .map(([day]) => day)
    .sort((a, b) => a - b);
}

function lastDayOf(counts: Arrivals['counts']): number | undefined {
  let last: number | undefined;
  for (const [day, articles] of counts) if (articles > 0 && (last === undefined || day > last)) last = day;
  return last;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
