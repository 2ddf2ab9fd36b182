import type { CountryCode, Meeting } from '../../model/record.ts';
import { spellingKey } from '../people/sightings.ts';
import { keyOfSighting } from '../people/spelling-counts.ts';
import { pairsOf } from './cluster.ts';
import { articleOf, type IndexedArticle, type IndexedReport, placedReports } from './index-article.ts';
import { isLearnt, type Placement } from './placements.ts';
import { spanOfEdtf } from './reports.ts';

/** Under what a report or a meeting is found when another arrives that it can touch. */
export interface FusionKey {
  readonly key: string;
  /** Days, both inclusive; 0 where the key has none. */
  readonly first: number;
  readonly last: number;
  /** Article or meeting: with it the key goes. */
  readonly owner: string;
  readonly report: string;
}

/** Keys of one word, those that begin within some days and those that end no earlier than a day. */
export interface KeyQuery {
  readonly key: string;
  readonly beginsFrom: number;
  readonly beginsUntil: number;
  readonly endsFrom: number;
}

/** Stands for an open end. */
export const openDay = 10_000_000;

/** Meetings of neighbouring days can be one, and talks a day off a visit are part of it. */
const margin = 1;

/** Longest span of each kind, in days: who looks for short ones need not pass over all that ever began. */
const lengths = [
  ['', 40],
  ['+', 400],
  ['~', Infinity],
] as const;

export function everyDay(key: string): KeyQuery {
  return { key, beginsFrom: -openDay, beginsUntil: openDay, endsFrom: -openDay };
}

/** @param line key of spans, without the mark of their length */
export function overlapping(line: string, from: number, to: number): KeyQuery[] {
  return lengths.map(([mark, most]) => ({
    key: line + mark,
    beginsFrom: Math.max(-openDay, from - margin - most),
    beginsUntil: Math.min(openDay, to + margin),
    endsFrom: Math.max(-openDay, from - margin),
  }));
}

export function keysOfArticle(article: IndexedArticle): FusionKey[] {
  const owner = article.articleId;
  const keys: FusionKey[] = [];
  const add = (report: string, key: string, first = 0, last = first) => {
    keys.push({ key, first, last, owner, report });
  };
  for (const { key, sightings, open = [], day } of article.reports) {
    for (const sighting of sightings) if (isLearnt(sighting)) add(key, knownKey(keyOfSighting(sighting)), sighting.day);
    if (day !== undefined) for (const { roleCode, name } of open) add(key, knownKey(questionKey(roleCode, name)), day);
  }
  for (const report of placedReports(article)) {
    const { key, anchor, dispatchId, countries } = report;
    add(key, anchorKey(anchor));
    if (dispatchId !== undefined) add(key, dispatchKey(dispatchId));
    for (const spelling of spellingsIn(report)) add(key, seenKey(spelling));
    const [from, to] = daysOf(report);
    const kind = kindOf(report);
    for (const pair of pairsOf(countries)) add(key, spanKey(`${kind} ${pair}`, from, to), from, to);
    if (kind !== 'd') continue;
    for (const country of countries) add(key, spanKey(`d ${country}`, from, to), from, to);
    if (countries.length === 1) add(key, spanKey(`1 ${countries[0]}`, from, to), from, to);
  }
  return unique(keys);
}

/** @param reports those of the meeting, as the register places them */
export function keysOfMeeting(meeting: Pick<Meeting, 'id' | 'when'>, reports: readonly IndexedReport[]): FusionKey[] {
  const keys: FusionKey[] = [];
  const add = (report: string, key: string, first = 0, last = first) => {
    keys.push({ key, first, last, owner: meeting.id, report });
  };
  const span = spanOfEdtf(meeting.when.edtf ?? '');
  for (const { key } of reports) {
    add(key, memberKey(meeting.id), span?.from ?? -openDay, span?.to ?? openDay);
    add(key, reportKey(key));
  }
  const [first] = reports;
  if (first === undefined) return [];
  const days = new Set([
    ...(span === undefined ? [] : [span.from]),
    ...reports.flatMap(({ published }) => published ?? []),
  ]);
  for (const { country, roleCode, name } of reports.flatMap(({ unsaid = [] }) => unsaid)) {
    for (const day of days) add(first.key, name === undefined ? holderKey(country, roleCode) : postKey(country), day);
  }
  if (span !== undefined) {
    // An editor may have joined reports of different countries: the meeting has the pairs of all.
    const countries = countriesOf(reports);
    const lines = [
      ...pairsOf(countries).map((pair) => `m ${pair}`),
      ...countries.map((country) => `m ${country}`),
      ...(countries.length === 1 ? [`1 ${countries[0]}`] : []),
    ];
    for (const line of lines) add(first.key, spanKey(line, span.from, span.to), span.from, span.to);
  }
  return unique(keys);
}

