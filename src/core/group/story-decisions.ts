import { activeDecisions, type FusionDecision } from '../record/fuse/decisions.ts';
import type { StoryAction } from './story-action.ts';

export interface StoryDecision {
  readonly id: string;
  readonly action: StoryAction;
}

/** Decisions as grouping needs them. */
export interface StoryRules {
  /** Articles with one key are one story. */
  readonly together: ReadonlyMap<string, string>;
  /** `x+` and `x-` are never one story. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
}

export const noRules: StoryRules = { together: new Map(), tags: new Map() };

/** The decisions about stories that hold, oldest first. */
export function activeStoryDecisions(decisions: readonly FusionDecision[]): StoryDecision[] {
  return activeDecisions(decisions).flatMap(({ id, action }) => ('storyId' in action ? [{ id, action }] : []));
}

/**
 * Why decisions say nothing about the archive as it is, by their id.
 * @param stories from `groupStories`: the articles that there are
 */
export function storyProblems(
  decisions: readonly StoryDecision[],
  stories: ReadonlyMap<string, string>,
): Map<string, string> {
  const problems = new Map<string, string>();
  for (const { id, action } of decisions) {
    const { kind, storyId, articles, others } = action;
    const otherId = kind === 'story-merge' ? action.intoId : kind === 'story-not-same' ? action.otherId : storyId;
    if (!articles.some((article) => stories.has(article))) {
      const what = kind === 'story-split' ? 'to split off' : `of the story ${storyId}`;
      problems.set(id, `None of the articles ${what} is in the archive any more.`);
    } else if (!others.some((article) => stories.has(article))) {
      const what = kind === 'story-split' ? 'that stayed in' : 'of';
      problems.set(id, `None of the articles ${what} the story ${otherId} is in the archive any more.`);
    }
  }
  return problems;
}

/**
 * Reads decisions, oldest first, as links and bars between articles. The newest word counts: a bar between two articles
 * falls when they are put together later, and the other way round.
 *
 * @example
 * import { groupStories, storyRules } from 'rapporteur';
 *
 * const articles = [
 *   { id: 'a', language: 'en', text: 'The ferry sailed again on Monday.', published: '2024-01-19' },
 *   { id: 'b', language: 'en', text: 'A new bridge opens in spring.', published: '2024-01-19' },
 * ];
 * const merge = { kind: 'story-merge', storyId: 's1', articles: ['a'], intoId: 's2', others: ['b'] } as const;
 * const stories = groupStories(articles, new Map(), [], { rules: storyRules([{ id: 'd1', action: merge }]) });
 * console.log(stories.get('a') === stories.get('b'));
 */
export function storyRules(decisions: readonly StoryDecision[]): StoryRules {
  const groupOf = new Map<string, string>();
  const members = new Map<string, string[]>();
  const tags = new Map<string, Set<string>>();
  const find = (article: string): string => groupOf.get(article) ?? article;
  const tagsOf = (group: string) => tags.get(group) ?? new Set<string>();
  const unite = (a: string, b: string) => {
    const [one, other] = [find(a), find(b)];
    if (one === other || crossed(tagsOf(one), tagsOf(other))) return;
    const moved = members.get(other) ?? [other];
    members.set(one, [...(members.get(one) ?? [one]), ...moved]);
    members.delete(other);
    for (const article of moved) groupOf.set(article, one);
    groupOf.set(one, one);
    tags.set(one, new Set([...tagsOf(one), ...tagsOf(other)]));
    tags.delete(other);
  };
  const uniteAll = (articles: readonly string[]) => {
    for (const article of articles.slice(1)) unite(articles[0] ?? article, article);
  };
  // From the newest back: what a later decision said is not undone by an earlier one.
  for (const { id, action } of [...decisions].reverse()) {
    if (action.kind === 'story-merge') uniteAll([...action.others, ...action.articles]);
    else {
      for (const [articles, others, sign] of [
        [action.articles, action.others, '+'],
        [action.others, action.articles, '-'],
      ] as const) {
        const against = new Set(others.map(find));
        for (const article of articles) {
          const group = find(article);
          if (!against.has(group)) tags.set(group, tagsOf(group).add(`${id}${sign}`));
        }
      }
      if (action.kind === 'story-split') {
        uniteAll(action.articles);
        uniteAll(action.others);
      }
    }
  }
  const together = new Map<string, string>();
  for (const [group, articles] of members) {
    const [key = group] = [...articles].sort();
    for (const article of articles) together.set(article, key);
  }
  const byArticle = new Map<string, readonly string[]>();
  for (const [group, own] of tags) {
    for (const article of members.get(group) ?? [group]) byArticle.set(article, [...own].sort());
  }
  return { together, tags: byArticle };
}

function crossed(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const tag of a) if (b.has(tag.slice(0, -1) + (tag.endsWith('+') ? '-' : '+'))) return true;
  return false;
}
