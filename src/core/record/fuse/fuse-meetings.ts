import type { Dispute, Meeting, Person, Reply } from '../../model/record.ts';
import { findPeople, type HiddenPerson, type PeopleIndex } from '../people/find-people.ts';
import { buildHolders, type Holders } from '../people/holders.ts';
import type { Reserved } from '../people/identity.ts';
import { type Sighting, sightingsOf, spellingKey } from '../people/sightings.ts';
import { keyOfSighting } from '../people/spelling-counts.ts';
import { collectSpellings, type Spelling } from '../people/spellings.ts';
import { buildMeeting, type Draft } from './build-meeting.ts';
import type { Cluster } from './cluster.ts';
import { clusterReports } from './clusters.ts';
import { applyCorrection } from './corrections.ts';
import {
  activeDecisions,
  arrange,
  type FusionDecision,
  meetingsOf,
  type Resolve,
  separationsOf,
  undoneActions,
} from './decisions.ts';
import { linkVisits } from './frames.ts';
import { assignIds, assignSlugs } from './identity.ts';
import { indexArticles } from './index-article.ts';
import { inferOffices } from './infer-offices.ts';
import type { Placements } from './placements.ts';
import { type Rejections, rejectionsOf } from './rejections.ts';
import { type RecordForFusion, reportsOf } from './reports.ts';

export interface FusionOptions {
  /** The record before: its meetings keep their ids and addresses. */
  readonly previous?: readonly Meeting[];
  readonly previousPeople?: readonly Person[];
  /** All decisions of the archive, undone ones too. */
  readonly decisions?: readonly FusionDecision[];
  /** Keys of the reports to look at; the others belong to meetings that stay as they are. @default all */
  readonly only?: ReadonlySet<string>;
  /** For whom the register places names, where it was asked over more than these records. @default asked over them */
  readonly placements?: Placements;
  /** @default those of the decisions */
  readonly rejections?: Rejections;
  /** All spellings of the countries, given who is named in each meeting found. @default those of these meetings */
  readonly spellings?: (meetings: readonly (readonly Sighting[])[]) => readonly Spelling[];
  /** Ids and addresses that are taken by what stays as it is. */
  readonly reserved?: {
    readonly slugs: Reserved;
    readonly peopleIds: Reserved;
    readonly peopleSlugs: Reserved;
  };
}

export interface WithdrawnPerson {
  readonly person: Person;
  /** Articles that name them with an office: there a family name alone is theirs too. */
  readonly articleIds: readonly string[];
}

export interface Fusion {
  /** By id. */
  readonly meetings: readonly Meeting[];
  /** By id. */
  readonly people: readonly Person[];
  /** People whom an editor withdrew. */
  readonly withdrawn: readonly WithdrawnPerson[];
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
  const { meetings, people, withdrawn, decisionProblems } = fuseReports(records, options);
  return { meetings, people, withdrawn, decisionProblems };
}

export interface FusedReports extends Fusion, Pick<PeopleIndex, 'idOf'> {
  readonly holders: Holders;
  readonly hidden: readonly HiddenPerson[];
}

