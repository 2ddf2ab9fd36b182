import type { CountryCode } from '../../model/record.ts';
import { type UnsaidOffice, unsaidOffice } from '../people/holders.ts';
import { type Sighting, sightingsOf, spellingKey } from '../people/sightings.ts';
import { pairsOf } from './cluster.ts';
import type { FusionAction, FusionDecision } from './decisions.ts';
import { type OpenName, openParticipants, type Placements } from './placements.ts';
import { type RecordForFusion, type Report, reportsOf } from './reports.ts';
import { createUnionFind, type UnionFind } from './union.ts';

/** Changes when what an entry of the index says changes: an index of another version is made anew. */
export const fusionIndexVersion = '2';

/** What fusion must know of one report to tell which others it can touch. Plain JSON, small. */
export interface IndexedReport {
  readonly key: string;
  readonly anchor: string;
  readonly countries: readonly CountryCode[];
  /** Days on which it can lie; absent ends are open. */
  readonly from?: number;
  readonly to?: number;
  readonly dated: boolean;
  readonly background: boolean;
  readonly dispatchId?: string;
  readonly sightings: readonly Sighting[];
  /** Day by which the register is asked: its own, else that of publication. */
  readonly day?: number;
  readonly published?: number;
  /** Set when the article names one side only. */
  readonly half?: true;
  /** Names whose country the article does not say. */
  readonly open?: readonly OpenName[];
  /** Participants whose name or post it does not say. */
  readonly unsaid?: readonly UnsaidOffice[];
}

export interface IndexedArticle {
  readonly articleId: string;
  readonly reports: readonly IndexedReport[];
}

/** A fused meeting, as far as it ties reports together. */
export interface MeetingLinks {
  readonly id: string;
  readonly slug: string;
  /** Keys `article#report`. */
  readonly reports: readonly string[];
  /** Days of the meeting itself: an editor may have moved it away from its reports. */
  readonly from?: number;
  readonly to?: number;
}

export function indexArticle(record: RecordForFusion): IndexedArticle {
  return { articleId: record.record.articleId, reports: reportsOf(record).map(indexReport) };
}

function indexReport(report: Report): IndexedReport {
  const { key, anchor, countries, window, days, background, source, meeting } = report;
  const published = background ? undefined : report.published;
  const day = days?.from ?? published;
  const open = openParticipants(meeting).map(({ roleCode, name, country }): OpenName => {
    return { roleCode, name: name?.full ?? '', ...(country === undefined ? {} : { guess: country }) };
  });
  const unsaid = meeting.sides.flatMap((side) =>
    side.participants.flatMap((participant) => unsaidOffice(participant, side.country) ?? []),
  );
  return {
    key,
    anchor,
    countries,
    ...(Number.isFinite(window.from) ? { from: window.from } : {}),
    ...(Number.isFinite(window.to) ? { to: window.to } : {}),
    dated: days !== undefined,
    background,
    ...(source.dispatchId === undefined ? {} : { dispatchId: source.dispatchId }),
    sightings: sightingsOf(report),
    ...(day === undefined ? {} : { day }),
    ...(published === undefined ? {} : { published }),
    ...(meeting.unplaced === undefined ? {} : { half: true as const }),
    ...(open.length === 0 ? {} : { open }),
    ...(unsaid.length === 0 ? {} : { unsaid }),
  };
}

/**
 * Groups all reports into blocks: no rule of fusion looks from a report of one block at one of another. Two reports
 * belong together when they can lie on neighbouring days of one country pair, are printings of one dispatch, were one
 * meeting before, or when one decision speaks of both.
 * @returns for each report key the number of its block
 */
export function findBlocks(
  reports: readonly IndexedReport[],
  meetings: readonly MeetingLinks[],
  decisions: readonly FusionDecision[],
): Map<string, number> {
  const sets = createUnionFind(reports.length);
  const byKey = new Map(reports.map(({ key }, position) => [key, position]));
  joinByDays(reports, meetings, byKey, sets);
  joinAll(
    reports.map(({ dispatchId }) => dispatchId),
    sets,
  );
  const ofMeeting = new Map<string, number[]>();
  for (const { id, reports: keys } of meetings)
    ofMeeting.set(
      id,
      keys.flatMap((key) => byKey.get(key) ?? []),
    );
  reports.forEach(({ anchor }, position) => {
    ofMeeting.set(anchor, [...(ofMeeting.get(anchor) ?? []), position]);
  });
  for (const members of ofMeeting.values()) joinMembers(members, sets);
  for (const { action } of decisions) {
    joinMembers(
      meetingsOf(action).flatMap((id) => ofMeeting.get(id) ?? []),
      sets,
    );
    if (action.kind === 'split' || action.kind === 'reject') {
      const named = action.reports.flatMap(({ articleId, report }) => byKey.get(`${articleId}#${report}`) ?? []);
      joinMembers([...named, ...(ofMeeting.get(action.meetingId) ?? [])], sets);
    }
  }
  return new Map([...byKey].map(([key, position]) => [key, sets.find(position)]));
}

