/** What an editor said of stories, by their articles: ids of stories change, articles stay. */
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
    }
  /** Whatever arrives, the two are never brought together. */
  | {
      readonly kind: 'story-not-same';
      readonly storyId: string;
      readonly articles: readonly string[];
      readonly otherId: string;
      readonly others: readonly string[];
    };
