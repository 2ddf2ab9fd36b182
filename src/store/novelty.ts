import type { NoveltyPrint } from '../core/novelty/novelty-print.ts';

/** Whose texts, and earlier than what. */
export interface PrintQuery {
  /** Pairs of countries, as ISO codes. */
  readonly pairs?: readonly (readonly [string, string])[];
  readonly personIds?: readonly string[];
  /** Articles that report one of these meetings. */
  readonly meetingIds?: readonly string[];
  /** Addresses of standing bodies. */
  readonly mechanisms?: readonly string[];
  /** @default every language */
  readonly language?: string;
  /** Only texts of days before it. */
  readonly before?: string;
  /** The text itself, its copies and the other reports of its event are no precedent. */
  readonly besides?: { readonly articleId?: string; readonly dispatchId?: string; readonly storyId?: string };
}

export interface NoveltyStore {
  /**
   * Prints of all articles that report one of these meetings, or a meeting of one of these pairs, people or bodies: one
   * of each dispatch, the oldest first. They are kept when an article is put, and go with its text.
   */
  prints(query: PrintQuery): Promise<readonly NoveltyPrint[]>;
}
