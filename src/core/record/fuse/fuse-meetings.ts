import type { Meeting, Person } from '../../model/record.ts';
import { buildMeeting, type Draft } from './build-meeting.ts';
import type { Cluster } from './cluster.ts';
import { clusterReports } from './clusters.ts';
import { applyCorrection } from './corrections.ts';
import { activeDecisions, arrange, type FusionDecision, separationsOf } from './decisions.ts';
import { linkVisits } from './frames.ts';
import { assignIds, assignSlugs } from './identity.ts';
import { findPeople } from './people.ts';
import { type RecordForFusion, reportsOf } from './reports.ts';

export interface FusionOptions {
  /** The record before: its meetings keep their ids and addresses. */
  readonly previous?: readonly Meeting[];
  readonly previousPeople?: readonly Person[];
  /** All decisions of the archive, undone ones too. */
  readonly decisions?: readonly FusionDecision[];
}

export interface Fusion {
  /** By id. */
  readonly meetings: readonly Meeting[];
  /** By id. */
  readonly people: readonly Person[];
  /** Decisions that could not be applied, with the reason. */
  readonly decisionProblems: Map<string, string>;
}

/**
 * Turns what each article tells into the record: reports of one meeting become one meeting with certainty,
 * contradictions and history, and the names in them become people. The result depends on the set of records and not
 * on their order; editors' decisions are replayed over what the machine finds.
 *
 * @example
 * import { codeRecord, extractArticle, fuseMeetings } from 'rapporteur';
 *
 * const html = '<h1>Talks in Valletta</h1><p>The foreign ministers of Malta and Cyprus met in Valletta on Friday.</p>';
 * const article = extractArticle({ text: html, url: 'https://paper.example/2024/01/19/talks.html' });
 * const { meetings } = fuseMeetings([{ record: codeRecord(article), language: article.language.value }]);
 * console.log(meetings.length);
 */
export function fuseMeetings(records: readonly RecordForFusion[], options: FusionOptions = {}): Fusion {
  const previous = options.previous ?? [];
  const decisions = activeDecisions(options.decisions ?? []);
  const decisionProblems = new Map<string, string>();
  const reports = newestByArticle(records).flatMap(reportsOf);

  const found = clusterReports(reports, separationsOf(decisions, reports, previous));
  const pinned = new Set(
    decisions.flatMap(({ action }) => (action.kind === 'merge' ? [action.meetingId, action.intoId] : [])),
  );
  const machineIds = assignIds(found, previous, new Map(), pinned);
  const { clusters, ids: wanted, resolve } = arrange(found, machineIds, decisions, decisionProblems);
  const fixed = new Map(wanted);
  const given = new Set(wanted.values());
  // Clusters that no decision touched keep the id that decisions were resolved against.
  for (const cluster of clusters) {
    const id = machineIds.get(cluster);
    if (id !== undefined && !fixed.has(cluster) && !given.has(id)) fixed.set(cluster, id);
  }
  const ids = assignIds(clusters, previous, fixed);

  const { people, idOf } = findPeople(
    clusters.map((cluster) => cluster.reports),
    options.previousPeople ?? [],
  );
  const drafts = new Map<Cluster, Draft>(clusters.map((cluster) => [cluster, buildMeeting(cluster, { people, idOf })]));
  for (const { id, action } of decisions) {
    if (action.kind !== 'correct') continue;
    const cluster = resolve(action.meetingId);
    const draft = cluster === undefined ? undefined : drafts.get(cluster);
    if (cluster === undefined || draft === undefined) {
      decisionProblems.set(id, `There is no meeting ${action.meetingId} any more.`);
      continue;
    }
    const corrected = applyCorrection(draft, action.field, action.value);
    if ('problem' in corrected) decisionProblems.set(id, corrected.problem);
    else drafts.set(cluster, corrected.draft);
  }
  const named = [...drafts]
    .map(([cluster, draft]) => ({ id: ids.get(cluster) ?? '', draft }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const slugs = assignSlugs(named, previous);
  const meetings = linkVisits(named.map(({ id, draft }) => ({ id, slug: slugs.get(id) ?? id, ...draft })));
  return { meetings, people, decisionProblems };
}

/** One record an article, in an order of its own: the input may come in any. */
function newestByArticle(records: readonly RecordForFusion[]): RecordForFusion[] {
  const byArticle = new Map(records.map((record) => [record.record.articleId, record]));
  return [...byArticle.values()].sort((a, b) => (a.record.articleId < b.record.articleId ? -1 : 1));
}
