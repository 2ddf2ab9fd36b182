/** What an editor said of two stories, by their articles: ids of stories change, articles stay. */
export type StoryAction =
  /** `articles` leave `storyId` for a story of their own; `others` stay. */
  | {
      readonly kind: 'story-split';
      readonly storyId: string;
      readonly articles: readonly string[];
      readonly others: readonly string[];
    }
  /** The articles of `storyId` join those of `intoId`. */
  | {
      readonly kind: 'story-merge';
      readonly storyId: string;
      readonly articles: readonly string[];
      readonly intoId: string;
      readonly others: readonly string[];
    };

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

/**
 * Reads decisions, oldest first, as links and bars between articles. The newest word counts: a bar between two articles
 * falls when they are put together later, and the other way round.
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
      uniteAll(action.articles);
      uniteAll(action.others);
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
