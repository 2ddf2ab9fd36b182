/**
 * `shown` is seen by everybody, `held` waits for a moderator, `rejected` was refused by one, `gone` was removed by its
 * author and only keeps the place of the replies.
 */
export const commentStates = ['shown', 'held', 'rejected', 'gone'] as const;
export type CommentState = (typeof commentStates)[number];

/** Why a comment waits: the phase that held it, and the part of the text it is about. */
export interface HeldReason {
  readonly phase: string;
  readonly reason: string;
  readonly text?: string;
}

export interface Comment {
  /** `c1`, `c2`, in the order of writing. */
  readonly id: string;
  readonly articleId: string;
  readonly parentId?: string;
  /** The comment whose words stand above it. */
  readonly quotedId?: string;
  /** Absent when it is gone. */
  readonly author?: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly language: string;
  readonly state: CommentState;
  readonly reasons: readonly HeldReason[];
  /** ISO instants. */
  readonly at: string;
  readonly editedAt?: string;
}

export interface NewComment {
  readonly articleId: string;
  readonly parentId?: string;
  readonly quotedId?: string;
  readonly accountId: string;
  readonly text: string;
  /** Hash of the text without capitals, signs and spaces. */
  readonly print: string;
  readonly language: string;
  readonly state: 'shown' | 'held';
  readonly reasons: readonly HeldReason[];
}

/** What is known of an author before their words are judged. */
export interface CommentAuthor {
  /** Comments of theirs that are shown. */
  readonly shown: number;
  readonly rejected: number;
  /** The same text within a day, by them and by others; the comment `except` aside. */
  readonly sameOwn: number;
  readonly sameOthers: number;
}

export interface CommentStore {
  /**
   * The same text of the same author at the same place within some minutes is the same comment, sent twice. Absent when
   * the comment that it answers is not there to be answered.
   */
  add(comment: NewComment): Promise<{ readonly comment: Comment; readonly again: boolean } | undefined>;
  get(id: string): Promise<Comment | undefined>;
  /** Oldest first. What is not shown is a place without words and without a name. */
  ofArticle(articleId: string): Promise<readonly Comment[]>;
  count(articleIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Newest first. */
  latest(limit: number): Promise<readonly Comment[]>;
  /** Oldest first. */
  held(limit: number): Promise<readonly Comment[]>;
  heldCount(): Promise<number>;
  /** Everything that an account wrote, oldest first. */
  ofAccount(accountId: string): Promise<readonly Comment[]>;
  author(accountId: string, print: string, except?: string): Promise<CommentAuthor>;
  /** False when it is not theirs, or was written before `since`. */
  edit(
    id: string,
    accountId: string,
    since: string,
    change: Pick<NewComment, 'text' | 'print' | 'state' | 'reasons'>,
  ): Promise<boolean>;
  /** By its author: the text goes, and the place too unless somebody answered. */
  remove(id: string, accountId: string): Promise<boolean>;
}
