import type { CountryCode } from '../../model/record.ts';
import { type DaySpan, overlaps, type Report, type ReportPerson } from './reports.ts';
import { doesNotDisagree, type Profile, sideScores } from './same-meeting.ts';

/** Reports that are held to tell of one meeting. Changes only while fusion runs. */
export interface Cluster extends Profile {
  readonly reports: Report[];
  readonly articles: Set<string>;
  readonly countries: CountryCode[];
  readonly people: Map<CountryCode, ReportPerson[]>;
  readonly tags: Set<string>;
  /** Who met whom, as different reports say it, and how many say it so. */
  readonly tellings: Map<string, { readonly profile: Profile; count: number }>;
  days?: DaySpan;
  window: DaySpan;
}

/** Editors' "not the same": a cluster that holds `3+` refuses what holds `3-`. Keyed by report. */
export type Separations = ReadonlyMap<string, readonly string[]>;

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

export function newCluster(report: Report): Cluster {
  return {
    reports: [],
    articles: new Set(),
    countries: [],
    people: new Map(),
    tags: new Set(),
    tellings: new Map(),
    window: report.window,
    ...(report.days === undefined ? {} : { days: report.days }),
  };
}

export function addReport(cluster: Cluster, report: Report, separations: Separations): void {
  cluster.reports.push(report);
  cluster.articles.add(report.articleId);
  for (const tag of separations.get(report.key) ?? []) cluster.tags.add(tag);
  for (const country of report.countries) if (!cluster.countries.includes(country)) cluster.countries.push(country);
  cluster.countries.sort();
  const key = tellingKey(report);
  const telling = cluster.tellings.get(key);
  if (telling === undefined) cluster.tellings.set(key, { profile: report, count: 1 });
  else telling.count++;
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

export function canJoin(cluster: Cluster, report: Report, separations: Separations): boolean {
  // An article that tells of two meetings means two meetings.
  if (cluster.reports.length === 0 || cluster.articles.has(report.articleId)) return false;
  if (!familiesAgree(cluster, report) || !placesAgree(cluster.reports, report)) return false;
  return (separations.get(report.key) ?? []).every((tag) => !cluster.tags.has(opposite(tag)));
}

/**
 * One report can tell of two receptions as of one meeting and name everybody. It must not bring both together: most of
 * those who report a meeting have to agree on who met whom.
 */
export function mostAgree(cluster: Cluster, report: Report): boolean {
  let agreeing = 0;
  let disagreeing = 0;
  for (const { profile, count } of cluster.tellings.values()) {
    if (doesNotDisagree(sideScores(profile, report) ?? [])) agreeing += count;
    else disagreeing += count;
  }
  return agreeing >= disagreeing;
}

/** The cluster whose people agree best; the first in the order of founding among equals. */
export function best(candidates: readonly Cluster[], report: Report): Cluster | undefined {
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

export function familiesAgree(cluster: Cluster, report: Report): boolean {
  return cluster.reports.every((other) => other.family === report.family);
}

/** Two known places are one meeting only when they are the same place. */
export function placesAgree(reports: readonly Report[], report: Report): boolean {
  return reports.every((other) => {
    if (report.source.dispatchId !== undefined && report.source.dispatchId === other.source.dispatchId) return true;
    if (report.place !== undefined && other.place !== undefined) return report.place === other.place;
    const countryA = report.meeting.where?.country;
    const countryB = other.meeting.where?.country;
    return countryA === undefined || countryB === undefined || countryA === countryB;
  });
}

export function byStrength(a: Report, b: Report): number {
  return (
    prominenceRank[a.meeting.prominence] - prominenceRank[b.meeting.prominence] ||
    Number(b.countries.length > 1) - Number(a.countries.length > 1) ||
    span(a) - span(b) ||
    b.named - a.named ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}

const prominenceRank = { main: 0, secondary: 1, background: 2 } as const;

export function opposite(tag: string): string {
  return tag.slice(0, -1) + (tag.endsWith('+') ? '-' : '+');
}

export function pairsOf(countries: readonly CountryCode[]): string[] {
  return countries.flatMap((first, position) => countries.slice(position + 1).map((second) => `${first}-${second}`));
}

function tellingKey(report: Report): string {
  return [...report.people]
    .map(([country, people]) => `${country}:${people.map(personKey).sort().join(',')}`)
    .sort()
    .join(';');
}

function personKey(person: ReportPerson): string {
  return `${person.participant.roleCode}|${person.name?.words.join(' ') ?? ''}|${person.name?.regnal ?? ''}`;
}

function span(report: Report): number {
  return report.days === undefined ? 1000 : report.days.to - report.days.from;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
