import { increase, keyOfSighting } from '../people/spelling-counts.ts';
import { questionKey } from './fusion-keys.ts';
import type { IndexedArticle } from './index-article.ts';
import { isLearnt } from './placements.ts';

/** How often the register learns each spelling in articles, and how often it is asked for each open name. */
export function knownIn(
  articles: Iterable<IndexedArticle>,
  counts: Map<string, number> = new Map(),
  by: 1 | -1 = 1,
): Map<string, number> {
  for (const { reports } of articles) {
    for (const { sightings, open = [], day } of reports) {
      for (const sighting of sightings) if (isLearnt(sighting)) increase(counts, keyOfSighting(sighting), by);
      if (day !== undefined) for (const { roleCode, name } of open) increase(counts, questionKey(roleCode, name), by);
    }
  }
  return counts;
}

export function knownChanges(
  changes: readonly (readonly [before: IndexedArticle | undefined, now: IndexedArticle])[],
): Map<string, number> {
  const counts = knownIn(changes.map(([, now]) => now));
  return knownIn(
    changes.flatMap(([before]) => before ?? []),
    counts,
    -1,
  );
}
