import {
  daysApart,
  eventFit,
  isoDay,
  nameScore,
  normalise,
  samePlace,
  shingles,
  titleOverlap,
  words,
} from './compare.ts';
import type { GoldEvent, GoldPage, PredictedEvent, Prediction } from './types.ts';

/** Everything that one page adds to the totals. Names follow the totals in `score.ts`. */
export interface PageScore {
  readonly gold: GoldPage;
  readonly predicted: boolean;
  readonly languageOk: boolean;
  readonly titleExact: boolean;
  readonly titleNear: boolean;
  readonly publishedExact: boolean;
  readonly publishedMonthOk: boolean;
  readonly publishedGiven: boolean;
  readonly body?: BodyScore;
  readonly bodyWithoutArticle: boolean;
  readonly counts: Counts;
}

export interface BodyScore {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  /** The article is less than 80 % of the page. */
  readonly noisy: boolean;
}

const COUNT_NAMES = [
  'tpMain',
  'nMain',
  'predN',
  'predOk',
  'falseD',
  'falseDPages',
  'nD',
  'type',
  'status',
  'statusN',
  'dEx',
  'dNear',
  'dN',
  'dInv',
  'dNull',
  'plOk',
  'plN',
  'plInv',
  'plNull',
  'nTP',
  'nFP',
  'nFN',
  'nFNall',
  'tTP',
  'tFP',
  'tFN',
  'tFNall',
  'oN',
  'oStrict',
  'oAny',
  'oPred',
  'oSpur',
  'oNone',
  'secN',
  'secOk',
] as const;

export type Counts = Record<(typeof COUNT_NAMES)[number], number>;

export function noCounts(): Counts {
  return Object.fromEntries(COUNT_NAMES.map((name) => [name, 0])) as Counts;
}

export function addCounts(total: Counts, more: Counts): void {
  for (const name of COUNT_NAMES) total[name] += more[name];
}

/** The annotated body: its span of the page without the noise inside. */
export function goldBody(page: GoldPage, text: string): string {
  const span = page.article.body_span;
  if (!span) return '';
  let body = text.slice(span[0], span[1]);
  for (const noise of page.article.body_exclude ?? []) body = body.replace(noise, ' ');
  return body;
}

export function scorePage(gold: GoldPage, prediction: Prediction | undefined, text: string): PageScore {
  const { title, published, published_month: month } = gold.article;
  return {
    gold,
    predicted: prediction !== undefined,
    languageOk: (prediction?.lang ?? '').toLowerCase().slice(0, 2) === gold.lang,
    titleExact: normalise(prediction?.title) === normalise(title),
    titleNear: titleOverlap(prediction?.title, title) >= 0.8,
    publishedExact: isoDay(prediction?.published) === published,
    publishedMonthOk: !prediction?.published || String(prediction.published).startsWith(month ?? ''),
    publishedGiven: Boolean(prediction?.published),
    ...(gold.article.body_span ? { body: scoreBody(gold, prediction, text) } : {}),
    bodyWithoutArticle: !gold.article.body_span && words(prediction?.body).length > 20,
    counts: countEvents(gold, prediction),
  };
}

function scoreBody(gold: GoldPage, prediction: Prediction | undefined, text: string): BodyScore {
  const known = shingles(goldBody(gold, text));
  const given = shingles(prediction?.body ?? '');
  const shared = [...given].filter((run) => known.has(run)).length;
  const figures =
    given.size > 0 || known.size > 0
      ? precisionRecall(shared, given.size - shared, known.size - shared)
      : { p: 1, r: 1, f1: 1 };
  return {
    p: given.size === 0 ? 0 : (figures.p ?? 0),
    r: figures.r ?? 0,
    f1: figures.f1 ?? 0,
    tp: shared,
    fp: given.size - shared,
    fn: known.size - shared,
    noisy: known.size / Math.max(1, shingles(text).size) < 0.8,
  };
}

export interface Figures {
  readonly p: number | null;
  readonly r: number | null;
  readonly f1: number | null;
}

