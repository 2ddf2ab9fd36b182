/** How many people gave one star, two, three, four and five. */
export type StarCounts = readonly [number, number, number, number, number];

export const noStars: StarCounts = [0, 0, 0, 0, 0];

export function countStars(counts: StarCounts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Absent where nobody voted. */
export function meanStars(counts: StarCounts): number | undefined {
  const votes = countStars(counts);
  return votes === 0 ? undefined : counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / votes;
}

/** 1.65 is the point below which one normal value in twenty lies: the true mean is above the bound in 19 of 20 cases. */
const deviations = 1.65;

/**
 * What the votes show at least: the lower bound of the mean, when one imagined vote for each number of stars is added to
 * the real ones. Lists are in this order: three people who gave five stars come after three hundred who gave 4.6.
 */
export function ratingOrder(counts: StarCounts): number {
  const votes = countStars(counts);
  const kinds = counts.length;
  const share = (of: (stars: number) => number): number =>
    counts.reduce((sum, count, index) => sum + (of(index + 1) * (count + 1)) / (votes + kinds), 0);
  const mean = share((stars) => stars);
  const spread = share((stars) => stars * stars) - mean * mean;
  return mean - deviations * Math.sqrt(spread / (votes + kinds + 1));
}