/** The reports that fusion sees: half-told ones only where the register knows the other side, and then with it. */
export function placeIndexed(reports: readonly IndexedReport[], placements: Placements): IndexedReport[] {
  return reports.flatMap((report) => {
    const placed = placements.get(report.key);
    if (placed === undefined) return report.half === true ? [] : [report];
    const moved = new Set(
      placed.flatMap(({ position }) => {
        const { guess, roleCode, name } = report.open?.[position] ?? {};
        return guess === undefined ? [] : [spellingKey(guess, roleCode ?? '', name ?? '')];
      }),
    );
    return [
      {
        ...report,
        // A guess that proved wrong stays among them: a block may be too large, never too small.
        countries: [...new Set([...report.countries, ...placed.map(({ country }) => country)])].sort(),
        sightings: report.sightings.filter(
          ({ country, roleCode, name, guessed }) =>
            guessed !== true || !moved.has(spellingKey(country, roleCode, name.full)),
        ),
      },
    ];
  });
}

/** Meetings that a decision speaks of. */
export function meetingsOf(action: FusionAction): string[] {
  if (!('meetingId' in action)) return [];
  if (action.kind === 'merge') return [action.meetingId, action.intoId];
  return action.kind === 'not-same' ? [action.meetingId, action.otherId] : [action.meetingId];
}

interface Interval {
  readonly position: number;
  readonly from: number;
  readonly to: number;
  /** A recalled meeting without a day: it is never compared with a dated one. */
  readonly recalled: boolean;
  readonly dated: boolean;
}

/** Meetings of neighbouring days can be one, and talks a day off a visit are part of it. */
const margin = 1;

function joinByDays(
  reports: readonly IndexedReport[],
  meetings: readonly MeetingLinks[],
  byKey: ReadonlyMap<string, number>,
  sets: UnionFind,
): void {
  const lines = new Map<string, Interval[]>();
  const add = (line: string, interval: Interval) => {
    const list = lines.get(line);
    if (list === undefined) lines.set(line, [interval]);
    else list.push(interval);
  };
  const addAll = (position: number, report: IndexedReport, from: number, to: number, dated: boolean) => {
    const recalled = report.background && !dated && from === -Infinity;
    const interval = { position, from, to, recalled, dated };
    for (const pair of pairsOf(report.countries)) add(pair, interval);
    // A dated report of one side is looked up by its country alone.
    if (dated) for (const country of report.countries) add(country, interval);
  };
  reports.forEach((report, position) => {
    addAll(position, report, report.from ?? -Infinity, report.to ?? Infinity, report.dated);
  });
  for (const { reports: keys, from, to } of meetings) {
    if (from === undefined || to === undefined) continue;
    // An editor may have joined reports of different countries: the meeting has the pairs of all.
    const members = keys.flatMap((key) => byKey.get(key) ?? []);
    const countries = [...new Set(members.flatMap((position) => reports[position]?.countries ?? []))].sort();
    for (const position of members) {
      const report = reports[position];
      if (report !== undefined) addAll(position, { ...report, countries }, from, to, true);
    }
  }
  for (const [line, intervals] of lines) {
    const alone = !line.includes('-');
    if (alone && !intervals.some(({ position }) => reports[position]?.countries.length === 1)) continue;
    sweep(
      intervals.filter(({ recalled }) => !recalled),
      sets,
    );
    sweep(
      intervals.filter(({ dated }) => !dated),
      sets,
    );
  }
}

/** Joins what overlaps, a day of margin on both sides: one pass over the intervals by their beginning. */
function sweep(intervals: readonly Interval[], sets: UnionFind): void {
  let reach = -Infinity;
  let last: number | undefined;
  for (const { position, from, to } of [...intervals].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  )) {
    if (last !== undefined && from - margin <= reach) sets.union(last, position);
    else reach = -Infinity;
    last = position;
    reach = Math.max(reach, to);
  }
}

function joinAll(labels: readonly (string | undefined)[], sets: UnionFind): void {
  const first = new Map<string, number>();
  labels.forEach((label, position) => {
    if (label === undefined) return;
    const known = first.get(label);
    if (known === undefined) first.set(label, position);
    else sets.union(known, position);
  });
}

function joinMembers(members: readonly number[], sets: UnionFind): void {
  const [first, ...others] = members;
  if (first !== undefined) for (const other of others) sets.union(first, other);
}
