import type { StarCounts } from '../../core/readers/rating-order.ts';
import type { CommentStore } from './commenting.ts';
import type { DeskStore } from './desk-store.ts';
import type { ImageReportStore } from './image-report-store.ts';
import type { PollStore } from './poll-store.ts';

/** What readers leave on the site. Only confirmed accounts that nobody blocked count. */
export interface ReaderStore {
  readonly ratings: RatingStore;
  readonly comments: CommentStore;
  readonly images: ImageReportStore;
  readonly polls: PollStore;
  readonly saved: SavedArticleStore;
  readonly desk: DeskStore;
}

export interface RatingStore {
  /** One vote a person: a later one takes the place of the one before. */
  rate(articleId: string, accountId: string, stars: number): Promise<void>;
  takeBack(articleId: string, accountId: string): Promise<void>;
  /** Articles without a vote are left out. */
  of(articleIds: readonly string[]): Promise<ReadonlyMap<string, StarCounts>>;
  /** Stars that the account gave. */
  own(articleId: string, accountId: string): Promise<number | undefined>;
  /** Best first, by what the votes show at least. */
  best(limit: number): Promise<readonly { readonly articleId: string; readonly counts: StarCounts }[]>;
}

/** Articles that an account keeps to read. */
export interface SavedArticleStore {
  save(articleId: string, accountId: string): Promise<void>;
  remove(articleId: string, accountId: string): Promise<void>;
  /** Newest first. */
  of(accountId: string): Promise<readonly { readonly articleId: string; readonly at: string }[]>;
}
