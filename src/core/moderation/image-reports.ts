/** Somebody who reported a picture. */
export interface ImageReporter {
  /** The network they came from; whoever shares one has the same text here. */
  readonly network: string;
  /** Their account was some days old at most. */
  readonly isNew: boolean;
}

/** An account counts as new for so many days. */
export const newAccountDays = 7;

/**
 * How many people the reporters count for: each is one, but the new accounts of one network are one together. Making
 * accounts is cheap, other networks are less so.
 */
export function countReporters(reporters: readonly ImageReporter[]): number {
  const known = reporters.filter(({ isNew }) => !isNew).length;
  return known + new Set(reporters.filter(({ isNew }) => isNew).map(({ network }) => network)).size;
}

/** Doubled at most so often. */
const mostDoublings = 6;

/** How many people block a picture: each time the desk brought it back, twice as many. */
export function reportersNeeded(threshold: number, restores: number): number {
  return threshold * 2 ** Math.min(restores, mostDoublings);
}