/** `fuseMeetings`, and who each name in an office is. */
export function fuseReports(records: readonly RecordForFusion[], options: FusionOptions = {}): FusedReports {
  const previous = options.previous ?? [];
  const decisions = activeDecisions(options.decisions ?? []);
  const decisionProblems = new Map<string, string>();
  const newest = newestByArticle(records);
  const { only, reserved } = options;
  const rejections = options.rejections ?? rejectionsOf(options.decisions ?? []);
  const placements = options.placements ?? indexArticles(newest, options.decisions ?? []).placements;
  const all = newest.flatMap((record) => reportsOf(record, placements));
  const reports = only === undefined ? all : all.filter(({ key }) => only.has(key));

  const found = clusterReports(reports, separationsOf(decisions, reports, previous));
  // Undone ones too: what they joined under one id gets its own again.
  const pinned = new Set(
    (options.decisions ?? []).flatMap(({ action }) =>
      action.kind === 'merge' || action.kind === 'split' ? meetingsOf(action) : [],
    ),
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

  const people = findPeople(
    (options.spellings ?? collectSpellings)(clusters.map((cluster) => cluster.reports.flatMap(sightingsOf))),
    {
      previous: options.previousPeople ?? [],
      decisions,
      undone: undoneActions(options.decisions ?? [], decisions),
      problems: decisionProblems,
      ...(reserved === undefined ? {} : { reservedIds: reserved.peopleIds, reservedSlugs: reserved.peopleSlugs }),
    },
  );
  const drafts = new Map<Cluster, Draft>(clusters.map((cluster) => [cluster, buildMeeting(cluster, people)]));
  applyToFields(drafts, resolve, decisions, decisionProblems);
  const holders = buildHolders(
    people.people,
    people.withdrawn.map(({ person }) => person),
  );
  for (const [cluster, draft] of drafts) drafts.set(cluster, inferOffices(draft, cluster, holders, rejections));
  const present = new Set(newest.map(({ record }) => record.articleId));
  for (const { id, action } of decisions) {
    if (action.kind === 'reject' && !action.reports.some(({ articleId }) => present.has(articleId)))
      decisionProblems.set(id, 'None of the reports that it is about is in the archive any more.');
  }
  const named = [...drafts]
    .map(([cluster, draft]) => ({ id: ids.get(cluster) ?? '', draft }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const slugs = assignSlugs(named, previous, reserved?.slugs);
  const meetings = linkVisits(named.map(({ id, draft }) => ({ id, slug: slugs.get(id) ?? id, ...draft })));
  const { people: shown, withdrawn: hidden, idOf } = people;
  const withdrawn = hidden.length === 0 ? [] : withdrawnIn(clusters, hidden);
  return { meetings, people: shown, withdrawn, hidden, decisionProblems, idOf, holders };
}

function withdrawnIn(clusters: readonly Cluster[], hidden: readonly HiddenPerson[]): WithdrawnPerson[] {
  const articles = new Map<string, string[]>();
  const note = (key: string, articleId: string) => {
    const list = articles.get(key);
    if (list === undefined) articles.set(key, [articleId]);
    else list.push(articleId);
  };
  for (const report of clusters.flatMap(({ reports }) => reports)) {
    for (const sighting of sightingsOf(report)) note(keyOfSighting(sighting), report.articleId);
    // Where the register knows whom an article means, it names them too.
    for (const { country, participants } of report.meeting.sides) {
      for (const participant of participants) {
        if (participant.countryBasis !== 'register') continue;
        const { roleCode, name } = report.spellingOf(participant);
        note(spellingKey(country, roleCode, name?.full ?? ''), report.articleId);
      }
    }
  }
  return hidden.map(({ person, spellings }) => ({
    person,
    articleIds: [...new Set(spellings.flatMap((key) => articles.get(key) ?? []))].sort(),
  }));
}

/** One record an article, in an order of its own: the input may come in any. */
function newestByArticle(records: readonly RecordForFusion[]): RecordForFusion[] {
  const byArticle = new Map(records.map((record) => [record.record.articleId, record]));
  return [...byArticle.values()].sort((a, b) => (a.record.articleId < b.record.articleId ? -1 : 1));
}

/** Corrections, fields given back to the machine, disputes and replies, in the order of the decisions. */
function applyToFields(
  drafts: Map<Cluster, Draft>,
  resolve: Resolve,
  decisions: readonly FusionDecision[],
  problems: Map<string, string>,
): void {
  const last = new Map<string, number>();
  decisions.forEach(({ action }, position) => {
    if (action.kind !== 'restore') return;
    const cluster = resolve(action.meetingId);
    for (const report of cluster?.reports ?? []) last.set(`${report.key} ${action.field}`, position);
  });
  decisions.forEach(({ id, action, at }, position) => {
    if (action.kind !== 'correct' && action.kind !== 'restore' && action.kind !== 'dispute' && action.kind !== 'reply')
      return;
    const cluster = resolve(action.meetingId);
    const draft = cluster === undefined ? undefined : drafts.get(cluster);
    if (cluster === undefined || draft === undefined) {
      problems.set(id, `There is no meeting ${action.meetingId} any more.`);
      return;
    }
    const day = at.slice(0, 10);
    if (action.kind === 'dispute') {
      const dispute: Dispute = { field: action.field, reason: action.note, day, decisionId: id };
      drafts.set(cluster, { ...draft, disputes: [...(draft.disputes ?? []), dispute] });
    } else if (action.kind === 'reply') {
      const reply: Reply = { by: action.by, text: action.text, day, decisionId: id };
      drafts.set(cluster, { ...draft, replies: [...(draft.replies ?? []), reply] });
    } else if (action.kind === 'correct') {
      const restored = cluster.reports.some((report) => (last.get(`${report.key} ${action.field}`) ?? -1) > position);
      if (restored) return;
      const corrected = applyCorrection(draft, action.field, action.value, action.was);
      if ('problem' in corrected) problems.set(id, corrected.problem);
      else drafts.set(cluster, corrected.draft);
    }
  });
}
