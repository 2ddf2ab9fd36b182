import {
  activeStoryDecisions,
  type StoryDecision,
  storyProblems,
  storyRules,
} from '../../core/group/story-decisions.ts';
import type { Decision } from '../../store/editing.ts';
import type { Store } from '../../store/store.ts';
import { installedPivot } from '../lexicons.ts';
import { nameDispatches, nameStories } from './name-groups.ts';
import { readPrints } from './read-prints.ts';
import { replayDispatches, replayStoryDays } from './replay-archive.ts';
import { keepLinks, readLinks } from './story-links.ts';

/** Which decisions about stories the present stories follow. */
const decisionsSetting = 'group.decisions';

/**
 * Reads new and changed articles and puts them into dispatches. Only days in reach of theirs are grouped again, and
 * whatever moved is fused again.
 */
export async function findDispatches(store: Store, options: { readonly whole: boolean }): Promise<void> {
  await readPrints(store, await installedPivot(store), options);
  await replayDispatches(store);
  await nameDispatches(store);
}

/**
 * The same for stories, once the record is fused: what it says of an article ties and parts stories too.
 * @returns why decisions say nothing about the archive as it is, by their id
 */
export async function findStories(store: Store, decisions: readonly Decision[]): Promise<ReadonlyMap<string, string>> {
  const said = activeStoryDecisions(decisions);
  const rules = storyRules(said);
  const due = await store.grouping.articlesDue('link');
  await keepLinks(store, due);
  await store.grouping.setDone('link', due);
  await noteDecisions(store, said, decisions);
  const linksOf = (articleIds: readonly string[]) => readLinks(store, articleIds, rules);
  await replayStoryDays(store, linksOf);
  await nameStories(store, rules, linksOf);
  return problemsOf(store, said);
}

/** What editors said or took back since last time is due, with all articles that it is about. */
async function noteDecisions(store: Store, said: readonly StoryDecision[], all: readonly Decision[]): Promise<void> {
  const now = said.map(({ id }) => id).join(' ');
  const before = (await store.getSetting(decisionsSetting)) ?? '';
  if (now === before) return;
  const [was, is] = [new Set(before.split(' ')), new Set(now.split(' '))];
  const moved = all.flatMap(({ id, action }) =>
    'storyId' in action && was.has(id) !== is.has(id) ? [...action.articles, ...action.others] : [],
  );
  await store.grouping.markDue('story', moved);
  await store.grouping.markDaysDue('story', moved);
  await store.setSetting(decisionsSetting, now);
}

async function problemsOf(store: Store, said: readonly StoryDecision[]): Promise<ReadonlyMap<string, string>> {
  if (said.length === 0) return new Map();
  const named = said.flatMap(({ action }) => [...action.articles, ...action.others]);
  const present = await store.grouping.articles('id', named);
  return storyProblems(said, new Map(present.map(({ id, storyId }) => [id, storyId ?? ''])));
}
