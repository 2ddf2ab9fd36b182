import { absorb, type Cluster, familiesAgree, opposite, pairsOf, placesAgree } from './cluster.ts';
import { agreesByName, sideScores } from './same-meeting.ts';
import { countSources } from './sources.ts';

/**
 * Two sources can disagree on a day: clusters of neighbouring days become one when everybody named agrees, the place is
 * known and the same, and one of the two days rests on a single source that is independent of the other. Otherwise the
 * same people met again the next day.
 */
export function mergeNeighbours(
  clusters: readonly Cluster[],
  byDay: ReadonlyMap<string, ReadonlySet<Cluster>>,
): Set<Cluster> {
  const merged = new Set<Cluster>();
  for (const cluster of [...clusters].sort((a, b) => (a.days?.from ?? 0) - (b.days?.from ?? 0))) {
    const { days } = cluster;
    if (days === undefined || days.from !== days.to || merged.has(cluster) || cluster.reports.length === 0) continue;
    const next = new Set(
      pairsOf(cluster.countries).flatMap((pair) => [...(byDay.get(`${pair}|${days.from + 1}`) ?? [])]),
    );
    const disagreeing = [...next].filter(
      (other) => other !== cluster && !merged.has(other) && other.reports.length > 0 && disagreeOnDay(cluster, other),
    );
    const [other] = disagreeing;
    if (other === undefined || disagreeing.length > 1) continue;
    const [into, from] = stronger(cluster, other) ? [cluster, other] : [other, cluster];
    absorb(into, from);
    merged.add(into).add(from);
  }
  return new Set(clusters.filter((cluster) => cluster.reports.length > 0));
}

function disagreeOnDay(a: Cluster, b: Cluster): boolean {
  if (b.days === undefined || b.days.from !== b.days.to) return false;
  if ([...a.articles].some((article) => b.articles.has(article))) return false;
  if ([...a.tags].some((tag) => b.tags.has(opposite(tag)))) return false;
  if (!b.reports.every((report) => familiesAgree(a, report) && placesAgree(a.reports, report))) return false;
  const placed = (cluster: Cluster) => cluster.reports.some((report) => report.place !== undefined);
  if (!placed(a) || !placed(b)) return false;
  const scores = sideScores(a, b);
  if (scores === undefined || !agreesByName(scores)) return false;
  const sourcesA = countSources(a.reports);
  const sourcesB = countSources(b.reports);
  // Independent of each other: together they are as many as apart.
  return Math.min(sourcesA, sourcesB) === 1 && countSources([...a.reports, ...b.reports]) === sourcesA + sourcesB;
}

function stronger(a: Cluster, b: Cluster): boolean {
  const difference = countSources(a.reports) - countSources(b.reports) || a.reports.length - b.reports.length;
  if (difference !== 0) return difference > 0;
  return (a.days?.from ?? 0) <= (b.days?.from ?? 0);
}
