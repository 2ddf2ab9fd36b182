import type { CountryCode } from '../../model/record.ts';
import { weekdayOf } from '../../text/calendars.ts';
import { type DaySpan, overlaps, type Report, type ReportPerson } from './reports.ts';
import {
  agreesByName,
  agreesOnDay,
  agreesWithoutDay,
  doesNotDisagree,
  namesNobody,
  type Profile,
  sideScores,
} from './same-meeting.ts';
import { countSources } from './sources.ts';

/** Reports that are held to tell of one meeting. Changes only while fusion runs. */
export interface Cluster extends Profile {
  readonly reports: Report[];
  readonly articles: Set<string>;
  readonly countries: CountryCode[];
  readonly people: Map<CountryCode, ReportPerson[]>;
  readonly tags: Set<string>;
  days?: DaySpan;
  window: DaySpan;
}

/** Editors' "not the same": a cluster that holds `3+` refuses what holds `3-`. Keyed by report. */
export type Separations = ReadonlyMap<string, readonly string[]>;

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

/** Takes everything of `from` into `into`; `from` is left empty. */
export function absorb(into: Cluster, from: Cluster): void {
  for (const report of from.reports) addReport(into, report, new Map());
  for (const tag of from.tags) into.tags.add(tag);
  from.reports.length = 0;
  from.articles.clear();
}

/** A cluster of these reports alone, for a split. */
export function clusterOf(reports: readonly Report[]): Cluster | undefined {
  const [first] = [...reports].sort(byStrength);
  if (first === undefined) return undefined;
  const cluster = newCluster(first);
  for (const report of reports) addReport(cluster, report, new Map());
  return cluster;
}

function newCluster(report: Report): Cluster {
  return {
    reports: [],
    articles: new Set(),
    countries: [],
    people: new Map(),
    tags: new Set(),
    window: report.window,
    ...(report.days === undefined ? {} : { days: report.days }),
  };
}

function addReport(cluster: Cluster, report: Report, separations: Separations): void {
  cluster.reports.push(report);
  cluster.articles.add(report.articleId);
  for (const tag of separations.get(report.key) ?? []) cluster.tags.add(tag);
  for (const country of report.countries) if (!cluster.countries.includes(country)) cluster.countries.push(country);
  cluster.countries.sort();
  for (const [country, people] of report.people) {
    const known = cluster.people.get(country) ?? [];
    const keys = new Set(known.map(personKey));
    cluster.people.set(country, [...known, ...people.filter((person) => !keys.has(personKey(person)))]);
  }
  if (report.days !== undefined) {
    // A range narrows to the days that all agree on; a day that disagrees stays a contradiction and moves nothing.
    const { days } = cluster;
    if (days === undefined) cluster.days = report.days;
    else if (overlaps(days, report.days)) {
      cluster.days = { from: Math.max(days.from, report.days.from), to: Math.min(days.to, report.days.to) };
    }
  } else if (overlaps(cluster.window, report.window)) {
    cluster.window = {
      from: Math.max(cluster.window.from, report.window.from),
      to: Math.min(cluster.window.to, report.window.to),
    };
  }
}

function personKey(person: ReportPerson): string {
  return `${person.participant.roleCode}|${person.name?.words.join(' ') ?? ''}|${person.name?.regnal ?? ''}`;
}

function canJoin(cluster: Cluster, report: Report, separations: Separations): boolean {
  // An article that tells of two meetings means two meetings.
  if (cluster.reports.length === 0 || cluster.articles.has(report.articleId)) return false;
  if (!familiesAgree(cluster, report) || !placesAgree(cluster.reports, report)) return false;
  return (separations.get(report.key) ?? []).every((tag) => !cluster.tags.has(opposite(tag)));
}

function familiesAgree(cluster: Cluster, report: Report): boolean {
  return cluster.reports.every((other) => other.family === report.family);
}

/** Two known places are one meeting only when they are the same place. */
function placesAgree(reports: readonly Report[], report: Report): boolean {
  return reports.every((other) => {
    if (report.source.dispatchId !== undefined && report.source.dispatchId === other.source.dispatchId) return true;
    if (report.place !== undefined && other.place !== undefined) return report.place === other.place;
    const countryA = report.meeting.where?.country;
    const countryB = other.meeting.where?.country;
    return countryA === undefined || countryB === undefined || countryA === countryB;
  });
}

function fitsDay(cluster: Cluster, report: Report): boolean {
  const scores = sideScores(cluster, report);
  return (
    scores !== undefined &&
    cluster.days !== undefined &&
    report.days !== undefined &&
    overlaps(cluster.days, report.days) &&
    agreesOnDay(scores)
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

/** The cluster whose people agree best; the first in the order of founding among equals. */
function best(candidates: readonly Cluster[], report: Report): Cluster | undefined {
  let found: Cluster | undefined;
  let bestScore = -1;
  for (const cluster of candidates) {
    const scores = sideScores(cluster, report) ?? [];
    const founder = cluster.reports[0];
    const founderScores = founder === undefined ? [] : (sideScores(founder, report) ?? []);
    // What the founding report says weighs as much as what others added to it.
    const score = sum(scores) + sum(founderScores) + (founder?.background === report.background ? 0.1 : 0);
    if (score > bestScore) {
      found = cluster;
      bestScore = score;
    }
  }
  return found;
}

/**
 * The meeting of an undated report: same people on both sides, within the days that the publication allows, and only
 * when one candidate is clearly nearer than the others.
 */
function closest(candidates: readonly Cluster[], report: Report): Cluster | undefined {
  if (report.background && !Number.isFinite(report.window.from)) return undefined;
  const fitting = candidates.filter((cluster) => {
    const scores = sideScores(cluster, report);
    if (scores === undefined || !agreesWithoutDay(scores)) return false;
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

/**
 * Two sources can disagree on a day: clusters of neighbouring days become one when everybody named agrees, the place is
 * known and the same, and one of the two days rests on a single source that is independent of the other. Otherwise the
 * same people met again the next day.
 */
function mergeNeighbours(clusters: readonly Cluster[], byDay: ReadonlyMap<string, ReadonlySet<Cluster>>): Set<Cluster> {
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

function byStrength(a: Report, b: Report): number {
  return (
    prominenceRank[a.meeting.prominence] - prominenceRank[b.meeting.prominence] ||
    Number(b.countries.length > 1) - Number(a.countries.length > 1) ||
    span(a) - span(b) ||
    b.named - a.named ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}

const prominenceRank = { main: 0, secondary: 1, background: 2 } as const;

function span(report: Report): number {
  return report.days === undefined ? 1000 : report.days.to - report.days.from;
}

function opposite(tag: string): string {
  return tag.slice(0, -1) + (tag.endsWith('+') ? '-' : '+');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function pairsOf(countries: readonly CountryCode[]): string[] {
  return countries.flatMap((first, position) => countries.slice(position + 1).map((second) => `${first}-${second}`));
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
