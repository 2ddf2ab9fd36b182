import type { ModerationReason } from '../../core/moderation/moderate.ts';

/** What is asked of a judge outside of this program about a comment. */
export interface OutsideQuestion {
  readonly text: string;
  readonly language: string;
  readonly articleId: string;
  /** Of the author, on this site. */
  readonly shownBefore: number;
}

/** What whoever runs the site decides about its readers. */
export interface ReaderSettings {
  /** Asks another program about comments; it never throws. @default nobody is asked */
  readonly judge?: (question: OutsideQuestion) => Promise<readonly ModerationReason[]>;
  /** People who block a picture together. @default 3 */
  readonly imageReporters?: number;
}
