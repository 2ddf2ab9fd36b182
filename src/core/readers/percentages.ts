/**
 * Whole percentages that make 100 together: each share is rounded down, and what is missing goes to those that lost most.
 * Without votes all are 0.
 */
export function percentages(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const shares = counts.map((count, index) => {
    const whole = Math.floor((count * 100) / total);
    return { index, whole, lost: (count * 100) % total, count };
  });
  let missing = 100 - shares.reduce((sum, { whole }) => sum + whole, 0);
  const result = shares.map(({ whole }) => whole);
  for (const { index, whole } of [...shares].sort(
    (a, b) => b.lost - a.lost || b.count - a.count || a.index - b.index,
  )) {
    if (missing === 0) break;
    result[index] = whole + 1;
    missing--;
  }
  return result;
}
