import {
  type Arrivals,
  daysNeeded,
  expectedOn,
  findOwnRhythm,
  findSilence,
  type OwnRhythm,
  type Silence,
} from '../core/coverage/own-rhythm.ts';
import { civilDay, dayNumber } from '../core/text/calendars.ts';
import type { Source } from '../store/collecting.ts';
import type { OutletSummary, Store } from '../store/store.ts';

/** `unvisited`: nobody has looked, so nothing can be said of the outlet. `learning`: watched for too few days. */
export type CoverageState =
  | 'fine'
  | 'thin'
  | 'learning'
  | 'silent'
  | 'blocked'
  | 'failing'
  | 'gone'
  | 'paused'
  | 'unvisited'
  | 'not-followed';

export interface CoverageDay {
  /** ISO day, UTC. */
  readonly day: string;
  readonly received: number;
  /** Absent while the rhythm is unknown, and before the outlet was followed. */
  readonly expected?: number;
}

export interface LanguageCoverage {
  readonly language: string;
  readonly days: readonly CoverageDay[];
  readonly rhythm: OwnRhythm;
  readonly silence: Silence;
  readonly lastDay?: string;
}

export interface OutletCoverage {
  readonly outlet: OutletSummary;
  readonly state: CoverageState;
  /** The source that is to blame, when one is. */
  readonly source?: Source;
  /** Newest last; the last one has only begun. */
  readonly days: readonly CoverageDay[];
  readonly rhythm: OwnRhythm;
  readonly daysNeeded: number;
  readonly silence: Silence;
  /** ISO day on which an article came last, as far back as the board looks. */
  readonly lastDay?: string;
  readonly lastVisit?: string;
  readonly languages: readonly LanguageCoverage[];
}

export interface CoverageAlert {
  readonly kind: 'silent' | 'blocked' | 'failing' | 'gone';
  readonly outlet: OutletSummary;
  /** Only this language is silent. */
  readonly language?: string;
  /** ISO day since which it is so. */
  readonly since: string;
  readonly silence: Silence;
  readonly source?: Source;
}

export interface CoverageBoard {
  readonly outlets: readonly OutletCoverage[];
  readonly alerts: readonly CoverageAlert[];
}

/** Days of the trend picture. */
const shownDays = 28;
/** How far back a rhythm and the longest pause are looked for. */
const daysBack = 120;
/** A language is told by itself when it is so much of what comes, and so many articles; the rest is chance. */
const leastShare = 0.1;
const leastArticles = 10;
const thinShare = 0.5;
const thinExpected = 10;
/** Without a visit for so long the collector is not running. */
const daysUnvisited = 2;

/** What was expected of each outlet and what came, and what is out of the ordinary. */
export async function readCoverage(store: Store, now: Date): Promise<CoverageBoard> {
  const today = dayOf(now.toISOString());
  const [outlets, sources, arrivals] = await Promise.all([
    store.outlets.list(),
    store.collect.sources(),
    store.keeping.arrivals(isoDay(today - daysBack)),
  ]);
  const sourcesOf = groupBy(sources, (source) => source.outletId);
  const arrivalsOf = groupBy(arrivals, (arrival) => arrival.outletId);
  const covered = outlets.map((outlet) => {
    const counts = new Map<string, Map<number, number>>();
    for (const { language, day, articles } of arrivalsOf.get(outlet.id) ?? []) {
      const byDay = counts.get(language) ?? new Map<number, number>();
      counts.set(language, byDay.set(dayOf(day), articles));
    }
    return coverOutlet(outlet, sourcesOf.get(outlet.id) ?? [], counts, today);
  });
  return { outlets: covered, alerts: covered.flatMap(alertsOf) };
}