/** All null where there is nothing to find and nothing was found. */
export function precisionRecall(tp: number, fp: number, fn: number): Figures {
  if (tp === 0 && fp === 0 && fn === 0) return { p: null, r: null, f1: null };
  const p = tp + fp > 0 ? tp / (tp + fp) : fn > 0 ? 0 : 1;
  const r = tp + fn > 0 ? tp / (tp + fn) : 1;
  return { p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
}

/** Best pairs first; each event on either side is used once. Returns gold index → predicted index. */
export function pairEvents(predicted: readonly PredictedEvent[], gold: readonly GoldEvent[]): Map<number, number> {
  const candidates: [fit: number, predicted: number, gold: number][] = [];
  predicted.forEach((event, i) => {
    gold.forEach((known, j) => {
      const fit = eventFit(event, known);
      if (fit > 0) candidates.push([fit + (known.main ? 0.1 : 0), i, j]);
    });
  });
  candidates.sort((a, b) => b[0] - a[0]);
  const used = new Set<number>();
  const pairs = new Map<number, number>();
  for (const [, i, j] of candidates) {
    if (used.has(i) || pairs.has(j)) continue;
    used.add(i);
    pairs.set(j, i);
  }
  return pairs;
}

function countEvents(gold: GoldPage, prediction: Prediction | undefined): Counts {
  const counts = noCounts();
  const events = Array.isArray(prediction?.events) ? (prediction.events as readonly PredictedEvent[]) : [];
  const pairs = pairEvents(events, gold.events);
  const paired = new Set(pairs.values());
  if (gold.kind === 'distractor') {
    counts.nD = 1;
    events.forEach((event, i) => {
      // On a page without a meeting only a recalled, planned or cancelled one may be told.
      if (!(paired.has(i) && event.status && event.status !== 'held')) counts.falseD++;
    });
    counts.falseDPages = counts.falseD > 0 ? 1 : 0;
    return counts;
  }
  counts.predN = events.length;
  counts.predOk = paired.size;
  gold.events.forEach((event, j) => {
    if (event.main) return;
    counts.secN++;
    if (pairs.has(j)) counts.secOk++;
  });
  counts.nMain = 1;
  const at = gold.events.findIndex((event) => event.main);
  const main = gold.events[at];
  if (main === undefined) return counts;
  const found = events[pairs.get(at) ?? -1];
  if (found === undefined) countMissed(counts, main);
  else countFound(counts, main, found);
  return counts;
}

function countMissed(counts: Counts, main: GoldEvent): void {
  counts.nFNall = main.participants.filter((person) => !person.minor).length;
  counts.tFNall = main.topics.length;
  counts.dN = main.date ? 1 : 0;
  counts.plN = main.place ? 1 : 0;
  counts.oN = main.outcomes.length;
}

function countFound(counts: Counts, main: GoldEvent, found: PredictedEvent): void {
  counts.tpMain = 1;
  if (found.type === main.type) counts.type = 1;
  if (found.status) {
    counts.statusN = 1;
    if (found.status === main.status) counts.status = 1;
  }
  const day = isoDay(found.date);
  if (main.date) {
    counts.dN = 1;
    if (day === main.date) counts.dEx = 1;
    if (day !== null && daysApart(day, main.date) <= 1) counts.dNear = 1;
  } else {
    counts.dNull = 1;
    if (day !== null) counts.dInv = 1;
  }
  if (main.place) {
    counts.plN = 1;
    if (samePlace(found.place, main)) counts.plOk = 1;
  } else {
    counts.plNull = 1;
    if (found.place) counts.plInv = 1;
  }
  countNames(counts, main, found);
  const given = new Set(found.topics ?? []);
  const known = new Set(main.topics);
  const shared = [...given].filter((topic) => known.has(topic)).length;
  counts.tTP = shared;
  counts.tFP = given.size - shared;
  counts.tFN = known.size - shared;
  countOutcomes(counts, main, found);
}

function countNames(counts: Counts, main: GoldEvent, found: PredictedEvent): void {
  const names = (found.participants ?? []).flatMap((person) => (person.name ? [person.name] : []));
  const candidates: [score: number, predicted: number, gold: number][] = [];
  names.forEach((name, a) => {
    main.participants.forEach((person, b) => {
      const score = nameScore(name, person);
      if (score > 0) candidates.push([score, a, b]);
    });
  });
  candidates.sort((x, y) => y[0] - x[0]);
  const usedNames = new Set<number>();
  const usedGold = new Set<number>();
  for (const [, a, b] of candidates) {
    if (usedNames.has(a) || usedGold.has(b)) continue;
    usedNames.add(a);
    usedGold.add(b);
  }
  const right = [...usedGold].filter((b) => !main.participants[b]?.minor).length;
  counts.nTP = right;
  counts.nFP = names.length - usedNames.size;
  counts.nFN = main.participants.filter((person) => !person.minor).length - right;
}

function countOutcomes(counts: Counts, main: GoldEvent, found: PredictedEvent): void {
  const kinds = (found.outcomes ?? []).map((outcome) => (typeof outcome === 'string' ? outcome : outcome.kind));
  const left = [...kinds];
  counts.oN = main.outcomes.length;
  counts.oPred = kinds.length;
  for (const outcome of main.outcomes) {
    const at = left.indexOf(outcome.kind);
    if (at < 0) continue;
    left.splice(at, 1);
    counts.oStrict++;
  }
  counts.oAny = Math.min(kinds.length, main.outcomes.length);
  if (main.outcomes.length === 0) {
    counts.oNone = 1;
    if (kinds.length > 0) counts.oSpur = 1;
  }
}
