import { groupDispatches } from '../core/group/dispatches.ts';
import type { GroupArticle } from '../core/group/group-article.ts';
import { groupStories } from '../core/group/stories.ts';
import type { Article, BlockLabel } from '../core/model/article.ts';
import type { Meeting, Person } from '../core/model/record.ts';
import { fusionIndexVersion, indexArticle } from '../core/record/fuse/blocks.ts';
import { fuseChanged } from '../core/record/fuse/fuse-changed.ts';
import { type Fusion, fuseMeetings } from '../core/record/fuse/fuse-meetings.ts';
import type { WithdrawnPerson } from '../core/record/people/find-people.ts';
import { failureOf } from '../messages/errors.ts';
import type { Decision, DecisionAction, Withdrawal } from '../store/editing.ts';
import type { FusedRecord, FusionChange, Grouping, RecordForFusion, ReplaceOptions, Store } from '../store/store.ts';

export interface FuseOptions {
  /** The one decision that the record does not know yet: what it can touch is fused again, and its history names it. */
  readonly decisionId?: string;
  /** Fuse everything, whatever is known of the changes. @default false */
  readonly whole?: boolean;
}

/** Which form of the index stands in the archive; an archive without one is fused as a whole. */
const fusionIndexSetting = 'fusion.index';

/**
 * Groups the articles and fuses what new and changed articles can touch, with the editors' decisions played over the
 * result. A report that arrives late may join what seemed to be two meetings: the blocks of the record say which.
 */
export async function fuseArchive(
  store: Store,
  options: FuseOptions = {},
): Promise<{ readonly change: FusionChange; readonly decisionProblems: ReadonlyMap<string, string> }> {
  const { articles, dispatchBefore, storyBefore } = await articlesOf(store);
  const dispatches = groupDispatches(articles, { previous: dispatchBefore });
  const regrouped = articles.map(({ id }) => id).filter((id) => dispatches.get(id) !== dispatchBefore.get(id));
  await store.record.markPending(regrouped);
  const decisions = await store.decisions.list();
  const whole = options.whole === true || (await store.getSetting(fusionIndexSetting)) !== fusionIndexVersion;
  const fused = whole
    ? await fuseWhole(store, dispatches, decisions)
    : await fusePart(store, dispatches, decisions, options.decisionId);
  const stories = groupStories(articles, dispatches, fused.meetingsAfter, { previous: storyBefore });
  const groupings = articles.flatMap(({ id }): Grouping[] => {
    const dispatchId = dispatches.get(id);
    const storyId = stories.get(id);
    if (dispatchId === undefined || storyId === undefined) return [];
    if (dispatchBefore.get(id) === dispatchId && storyBefore.get(id) === storyId) return [];
    return [{ articleId: id, dispatchId, storyId }];
  });
  if (groupings.length > 0) await store.articles.setGroups(groupings);
  const { decisionId } = options;
  const change = await store.record.replaceFused(fused.record, {
    ...fused.replace,
    ...(decisionId === undefined ? {} : { decisionId }),
  });
  await store.decisions.setProblems(fused.decisionProblems);
  if (whole) await store.setSetting(fusionIndexSetting, fusionIndexVersion);
  return { change, decisionProblems: fused.decisionProblems };
}

interface FusedArchive {
  readonly record: FusedRecord;
  readonly replace: Pick<ReplaceOptions, 'index' | 'scope'>;
  /** The whole record as it will be. */
  readonly meetingsAfter: readonly Meeting[];
  readonly decisionProblems: ReadonlyMap<string, string>;
}

type Dispatches = ReadonlyMap<string, string>;

function withDispatch(record: RecordForFusion, dispatches: Dispatches): RecordForFusion {
  const dispatchId = dispatches.get(record.record.articleId);
  return dispatchId === undefined ? record : { ...record, dispatchId };
}

