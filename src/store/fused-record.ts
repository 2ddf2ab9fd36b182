import type { Meeting, Person } from '../core/model/record.ts';
import type { FusionKey } from '../core/record/fuse/fusion-keys.ts';
import type { IndexedArticle } from '../core/record/fuse/index-article.ts';
import type { SpellingCounts } from '../core/record/people/spelling-counts.ts';
import type { Withdrawal } from './editing.ts';

/** What fusion makes of the archive, or of a part of it. */
export interface FusedRecord {
  readonly meetings: readonly Meeting[];
  readonly people: readonly Person[];
  /** Absent: as before. */
  readonly withdrawals?: readonly Withdrawal[];
}

export interface ReplaceOptions {
  /** The decision that brings the change about, for the history. */
  readonly decisionId?: string;
  /** Ids that may go when they are not given; everything when absent. */
  readonly scope?: { readonly meetings: ReadonlySet<string>; readonly people: ReadonlySet<string> };
  /** What the next fusion looks up; without a scope this is all there is. */
  readonly index?: FusionIndexChange;
}

export interface FusionIndexChange {
  readonly articles: readonly IndexedArticle[];
  readonly meetingKeys: readonly FusionKey[];
  /** Empty ones go. */
  readonly spellings: readonly SpellingCounts[];
}

export interface FusionChange {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}
