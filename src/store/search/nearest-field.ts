import { searchFieldNames } from '../../core/languages/search-vocabulary.ts';
import { foldName } from '../../core/text/normalise.ts';

const LONGEST = 16;

/** The field that a mistyped name was most likely meant to be: at most two letters away, and fewer than half. */
export function nearestField(written: string): string | undefined {
  const word = foldName(written);
  if (word.length > LONGEST) return undefined;
  let best: { name: string; distance: number } | undefined;
  for (const name of searchFieldNames) {
    const distance = editDistance(word, foldName(name));
    if (distance <= 2 && distance * 2 < word.length && (best === undefined || distance < best.distance))
      best = { name, distance };
  }
  return best?.name;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
