import { dispatchWindow } from './assign-dispatches.ts';

/** Which days are grouped again after articles came, changed or went: asked day by day, in order. */
export interface DayReplay {
  /** The first day at or after `day` that has to be grouped again; undefined when all is done. */
  next(day: number): number | undefined;
  /** Says that the day was grouped again, and whether anything in it is another now. */
  done(day: number, changed: boolean): void;
}

/**
 * A late article can change its own day and the window after it; a day that changed can change the window after it in
 * turn. Beyond that nothing is touched, so the cost of a late arrival does not grow with the archive.
 * @param touched days whose articles are not those of last time
 * @param reach days after a change that can feel it. @default the window of dispatches
 */
export function replayDays(touched: readonly number[], reach: number = dispatchWindow): DayReplay {
  const changed = [...touched].sort((a, b) => a - b);
  return {
    next: (day) => {
      const source = changed.find((one) => one + reach >= day);
      return source === undefined ? undefined : Math.max(source, day);
    },
    done: (day, isChanged) => {
      if (!isChanged || changed.includes(day)) return;
      changed.push(day);
      changed.sort((a, b) => a - b);
      // Sources that reach no further than the day are of no more use.
      while ((changed[0] ?? day) + reach < day) changed.shift();
    },
  };
}
