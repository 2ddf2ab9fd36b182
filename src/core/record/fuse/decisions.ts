import type { StoryAction } from '../../group/story-action.ts';
import type { CountryCode, Meeting, MeetingReportRef, RegisterInference } from '../../model/record.ts';
import { absorb, type Cluster, clusterOf, type Separations } from './cluster.ts';
import type { Report } from './reports.ts';

/** What an editor did, as the archive keeps it. */
export interface FusionDecision {
  readonly id: string;
  readonly action: FusionAction;
  /** ISO instant: decisions are replayed in this order. */
  readonly at: string;
  readonly undoneBy?: string;
}

/** Stories are no matter of fusion, but an undo may mean any decision: all are read together. */
export type FusionAction =
  | MeetingAction
  | PersonAction
  | StoryAction
  | { readonly kind: 'undo'; readonly decisionId: string };

export type MeetingAction =
  | {
      readonly kind: 'correct';
      readonly meetingId: string;
      readonly field: string;
      readonly value: unknown;
      /** The value that stood there when the editor decided. */
      readonly was?: unknown;
    }
  /** Gives a field back to the machine. */
  | { readonly kind: 'restore'; readonly meetingId: string; readonly field: string }
  | { readonly kind: 'merge'; readonly meetingId: string; readonly intoId: string }
  | { readonly kind: 'split'; readonly meetingId: string; readonly reports: readonly MeetingReportRef[] }
  | { readonly kind: 'not-same'; readonly meetingId: string; readonly otherId: string }
  /** What the register concluded is wrong for this meeting. */
  | {
      readonly kind: 'reject';
      readonly meetingId: string;
      readonly field: RegisterInference['field'];
      readonly country: CountryCode;
      /** Role code of a holder, else the name that the conclusion is about. */
      readonly who: string;
      readonly reports: readonly MeetingReportRef[];
    }
  | { readonly kind: 'dispute'; readonly meetingId: string; readonly field: string; readonly note: string }
  | { readonly kind: 'reply'; readonly meetingId: string; readonly by: string; readonly text: string };

/** `spellings` are keys `COUNTRY|role|folded name`: they find the person again when ids have changed. */
export type PersonAction = { readonly personId: string; readonly spellings: readonly string[] } & (
  | { readonly kind: 'person-merge'; readonly intoId: string; readonly intoSpellings: readonly string[] }
  /** The spellings leave for a person of their own. */
  | { readonly kind: 'person-split' }
  | { readonly kind: 'person-alias'; readonly name: string }
  | { readonly kind: 'person-withdraw' }
  | { readonly kind: 'person-restore' }
  | { readonly kind: 'person-dispute'; readonly field: string; readonly note: string }
  | { readonly kind: 'person-reply'; readonly by: string; readonly text: string }
);

/** Meetings that a decision speaks of. */
export function meetingsOf(action: FusionAction): string[] {
  if (!('meetingId' in action)) return [];
  if (action.kind === 'merge') return [action.meetingId, action.intoId];
  return action.kind === 'not-same' ? [action.meetingId, action.otherId] : [action.meetingId];
}

/** Decisions that hold, oldest first: what was undone, and not redone by undoing the undo, is left out. */
export function activeDecisions(decisions: readonly FusionDecision[]): FusionDecision[] {
  const ordered = [...decisions].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
  const known = new Set(ordered.map((decision) => decision.id));
  const undone = new Set<string>();
  for (const decision of [...ordered].reverse()) {
    if (decision.action.kind === 'undo' && !undone.has(decision.id)) undone.add(decision.action.decisionId);
  }
  return ordered.filter(
    ({ id, action, undoneBy }) =>
      action.kind !== 'undo' && !undone.has(id) && (undoneBy === undefined || known.has(undoneBy)),
  );
}

/** What was decided and no longer holds, oldest first: the first decision knew the people as the machine had found them. */
export function undoneActions(all: readonly FusionDecision[], active: readonly FusionDecision[]): FusionAction[] {
  const holds = new Set(active.map(({ id }) => id));
  return [...all]
    .sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id))
    .flatMap(({ id, action }) => (action.kind === 'undo' || holds.has(id) ? [] : [action]));
}

