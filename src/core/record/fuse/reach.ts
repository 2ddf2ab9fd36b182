import { type FusionAction, type FusionDecision, meetingsOf } from './decisions.ts';
import {
  anchorKey,
  countriesOf,
  everyDay,
  isOfArticle,
  memberKey,
  neighboursInTime,
  neighboursOf,
  openDay,
} from './fusion-keys.ts';
import type { FusionSource } from './fusion-source.ts';
import { articleOf, type IndexedArticle, type IndexedReport, placedReports } from './index-article.ts';

/**
 * The reports and meetings that a change can touch: no rule of fusion looks from a report inside at one outside. Two
 * reports belong together when they can lie on neighbouring days of one country pair, are printings of one dispatch,
 * were one meeting before, or when one decision speaks of both.
 */
export interface Reach {
  /** Keys of reports that were or are there. */
  readonly reports: ReadonlySet<string>;
  readonly meetings: ReadonlySet<string>;
  /** Takes reports and meetings in, with all that belongs to them. */
  add(reports: Iterable<string>, meetings?: Iterable<string>): Promise<void>;
}

/** Entries of the index as the last fusion left them and as they are now. */
export interface IndexView {
  load(articleIds: Iterable<string>): Promise<void>;
  before(articleId: string): IndexedArticle | undefined;
  now(articleId: string): IndexedArticle | undefined;
}

interface Tie {
  readonly meetings: readonly string[];
  readonly reports: readonly string[];
}

export function openReach(source: FusionSource, index: IndexView, decisions: readonly FusionDecision[]): Reach {
  const reports = new Set<string>();
  const meetings = new Set<string>();
  const spans = new Map<string, { readonly from: number; readonly to: number; readonly members: Set<string> }>();
  const asked = new Set<string>();
  let newReports: string[] = [];
  let newMeetings: string[] = [];
  const open = new Set(decisions.flatMap(({ action }) => tieOf(action) ?? []));
  const takeReport = (key: string) => {
    if (reports.has(key)) return;
    reports.add(key);
    newReports.push(key);
  };
  const takeMeeting = (id: string) => {
    if (meetings.has(id)) return;
    meetings.add(id);
    newMeetings.push(id);
  };
  const takeTied = (isTouched: (tie: Tie) => boolean) => {
    for (const tie of open) {
      if (!isTouched(tie)) continue;
      open.delete(tie);
      tie.meetings.forEach(takeMeeting);
      tie.reports.forEach(takeReport);
    }
  };
  const add: Reach['add'] = async (someReports, someMeetings = []) => {
    for (const key of someReports) takeReport(key);
    for (const id of someMeetings) takeMeeting(id);
    while (newReports.length > 0 || newMeetings.length > 0) {
      const [ofReports, ofMeetings] = [newReports, newMeetings];
      [newReports, newMeetings] = [[], []];
      await index.load(ofReports.map(articleOf));
      const versions = ofReports.flatMap((key) => versionsOf(index, key));
      // An id that a merge put away is known by the report that founded it.
      const anchors = new Set([...versions.map(({ anchor }) => anchor), ...ofMeetings]);
      takeTied(
        (tie) => tie.meetings.some((id) => anchors.has(id)) || tie.reports.some((key) => ofReports.includes(key)),
      );
      const queries = [
        ...versions.flatMap(neighboursOf),
        ...ofMeetings.flatMap((id) => [everyDay(memberKey(id)), everyDay(anchorKey(id))]),
        // The days of a meeting are its own: they are known when all of its reports are.
        ...[...spans].flatMap(([id, { from, to, members }]) => {
          if (from === -openDay || ![...members].every((key) => reports.has(key))) return [];
          spans.delete(id);
          const all = [...members].flatMap((key) => versionsOf(index, key));
          return neighboursInTime('d', countriesOf(all), from, to);
        }),
      ].filter((query) => {
        const name = `${query.key} ${query.beginsFrom} ${query.beginsUntil} ${query.endsFrom}`;
        return !asked.has(name) && asked.add(name);
      });
      for (const found of await source.keys(queries)) {
        takeReport(found.report);
        if (isOfArticle(found)) continue;
        takeMeeting(found.owner);
        if (found.key !== memberKey(found.owner)) continue;
        const span = spans.get(found.owner) ?? { from: found.first, to: found.last, members: new Set<string>() };
        span.members.add(found.report);
        spans.set(found.owner, span);
      }
    }
  };
  return { reports, meetings, add };
}

function versionsOf(index: IndexView, key: string): IndexedReport[] {
  const id = articleOf(key);
  const [before, now] = [index.before(id), index.now(id)];
  return (before === now ? [now] : [before, now]).flatMap((article) =>
    article === undefined ? [] : placedReports(article).filter((report) => report.key === key),
  );
}

function tieOf(action: FusionAction): Tie | undefined {
  const meetings = meetingsOf(action);
  if (meetings.length === 0) return undefined;
  const named = action.kind === 'split' || action.kind === 'reject' ? action.reports : [];
  return { meetings, reports: named.map(({ articleId, report }) => `${articleId}#${report}`) };
}
