import { hash64 } from '../../core/text/hash.ts';
import type { Source } from '../../store/collecting.ts';

const shortest = 5 * 60;
const longest = 12 * 3_600;
/** First visits of a source that nobody knows yet. */
export const firstInterval = 1_800;

/**
 * How long to leave a source alone: lively ones are visited more often, quiet ones less, and what the source itself asks
 * for is kept. Failures double the time.
 * @returns seconds
 */
export function nextInterval(
  source: Pick<Source, 'intervalSeconds' | 'failures'>,
  visit: { readonly fresh: number; readonly failed: boolean; readonly quietSeconds?: number },
): number {
  if (visit.failed) return clamp(source.intervalSeconds * 2);
  // Several new items at once: it was too long. None: it was too short.
  const factor = visit.fresh > 3 ? 0.5 : visit.fresh > 0 ? 0.8 : 1.4;
  return clamp(Math.max(source.intervalSeconds * factor, visit.quietSeconds ?? 0));
}

function clamp(seconds: number): number {
  return Math.round(Math.min(longest, Math.max(shortest, seconds)));
}

/**
 * The instant of the next visit. Spread by a tenth, always the same for one source and day, so that two thousand sources
 * that were added at once, or waited through a night's sleep, do not come at once ever after.
 */
export function nextVisit(sourceId: string, now: Date, seconds: number): string {
  const day = Math.floor(now.getTime() / 86_400_000);
  const share = (Number.parseInt(hash64(`${sourceId} ${day}`).slice(0, 6), 16) / 0xffffff) * 0.2 - 0.1;
  return new Date(now.getTime() + seconds * (1 + share) * 1_000).toISOString();
}

/** Wait before another try of one page, in minutes. */
const tryMinutes = [10, 60, 360] as const;

/** When a page is tried again, or nothing when it was tried often enough. */
export function nextTry(tries: number, now: Date): string | undefined {
  const minutes = tryMinutes[tries - 1];
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000).toISOString();
}
