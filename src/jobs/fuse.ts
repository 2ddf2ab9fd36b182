import type { Meeting, Person } from '../core/model/record.ts';
import { fuseChanged } from '../core/record/fuse/fuse-changed.ts';
import { type Fusion, fuseMeetings, type WithdrawnPerson } from '../core/record/fuse/fuse-meetings.ts';
import { indexArchive } from '../core/record/fuse/index-archive.ts';
import { fusionIndexVersion, indexArticles } from '../core/record/fuse/index-article.ts';
import type { RecordForFusion } from '../core/record/fuse/reports.ts';
import type { Decision, DecisionAction, Withdrawal } from '../store/editing.ts';
import type { FusedRecord, FusionChange, ReplaceOptions, Store } from '../store/store.ts';
import { findDispatches, findStories } from './group/group-archive.ts';

export interface FuseOptions {
  /** The one decision that the record does not know yet: what it can touch is fused again, and its history names it. */
  readonly decisionId?: string;
  /** Fuse everything, whatever is known of the changes. @default false */
  readonly whole?: boolean;
}

/** Which form of the index stands in the archive; an archive without one is fused as a whole. */
const fusionIndexSetting = 'fusion.index';

/**
 * Groups and fuses what new and changed articles can touch, with the editors' decisions played over the result. A report
 * that arrives late may join what seemed to be two meetings: the blocks of the record say which.
 */
export async function fuseArchive(
  store: Store,
  options: FuseOptions = {},
): Promise<{ readonly change: FusionChange; readonly decisionProblems: ReadonlyMap<string, string> }> {
  const decisions = await store.decisions.list();
  const whole = options.whole === true || (await store.getSetting(fusionIndexSetting)) !== fusionIndexVersion;
  await findDispatches(store, { whole });
  const fused = whole ? await fuseWhole(store, decisions) : await fusePart(store, decisions, options.decisionId);
  await store.grouping.markDue('link', fused.articles);
  const { decisionId } = options;
  const change = await store.record.replaceFused(fused.record, {
    ...fused.replace,
    ...(decisionId === undefined ? {} : { decisionId }),
  });
  const problems = await findStories(store, decisions);
  const decisionProblems = withStoryProblems(fused.decisionProblems, decisions, problems);
  await store.decisions.setProblems(decisionProblems);
  if (whole) await store.setSetting(fusionIndexSetting, fusionIndexVersion);
  return { change, decisionProblems };
}

/** Fusion knows nothing of stories: what it kept of their problems is of last time. */
function withStoryProblems(
  fused: ReadonlyMap<string, string>,
  decisions: readonly Decision[],
  stories: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const aboutStories = new Set(decisions.flatMap(({ id, action }) => ('storyId' in action ? [id] : [])));
  return new Map([...[...fused].filter(([id]) => !aboutStories.has(id)), ...stories]);
}

interface FusedArchive {
  readonly record: FusedRecord;
  readonly replace: Pick<ReplaceOptions, 'index' | 'scope'>;
  /** Articles whose meetings may be others now. */
  readonly articles: readonly string[];
  readonly decisionProblems: ReadonlyMap<string, string>;
}

async function fuseWhole(store: Store, decisions: readonly Decision[]): Promise<FusedArchive> {
  const records = await recordsOf(store);
  const { index: articles, placements } = indexArticles(records, decisions);
  const previous: Meeting[] = [];
  for await (const meeting of store.record.eachMeeting()) previous.push(meeting);
  const previousPeople: Person[] = [];
  for await (const person of store.record.eachPerson()) previousPeople.push(person);
  const fusion = fuseMeetings(records, { previous, previousPeople, decisions, placements });
  const { meetings, people, withdrawn, decisionProblems } = fusion;
  return {
    record: { meetings, people, withdrawals: withdrawn.map(withdrawalOf) },
    replace: { index: { articles, ...indexArchive(articles, meetings) } },
    articles: records.map(({ record }) => record.articleId),
    decisionProblems,
  };
}

async function fusePart(store: Store, decisions: readonly Decision[], decisionId?: string): Promise<FusedArchive> {
  const pending = await pendingOf(store);
  const newDecisions = new Set(decisionId === undefined ? [] : [decisionId]);
  const work = { changed: new Set(pending), decisions, newDecisions };
  const fusion = await fuseChanged(work, store.record.fusionSource);
  const { scope, decided } = fusion;
  const before = await store.grouping.linked([...scope.meetings].map((id) => `m ${id}`));
  const after = fusion.meetings.flatMap(({ reports }) => reports.map(({ articleId }) => articleId));
  const looked = decisions.flatMap(({ id, action }) =>
    decided.has(id) && action.kind === 'person-withdraw' ? [action.personId] : [],
  );
  const withdrawals = (await store.record.withdrawals()).filter(({ personId }) => !looked.includes(personId));
  const problems = decisions.flatMap(({ id, problem }) =>
    problem === undefined || decided.has(id) ? [] : [[id, problem] as const],
  );
  return {
    record: {
      meetings: fusion.meetings,
      people: fusion.people,
      withdrawals: [...withdrawals, ...fusion.withdrawn.map(withdrawalOf)],
    },
    replace: {
      index: { articles: fusion.index, meetingKeys: fusion.meetingKeys, spellings: fusion.spellings },
      scope,
    },
    articles: [...new Set([...pending, ...before, ...after])],
    decisionProblems: new Map([...problems, ...fusion.decisionProblems]),
  };
}

/** What one more decision would make of the meetings and people that it can touch. Nothing is written. */
export async function previewDecision(
  store: Store,
  action: DecisionAction,
  at: string,
): Promise<{ readonly fusion: Fusion; readonly problem: string | undefined }> {
  const id = 'preview';
  const decisions = await store.decisions.list();
  const draft: Decision = { id, action, inverse: action, actor: '', reason: '', at };
  const work = { changed: new Set<string>(), decisions: [...decisions, draft], newDecisions: new Set([id]) };
  const fusion = await fuseChanged(work, store.record.fusionSource);
  return { fusion, problem: fusion.decisionProblems.get(id) };
}

async function pendingOf(store: Store): Promise<string[]> {
  const pending: string[] = [];
  for (;;) {
    const some = await store.record.pending(1000, pending.at(-1) ?? '');
    if (some.length === 0) return pending;
    pending.push(...some);
  }
}

async function recordsOf(store: Store): Promise<RecordForFusion[]> {
  const records: RecordForFusion[] = [];
  for await (const record of store.record.eachRecord()) records.push(record);
  return records;
}

function withdrawalOf({ person, articleIds }: WithdrawnPerson): Withdrawal {
  const names = [...new Set(person.names.flatMap(({ full, surface }) => [full, surface]))].sort();
  return { personId: person.id, names, articleIds };
}