/** Marks the reports that an editor said belong to two meetings, so that no fusion puts them together. */
export function separationsOf(
  decisions: readonly FusionDecision[],
  reports: readonly Report[],
  previous: readonly Meeting[],
): Separations {
  const separations = new Map<string, string[]>();
  const reportsByMeeting = new Map(
    previous.map((meeting) => [meeting.id, meeting.reports.map(({ articleId, report }) => `${articleId}#${report}`)]),
  );
  const keyByAnchor = new Map(reports.map((report) => [report.anchor, report.key]));
  const mark = (meetingId: string, tag: string) => {
    const founder = keyByAnchor.get(meetingId);
    const keys = new Set([...(reportsByMeeting.get(meetingId) ?? []), ...(founder === undefined ? [] : [founder])]);
    for (const key of keys) separations.set(key, [...(separations.get(key) ?? []), tag]);
  };
  for (const { id, action } of decisions) {
    if (action.kind !== 'not-same') continue;
    mark(action.meetingId, `${id}+`);
    mark(action.otherId, `${id}-`);
  }
  // A report that both meetings claim cannot be told apart: it is left to the machine.
  for (const [key, tags] of separations) {
    const clear = tags.filter((tag) => !tags.includes(tag.slice(0, -1) + (tag.endsWith('+') ? '-' : '+')));
    separations.set(key, clear);
  }
  return separations;
}

/** Finds the meeting of an id, also of one that an earlier fusion or decision gave away. */
export type Resolve = (meetingId: string) => Cluster | undefined;

export interface Arranged {
  readonly clusters: Cluster[];
  /** Ids that decisions fix. */
  readonly ids: Map<Cluster, string>;
  readonly resolve: Resolve;
}

/** Replays merges and splits over what the machine put together. `problems` receives what no longer applies. */
export function arrange(
  clusters: readonly Cluster[],
  machineIds: ReadonlyMap<Cluster, string>,
  decisions: readonly FusionDecision[],
  problems: Map<string, string>,
): Arranged {
  const present = new Set(clusters);
  const ids = new Map<Cluster, string>();
  const byId = new Map([...machineIds].map(([cluster, id]) => [id, cluster]));
  const resolve: Resolve = (meetingId) => {
    const known = byId.get(meetingId);
    if (known !== undefined && present.has(known)) return known;
    return [...present].find((cluster) => cluster.reports.some((report) => report.anchor === meetingId));
  };
  for (const { id, action } of decisions) {
    if (action.kind === 'merge') {
      const from = resolve(action.meetingId);
      const into = resolve(action.intoId);
      if (from === undefined || into === undefined) {
        problems.set(id, missing(from === undefined ? action.meetingId : action.intoId));
        continue;
      }
      if (from !== into) {
        absorb(into, from);
        present.delete(from);
        ids.delete(from);
      }
      byId.set(action.meetingId, into).set(action.intoId, into);
      ids.set(into, action.intoId);
    } else if (action.kind === 'split') {
      const problem = split(action, resolve, present, ids, byId);
      if (problem !== undefined) problems.set(id, problem);
    } else if (action.kind === 'not-same') {
      const one = resolve(action.meetingId);
      const other = resolve(action.otherId);
      if (one === undefined || other === undefined) {
        problems.set(id, missing(one === undefined ? action.meetingId : action.otherId));
      } else if (one === other) {
        problems.set(id, 'The two meetings cannot be told apart any more: they have the same reports.');
      }
    }
  }
  return { clusters: [...present], ids, resolve };
}

function split(
  action: Extract<FusionAction, { kind: 'split' }>,
  resolve: Resolve,
  present: Set<Cluster>,
  ids: Map<Cluster, string>,
  byId: Map<string, Cluster>,
): string | undefined {
  const cluster = resolve(action.meetingId);
  if (cluster === undefined) return missing(action.meetingId);
  const wanted = new Set(action.reports.map(({ articleId, report }) => `${articleId}#${report}`));
  const leaving = cluster.reports.filter((report) => wanted.has(report.key));
  const staying = cluster.reports.filter((report) => !wanted.has(report.key));
  if (leaving.length === 0) {
    const elsewhere = [...present].some((other) => other.reports.some((report) => wanted.has(report.key)));
    // Apart already: what the editor wanted is so.
    return elsewhere ? undefined : 'None of the reports to split off is in the archive any more.';
  }
  const rest = clusterOf(staying);
  const part = clusterOf(leaving);
  if (rest === undefined || part === undefined) return 'All reports of the meeting were to be split off.';
  present.delete(cluster);
  ids.delete(cluster);
  present.add(rest).add(part);
  ids.set(rest, action.meetingId);
  byId.set(action.meetingId, rest);
  return undefined;
}

function missing(meetingId: string): string {
  return `There is no meeting ${meetingId} any more.`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
