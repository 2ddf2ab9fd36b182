import { groupDispatches } from '../core/group/dispatches.ts';
import type { GroupArticle } from '../core/group/group-article.ts';
import { groupStories } from '../core/group/stories.ts';
import type { Article, BlockLabel } from '../core/model/article.ts';
import type { Meeting, Person } from '../core/model/record.ts';
import { type Fusion, fuseMeetings } from '../core/record/fuse/fuse-meetings.ts';
import type { WithdrawnPerson } from '../core/record/people/find-people.ts';
import { failureOf } from '../messages/errors.ts';
import type { Decision, DecisionAction, Withdrawal } from '../store/editing.ts';
import type { FusionChange, Grouping, RecordForFusion, ReplaceOptions, Store } from '../store/store.ts';

/**
 * Groups all articles and fuses all reports again, with the editors' decisions played over the result. The whole archive
 * is taken at once: a report that arrives late may join what seemed to be two meetings.
 */
export async function fuseArchive(
  store: Store,
  options: ReplaceOptions = {},
): Promise<{ readonly change: FusionChange; readonly decisionProblems: ReadonlyMap<string, string> }> {
  const records = await recordsOf(store);
  const { articles, dispatchBefore, storyBefore } = await articlesOf(store, records);
  const dispatches = groupDispatches(articles, { previous: dispatchBefore });
  const grouped = records.map((record) => {
    const dispatchId = dispatches.get(record.record.articleId);
    return dispatchId === undefined ? record : { ...record, dispatchId };
  });
  const { meetings, people, withdrawn, decisionProblems } = await fuseWith(
    store,
    grouped,
    await store.decisions.list(),
  );
  const stories = groupStories(articles, dispatches, meetings, { previous: storyBefore });
  const groupings = articles.flatMap(({ id }): Grouping[] => {
    const dispatchId = dispatches.get(id);
    const storyId = stories.get(id);
    if (dispatchId === undefined || storyId === undefined) return [];
    if (dispatchBefore.get(id) === dispatchId && storyBefore.get(id) === storyId) return [];
    return [{ articleId: id, dispatchId, storyId }];
  });
  if (groupings.length > 0) await store.articles.setGroups(groupings);
  const change = await store.record.replaceFused(
    { meetings, people, withdrawals: withdrawn.map(withdrawalOf) },
    options,
  );
  await store.decisions.setProblems(decisionProblems);
  return { change, decisionProblems };
}

/** What the record would be with one more decision. Nothing is written. */
export async function previewDecision(
  store: Store,
  action: DecisionAction,
  at: string,
): Promise<{ readonly fusion: Fusion; readonly problem: string | undefined }> {
  const id = 'preview';
  const decisions = await store.decisions.list();
  const draft: Decision = { id, action, inverse: action, actor: '', reason: '', at };
  const fusion = await fuseWith(store, await recordsOf(store), [...decisions, draft]);
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
async function articlesOf(store: Store, records: readonly RecordForFusion[]) {
  const meetingsOf = new Map(records.map(({ record }) => [record.articleId, record.meetings]));
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
