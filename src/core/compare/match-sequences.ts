/** Positions `[before, after]` of two sequences that hold the same, both rising. */
export type Match = readonly [before: number, after: number];

/** Two sequences further apart than this are not traced to the end: their middles count as different. */
const mostEdits = 1200;

/**
 * A longest common subsequence of two sequences of keys, by Myers' greedy algorithm. Time grows with length times
 * difference; beyond `mostEdits` only common beginnings and ends are found.
 */
export function matchSequences(before: readonly string[], after: readonly string[]): Match[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const matches: Match[] = [];
  for (let i = 0; i < head; i++) matches.push([i, i]);
  const middle = traceMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  for (const [a, b] of middle) matches.push([a + head, b + head]);
  for (let i = tail; i > 0; i--) matches.push([before.length - i, after.length - i]);
  return matches;
}

function traceMiddle(before: readonly string[], after: readonly string[]): Match[] {
  const [n, m] = [before.length, after.length];
  if (n === 0 || m === 0) return [];
  const limit = Math.min(n + m, mostEdits);
  // `furthest[k + limit]` is the furthest position of `before` on diagonal k; a copy a round leads back.
  const furthest = new Int32Array(2 * limit + 3);
  const rounds: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits++) {
    rounds.push(furthest.slice(limit + 1 - edits - 1, limit + 1 + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && at(furthest, k - 1, limit) < at(furthest, k + 1, limit));
      let x = down ? at(furthest, k + 1, limit) : at(furthest, k - 1, limit) + 1;
      while (x < n && x - k < m && before[x] === after[x - k]) x++;
      furthest[k + limit + 1] = x;
      if (x >= n && x - k >= m) return walkBack(rounds, edits, n, m);
    }
  }
  return [];
}

function at(furthest: Int32Array, k: number, limit: number): number {
  return furthest[k + limit + 1] ?? 0;
}

function walkBack(rounds: readonly Int32Array[], edits: number, n: number, m: number): Match[] {
  const matches: Match[] = [];
  let x = n;
  let y = m;
  for (let round = edits; round >= 0; round--) {
    const furthest = rounds[round] ?? new Int32Array(0);
    const get = (k: number) => furthest[k + round + 1] ?? 0;
    const k = x - y;
    const down = k === -round || (k !== round && get(k - 1) < get(k + 1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = round === 0 ? 0 : get(fromK);
    // What this round matched lies after its one edit.
    const startX = round === 0 || down ? fromX : fromX + 1;
    while (x > startX) {
      x--;
      y--;
      matches.push([x, y]);
    }
    x = fromX;
    y = fromX - fromK;
  }
  return matches.reverse();
}