function coverOutlet(
  outlet: OutletSummary,
  sources: readonly Source[],
  counts: ReadonlyMap<string, ReadonlyMap<number, number>>,
  today: number,
): OutletCoverage {
  const added = sources.map((source) => dayOf(source.addedAt));
  const visits = sources.flatMap(({ lastPoll }) => lastPoll ?? []).sort();
  const lastVisit = visits.at(-1);
  // The day on which a source was added is half seen, and so is everything before it.
  const followed = added.length === 0 ? today : Math.max(Math.min(...added) + 1, today - daysBack);
  // What happened since the last visit nobody knows.
  const seenUntil = lastVisit === undefined ? today : Math.min(today, dayOf(lastVisit));
  // The wait for the very first article is no pause of the outlet.
  const watch = (byDay: ReadonlyMap<number, number>): Arrivals => {
    const came = [...byDay.keys()].filter((day) => day >= followed);
    return { counts: byDay, since: came.length === 0 ? followed : Math.min(...came), today: seenUntil };
  };
  const all = new Map<number, number>();
  for (const byDay of counts.values()) for (const [day, n] of byDay) all.set(day, (all.get(day) ?? 0) + n);

  const measured = measure(watch(all), today);
  const { source, state } = judge(sources, measured, seenUntil < today - daysUnvisited);
  const total = sum(all);
  const languages = [...counts]
    .filter(([, byDay]) => sum(byDay) >= Math.min(leastArticles, total * leastShare))
    .sort((a, b) => sum(b[1]) - sum(a[1]) || (a[0] < b[0] ? -1 : 1))
    .map(([language, byDay]) => ({ language, ...measure(watch(byDay), today) }));
  return {
    outlet,
    state,
    ...(source === undefined ? {} : { source }),
    ...measured,
    daysNeeded,
    ...(lastVisit === undefined ? {} : { lastVisit }),
    languages,
  };
}

function measure(arrivals: Arrivals, today: number): Omit<LanguageCoverage, 'language'> {
  const rhythm = findOwnRhythm(arrivals);
  const silence = findSilence(arrivals, rhythm);
  const days = Array.from({ length: shownDays }, (_, index): CoverageDay => {
    const day = today - shownDays + 1 + index;
    const expected = day < arrivals.since ? undefined : expectedOn(rhythm, day);
    return {
      day: isoDay(day),
      received: arrivals.counts.get(day) ?? 0,
      ...(expected === undefined ? {} : { expected }),
    };
  });
  return { days, rhythm, silence, ...(silence.lastDay === undefined ? {} : { lastDay: isoDay(silence.lastDay) }) };
}

/** One word for all sources of an outlet: the worst of what a person should know. */
function judge(
  sources: readonly Source[],
  { rhythm, silence, days }: Omit<LanguageCoverage, 'language'>,
  unvisited: boolean,
): { readonly state: CoverageState; readonly source?: Source } {
  if (sources.length === 0) return { state: 'not-followed' };
  const running = sources.filter(({ state }) => state !== 'paused');
  if (running.length === 0) return { state: 'paused' };
  for (const state of ['blocked', 'gone', 'failing'] as const) {
    const source = running.find((one) => one.state === state);
    if (source !== undefined) return { state, source };
  }
  if (unvisited) return { state: 'unvisited' };
  if (silence.unusual) return { state: 'silent' };
  if (rhythm.byWeekday === undefined) return { state: 'learning' };
  const week = days.slice(-8, -1);
  const expected = week.reduce((total, day) => total + (day.expected ?? 0), 0);
  const received = week.reduce((total, day) => total + day.received, 0);
  return { state: expected >= thinExpected && received < expected * thinShare ? 'thin' : 'fine' };
}

function alertsOf(covered: OutletCoverage): CoverageAlert[] {
  const { outlet, state, silence, source, languages } = covered;
  if (state === 'blocked' || state === 'failing' || state === 'gone') {
    const since = source?.lastGood ?? source?.addedAt;
    return since === undefined
      ? []
      : [{ kind: state, outlet, since: since.slice(0, 10), silence, ...(source && { source }) }];
  }
  if (state === 'silent') return [{ kind: 'silent', outlet, since: silentSince(silence), silence }];
  if (state !== 'fine' && state !== 'thin') return [];
  return languages
    .filter((one) => languages.length > 1 && one.rhythm.byWeekday !== undefined && one.silence.unusual)
    .map((one) => ({
      kind: 'silent',
      outlet,
      language: one.language,
      since: silentSince(one.silence),
      silence: one.silence,
    }));
}

function silentSince({ lastDay, since }: Silence): string {
  return isoDay(lastDay === undefined ? since : lastDay + 1);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function sum(byDay: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const articles of byDay.values()) total += articles;
  return total;
}

/** Day number of an ISO day or instant, in UTC. */
function dayOf(iso: string): number {
  const [year = 1970, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  return dayNumber({ year, month, day });
}

function isoDay(number: number): string {
  const { year, month, day } = civilDay(number);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
