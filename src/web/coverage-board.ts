import { type CoverageBoard, readCoverage } from '../jobs/coverage-board.ts';
import type { Room } from './room.ts';

/** The board reads the arrivals of months: it is made at most once in this time. */
const boardSeconds = 30;
const boards = new WeakMap<object, { readonly at: number; readonly board: Promise<CoverageBoard> }>();

/** The board of the archive, as old as half a minute. */
export function boardOf({ store, now }: Room): Promise<CoverageBoard> {
  const known = boards.get(store);
  if (known !== undefined && Math.abs(now.getTime() - known.at) < boardSeconds * 1_000) return known.board;
  const board = readCoverage(store, now);
  // A failure is asked again by the next reader.
  board.catch(() => boards.delete(store));
  boards.set(store, { at: now.getTime(), board });
  return board;
}