async function fuseWhole(store: Store, dispatches: Dispatches, decisions: readonly Decision[]): Promise<FusedArchive> {
  const records = (await recordsOf(store)).map((record) => withDispatch(record, dispatches));
  const { meetings, people, withdrawn, decisionProblems } = await fuseWith(store, records, decisions);
  return {
    record: { meetings, people, withdrawals: withdrawn.map(withdrawalOf) },
    replace: { index: records.map(indexArticle) },
    meetingsAfter: meetings,
    decisionProblems,
  };
}

async function fusePart(
  store: Store,
  dispatches: Dispatches,
  decisions: readonly Decision[],
  decisionId?: string,
): Promise<FusedArchive> {
  const { index, meetings, pending } = await store.record.fusionState();
  const people: Person[] = [];
  for await (const person of store.record.eachPerson()) people.push(person);
  const newDecisions = new Set(decisionId === undefined ? [] : [decisionId]);
  const fusion = await fuseChanged({ index, meetings, people, decisions, newDecisions }, new Set(pending), {
    records: async (ids) => (await store.record.recordsOf(ids)).map((record) => withDispatch(record, dispatches)),
    meetings: (ids) => store.record.meetings(ids),
  });
  const { scope, decided } = fusion;
  const after: Meeting[] = [...fusion.meetings];
  for await (const meeting of store.record.eachMeeting()) if (!scope.meetings.has(meeting.id)) after.push(meeting);
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
    replace: { index: fusion.index, scope },
    meetingsAfter: after.sort((a, b) => (a.id < b.id ? -1 : 1)),
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
  const { index, meetings } = await store.record.fusionState();
  const people: Person[] = [];
  for await (const person of store.record.eachPerson()) people.push(person);
  const state = { index, meetings, people, decisions: [...decisions, draft], newDecisions: new Set([id]) };
  const fusion = await fuseChanged(state, new Set(), {
    records: (ids) => store.record.recordsOf(ids),
    meetings: (ids) => store.record.meetings(ids),
  });
  return { fusion, problem: fusion.decisionProblems.get(id) };
}

async function fuseWith(
  store: Store,
  records: readonly RecordForFusion[],
  decisions: readonly Decision[],
): Promise<Fusion> {
  const previous: Meeting[] = [];
  for await (const meeting of store.record.eachMeeting()) previous.push(meeting);
  const previousPeople: Person[] = [];
  for await (const person of store.record.eachPerson()) previousPeople.push(person);
  return fuseMeetings(records, { previous, previousPeople, decisions });
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

const bodyLabels: ReadonlySet<BlockLabel> = new Set<BlockLabel>(['standfirst', 'dateline', 'body']);

/** What grouping reads, with the groups of last time. Pages that hold no article belong to no story. */
async function articlesOf(store: Store) {
  const meetingsOf = new Map<string, NonNullable<GroupArticle['meetings']>>();
  for await (const { record } of store.record.eachRecord()) meetingsOf.set(record.articleId, record.meetings);
  const articles: GroupArticle[] = [];
  const dispatchBefore = new Map<string, string>();
  const storyBefore = new Map<string, string>();
  for await (const { article, dispatchId, storyId } of store.articles.each()) {
    if (failureOf(article.problems) !== undefined) continue;
    if (dispatchId !== undefined) dispatchBefore.set(article.id, dispatchId);
    if (storyId !== undefined) storyBefore.set(article.id, storyId);
    articles.push(groupArticleOf(article, meetingsOf.get(article.id) ?? []));
  }
  return { articles, dispatchBefore, storyBefore };
}

function groupArticleOf(article: Article, meetings: NonNullable<GroupArticle['meetings']>): GroupArticle {
  const body = article.blocks
    .filter((block) => bodyLabels.has(block.label))
    .map((block) => article.text.slice(block.start, block.end));
  return {
    id: article.id,
    language: article.language.value,
    text: body.join('\n'),
    meetings,
    ...(article.title === undefined ? {} : { title: article.title.value }),
    ...(article.published === undefined ? {} : { published: article.published.value.edtf }),
  };
}