export function countriesOf(reports: readonly IndexedReport[]): CountryCode[] {
  return [...new Set(reports.flatMap(({ countries }) => countries))].sort();
}

/** Where reports stand that can lie on the days of one of its pairs, are printings of its text or bear its anchor. */
export function neighboursOf(report: IndexedReport): KeyQuery[] {
  const { anchor, dispatchId, countries, key } = report;
  const kind = kindOf(report);
  const [from, to] = daysOf(report);
  return [
    everyDay(anchorKey(anchor)),
    everyDay(memberKey(anchor)),
    everyDay(reportKey(key)),
    ...(dispatchId === undefined ? [] : [everyDay(dispatchKey(dispatchId))]),
    ...neighboursInTime(kind, countries, from, to),
  ];
}

/** A recalled meeting without a day is never compared with a dated one, nor with another such. */
const facing = { d: ['d', 'u', 'm'], u: ['d', 'u', 'r', 'm'], r: ['u'] } as const;

export function neighboursInTime(
  kind: keyof typeof facing,
  countries: readonly CountryCode[],
  from: number,
  to: number,
): KeyQuery[] {
  const pairs = pairsOf(countries).flatMap((pair) => facing[kind].map((other) => `${other} ${pair}`));
  // A dated report of one side is looked up by its country alone.
  const alone =
    kind !== 'd'
      ? []
      : countries.length === 1
        ? [`d ${countries[0]}`, `m ${countries[0]}`]
        : countries.map((country) => `1 ${country}`);
  return [...pairs, ...alone].flatMap((line) => overlapping(line, from, to));
}

/** By whom a report is read as naming: its own words, and how the register knows those whom it placed. */
export function spellingsIn({ sightings, placed = [] }: IndexedReport): string[] {
  return [
    ...new Set([
      ...sightings.map(keyOfSighting),
      ...placed.map(({ country, spelling }: Placement) => spellingKey(country, spelling.roleCode, spelling.name)),
    ]),
  ];
}

export function knownKey(spelling: string): string {
  return `k ${spelling}`;
}

export function questionKey(roleCode: string, name: string): string {
  return spellingKey('?', roleCode, name);
}

export function seenKey(spelling: string): string {
  return `s ${spelling}`;
}

export function memberKey(meetingId: string): string {
  return `i ${meetingId}`;
}

export function reportKey(report: string): string {
  return `r ${report}`;
}

export function anchorKey(anchor: string): string {
  return `a ${anchor}`;
}

/** Meetings that leave out who holds the office. */
export function holderKey(country: CountryCode, roleCode: string): string {
  return `h ${country}|${roleCode}`;
}

/** Meetings that leave out the post of a name. */
export function postKey(country: CountryCode): string {
  return `p ${country}`;
}

export function isOfArticle({ owner, report }: FusionKey): boolean {
  return owner === articleOf(report);
}

function dispatchKey(dispatchId: string): string {
  return `t ${dispatchId}`;
}

function kindOf({ background, dated, from }: IndexedReport): keyof typeof facing {
  if (dated) return 'd';
  return background && from === undefined ? 'r' : 'u';
}

function daysOf({ from = -openDay, to = openDay }: IndexedReport): [number, number] {
  return [from, to];
}

function spanKey(line: string, from: number, to: number): string {
  return line + (lengths.find(([, most]) => to - from <= most)?.[0] ?? '');
}

function unique(keys: readonly FusionKey[]): FusionKey[] {
  return [...new Map(keys.map((one) => [`${one.key} ${one.first} ${one.last} ${one.report}`, one])).values()];
}
