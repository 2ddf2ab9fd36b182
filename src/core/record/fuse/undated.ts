import { weekdayOf } from '../../text/calendars.ts';
import { best, type Cluster, mostAgree } from './cluster.ts';
import { overlaps, type Report } from './reports.ts';
import { agreesWithoutDay, sideScores } from './same-meeting.ts';

/**
 * The meeting of an undated report: same people on both sides, within the days that the publication allows, and only
 * when one candidate is clearly nearer than the others.
 */
export function closest(candidates: readonly Cluster[], report: Report): Cluster | undefined {
  if (report.background && !Number.isFinite(report.window.from)) return undefined;
  const fitting = candidates.filter((cluster) => {
    const scores = sideScores(cluster, report);
    if (scores === undefined || !agreesWithoutDay(scores) || !mostAgree(cluster, report)) return false;
    const span = cluster.days ?? cluster.window;
    if (!overlaps(span, report.window) || !weekdayAgrees(cluster, report)) return false;
    const open = !Number.isFinite(report.window.from) || !Number.isFinite(span.from);
    // Without any day at all the texts must share more than their people: those meet again every year.
    return !open || corroboration(cluster, report) >= 1;
  });
  if (fitting.length < 2) return fitting[0];
  const days = fitting.map((cluster) => cluster.days?.from ?? Infinity);
  // Rounds of one visit: nothing in an undated text tells them apart, and the difference is a day.
  if (Math.max(...days) - Math.min(...days) <= 1 || days.every((day) => day === Infinity)) return best(fitting, report);
  const ranked = fitting
    .map((cluster) => ({ cluster, points: corroboration(cluster, report), lag: lagOf(cluster, report) }))
    .sort((a, b) => b.points - a.points || a.lag - b.lag);
  const [first, second] = ranked;
  if (first === undefined || second === undefined) return first?.cluster;
  if (first.points >= second.points + 1) return first.cluster;
  const bounded = Number.isFinite(first.lag);
  return bounded && first.points === second.points && first.lag < second.lag ? first.cluster : undefined;
}

function weekdayAgrees(cluster: Cluster, report: Report): boolean {
  const { weekday } = report.meeting.when;
  if (weekday === undefined) return true;
  if (cluster.days === undefined) {
    return cluster.reports.every(
      ({ meeting }) => meeting.when.weekday === undefined || meeting.when.weekday === weekday,
    );
  }
  return cluster.days.from !== cluster.days.to || weekdayOf(cluster.days.from) === weekday;
}

/** Points for what an undated report shares with a meeting beyond its people. */
function corroboration(cluster: Cluster, report: Report): number {
  let points = 0;
  const { meeting } = report;
  if (report.place !== undefined && cluster.reports.some((other) => other.place === report.place)) points += 1;
  if (meeting.when.weekday !== undefined && weekdayShared(cluster, meeting.when.weekday)) points += 1;
  const mechanisms = new Set(cluster.reports.flatMap((other) => other.meeting.mechanisms.map(({ name }) => name)));
  if (meeting.mechanisms.some(({ name }) => mechanisms.has(name))) points += 1;
  const ordinals = new Set(cluster.reports.flatMap((other) => other.meeting.ordinalClaims.map(({ n }) => n)));
  if (meeting.ordinalClaims.some(({ n }) => ordinals.has(n))) points += 1;
  const topics = new Set(cluster.reports.flatMap((other) => other.meeting.topics.map(({ topic }) => topic)));
  const shared = meeting.topics.filter(({ topic }) => topics.has(topic)).length;
  if (shared > 0 && shared * 2 >= Math.min(topics.size, meeting.topics.length)) points += 0.5;
  return points;
}

function weekdayShared(cluster: Cluster, weekday: number): boolean {
  if (cluster.days !== undefined) return weekdayOf(cluster.days.from) === weekday;
  return cluster.reports.some(({ meeting }) => meeting.when.weekday === weekday);
}

/** Days from the meeting to the publication; news is told soon. */
function lagOf(cluster: Cluster, report: Report): number {
  const anchor = report.published ?? report.window.to;
  return cluster.days === undefined || !Number.isFinite(anchor) ? Infinity : Math.abs(anchor - cluster.days.from);
}
