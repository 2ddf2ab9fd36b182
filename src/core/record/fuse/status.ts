import type { Evidence } from '../../model/evidence.ts';
import type { MeetingStatus } from '../../model/record.ts';
import { isoDay } from '../../text/calendars.ts';
import type { Report } from './reports.ts';
import { certaintyOf, decide, distinctEvidence, type Verdict, type Vote } from './votes.ts';

export interface FusedStatus {
  readonly value: MeetingStatus;
  readonly log: readonly { status: MeetingStatus; day?: string; evidence: Evidence[] }[];
  readonly verdict: Verdict<MeetingStatus> | undefined;
}

/** How far a thing has come; breaks ties where nothing is known of the days of publication. */
const progress: Readonly<Record<MeetingStatus, number>> = {
  planned: 0,
  postponed: 1,
  denied: 2,
  cancelled: 3,
  disputed: 4,
  held: 5,
};

/**
 * What became of a meeting. A status follows another in time, so "planned" before "held" is a history and not a
 * contradiction; "held" against a denial or a later cancellation is one.
 */
export function fuseStatus(reports: readonly Report[], sourceOf: ReadonlyMap<string, number>): FusedStatus {
  const news = reports.filter((report) => !report.background);
  const speakers = news.length > 0 ? news : reports;
  const votes = speakers.map((report): Vote<MeetingStatus> => {
    const claims = report.claims('status');
    const evidence = report.evidence(claims.flatMap((claim) => claim.mentions));
    const { start, end } = report.meeting.sentence;
    return {
      key: report.meeting.status,
      value: report.meeting.status,
      report,
      source: sourceOf.get(report.key) ?? 0,
      certainty: certaintyOf(report, claims, 'explicit'),
      claimIds: claims.map((claim) => claim.id),
      evidence:
        evidence.length > 0
          ? evidence
          : [{ articleId: report.articleId, textVersion: report.source.record.textVersion, start, end }],
    };
  });
  const log = logOf(votes);
  const value = finalStatus(votes);
  if (value === 'disputed') {
    const verdict = decide('status', votes);
    return { value, log, verdict: verdict === undefined ? undefined : { ...verdict, value } };
  }
  return {
    value,
    log,
    verdict: decide(
      'status',
      votes.filter((vote) => vote.value === value),
    ),
  };
}

function finalStatus(votes: readonly Vote<MeetingStatus>[]): MeetingStatus {
  const of = (status: MeetingStatus) => votes.filter((vote) => vote.value === status);
  const held = of('held');
  if (of('disputed').length > 0) return 'disputed';
  if (held.length > 0) {
    const sources = new Set(held.map((vote) => vote.source));
    const independent = (vote: Vote<MeetingStatus>) => !sources.has(vote.source);
    if (of('denied').some(independent)) return 'disputed';
    const lastHeld = Math.max(...held.map((vote) => vote.report.published ?? -Infinity));
    const after = (vote: Vote<MeetingStatus>) => (vote.report.published ?? -Infinity) > lastHeld;
    const taken = [...of('cancelled'), ...of('postponed')];
    return taken.some((vote) => independent(vote) && after(vote) && Number.isFinite(lastHeld)) ? 'disputed' : 'held';
  }
  const latest = [...votes].sort(
    (a, b) =>
      (b.report.published ?? -Infinity) - (a.report.published ?? -Infinity) || progress[b.value] - progress[a.value],
  );
  // Without a day of publication the later stage is the likelier one.
  const undated = votes.filter((vote) => vote.report.published === undefined);
  const furthest = [...undated, ...latest.slice(0, 1)].sort((a, b) => progress[b.value] - progress[a.value]);
  return furthest[0]?.value ?? 'held';
}

function logOf(votes: readonly Vote<MeetingStatus>[]): { status: MeetingStatus; day?: string; evidence: Evidence[] }[] {
  const byStatus = new Map<MeetingStatus, Vote<MeetingStatus>[]>();
  for (const vote of votes) {
    const list = byStatus.get(vote.value);
    if (list === undefined) byStatus.set(vote.value, [vote]);
    else list.push(vote);
  }
  return [...byStatus]
    .map(([status, list]) => {
      const days = list.flatMap((vote) => vote.report.published ?? []);
      return { status, first: days.length === 0 ? Infinity : Math.min(...days), list };
    })
    .sort((a, b) => (a.first === b.first ? progress[a.status] - progress[b.status] : a.first - b.first))
    .map(({ status, first, list }) => ({
      status,
      ...(Number.isFinite(first) ? { day: isoDay(first) } : {}),
      evidence: distinctEvidence(list.flatMap((vote) => vote.evidence)),
    }));
}
