import type { CountryCode } from '../../model/record.ts';
import {
  addReport,
  best,
  byStrength,
  type Cluster,
  canJoin,
  mostAgree,
  newCluster,
  pairsOf,
  type Separations,
} from './cluster.ts';
import { mergeNeighbours } from './neighbours.ts';
import { overlaps, type Report } from './reports.ts';
import { agreesOnDay, doesNotDisagree, namesNobody, sideScores } from './same-meeting.ts';
import { closest } from './undated.ts';

/** Days between two dates that copies of one dispatch may carry: "Monday" read from two days of printing. */
const dispatchDrift = 7;

/**
 * Brings the reports of one meeting together. The order of the input does not matter: reports are taken from the
 * best supported to the least. Blocks are maps on country pair and day, so the cost grows with the number of reports,
 * not with its square.
 */
export function clusterReports(reports: readonly Report[], separations: Separations = new Map()): Cluster[] {
  const clusters: Cluster[] = [];
  const byDay = new Map<string, Set<Cluster>>();
  const byPair = new Map<string, Set<Cluster>>();
  const byDispatch = new Map<string, Set<Cluster>>();
  const ordered = [...reports].sort(byStrength);

  const place = (report: Report, found: Cluster | undefined) => {
    const cluster = found ?? newCluster(report);
    if (found === undefined) clusters.push(cluster);
    addReport(cluster, report, separations);
    for (const pair of pairsOf(report.countries)) index(byPair, pair, cluster);
    for (const pair of [...pairsOf(report.countries), ...report.countries]) {
      if (report.days !== undefined) {
        for (let day = report.days.from; day <= report.days.to; day++) index(byDay, `${pair}|${day}`, cluster);
      }
    }
    const { dispatchId } = report.source;
    if (dispatchId !== undefined) index(byDispatch, dispatchId, cluster);
  };
  const joinable = (candidates: Iterable<Cluster>, report: Report) =>
    [...new Set(candidates)].filter((cluster) => canJoin(cluster, report, separations));
  const sameDispatch = (report: Report) =>
    best(
      joinable(byDispatch.get(report.source.dispatchId ?? '') ?? [], report).filter((cluster) =>
        fitsDispatch(cluster, report),
      ),
      report,
    );

  for (const report of ordered) {
    if (report.days === undefined) continue;
    const { days } = report;
    const near = dayKeys(report.countries).flatMap((pair) => {
      const list: Cluster[] = [];
      for (let day = days.from; day <= days.to; day++) list.push(...(byDay.get(`${pair}|${day}`) ?? []));
      return list;
    });
    const candidates = joinable(near, report);
    place(
      report,
      sameDispatch(report) ??
        best(
          candidates.filter((one) => fitsDay(one, report)),
          report,
        ) ??
        only(candidates, report),
    );
  }
  const dated = mergeNeighbours(clusters, byDay);

  const loose: Report[] = [];
  const joins: [Report, Cluster][] = [];
  for (const report of ordered) {
    if (report.days !== undefined) continue;
    const candidates = joinable(inWindow(byPair, report), report).filter((cluster) => dated.has(cluster));
    const found = sameDispatch(report) ?? closest(candidates, report);
    if (found === undefined) loose.push(report);
    else joins.push([report, found]);
  }
  // Joined only now: whether one undated report finds its meeting must not depend on another having found it.
  for (const [report, cluster] of joins) place(report, canJoin(cluster, report, separations) ? cluster : undefined);
  for (const report of loose) {
    const candidates = joinable(inWindow(byPair, report), report).filter((cluster) => cluster.days === undefined);
    place(report, sameDispatch(report) ?? closest(candidates, report));
  }
  return clusters.filter((cluster) => cluster.reports.length > 0);
}

function fitsDay(cluster: Cluster, report: Report): boolean {
  const scores = sideScores(cluster, report);
  return (
    scores !== undefined &&
    cluster.days !== undefined &&
    report.days !== undefined &&
    overlaps(cluster.days, report.days) &&
    agreesOnDay(scores) &&
    mostAgree(cluster, report)
  );
}

function fitsDispatch(cluster: Cluster, report: Report): boolean {
  const scores = sideScores(cluster, report);
  if (scores === undefined || !doesNotDisagree(scores)) return false;
  if (cluster.reports.every((other) => other.background) !== report.background) return false;
  const { days } = cluster;
  if (days === undefined || report.days === undefined) return true;
  return Math.abs(days.from - report.days.from) <= dispatchDrift;
}

/** A report that names no people belongs to the one meeting of its countries that day, if there is only one. */
function only(candidates: readonly Cluster[], report: Report): Cluster | undefined {
  if (!namesNobody(report)) return undefined;
  const fitting = candidates.filter((cluster) => {
    const scores = sideScores(cluster, report);
    return (
      scores !== undefined &&
      scores.length > 1 &&
      cluster.days !== undefined &&
      report.days !== undefined &&
      overlaps(cluster.days, report.days)
    );
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A report that knows one side only is looked up by that country. */
function dayKeys(countries: readonly CountryCode[]): readonly string[] {
  return countries.length === 1 ? countries : pairsOf(countries);
}

function inWindow(byPair: ReadonlyMap<string, ReadonlySet<Cluster>>, report: Report): Cluster[] {
  return pairsOf(report.countries).flatMap((pair) =>
    [...(byPair.get(pair) ?? [])].filter((cluster) => overlaps(cluster.days ?? cluster.window, report.window)),
  );
}

function index(map: Map<string, Set<Cluster>>, key: string, cluster: Cluster): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([cluster]));
  else set.add(cluster);
}
