import { dispatchWindow } from './assign-dispatches.ts';

/** Which days are grouped again after articles came, changed or went: asked day by day, in order. */
export interface DayReplay {
  /** The first day that has to be grouped again at or after `day`; undefined when all is done. */
  next(day: number): number | undefined;
  /** Says that the day was grouped again, and whether any dispatch of it is another one now. */
  done(day: number, changed: boolean): void;
}

/**
 * A late article can change its own day and the window after it; a day that changed can change the window after it in
 * turn. Beyond that nothing is touched, so the cost of a late arrival does not grow with the archive.
 * @param touched days whose articles are not those of last time
 * @param days days that the archive has articles of
 */
export function replayDays(touched: readonly number[], days: readonly number[]): DayReplay {
  const ordered = [...days].sort((a, b) => a - b);
  const changed = [...touched];
  return {
    next: (day) =>
      ordered.find((one) => one >= day && changed.some((source) => source <= one && one <= source + dispatchWindow)),
    done: (day, isChanged) => {
      if (isChanged) changed.push(day);
    },
  };
}
