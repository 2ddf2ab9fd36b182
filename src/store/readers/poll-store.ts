/** A text in one or several languages of the interface. */
export type PollText = Readonly<Record<string, string>>;

export interface NewPoll {
  readonly question: PollText;
  readonly choices: readonly PollText[];
  /** ISO instant. */
  readonly closesAt: string;
}

export interface Poll extends NewPoll {
  /** `p1`, `p2`, in the order of making. */
  readonly id: string;
  readonly at: string;
  /** Votes by choice. */
  readonly votes: readonly number[];
}

export interface PollStore {
  add(poll: NewPoll): Promise<string>;
  get(id: string): Promise<Poll | undefined>;
  /** Newest first. */
  list(limit?: number): Promise<readonly Poll[]>;
  /** One vote a person: a later one takes the place of the one before. False when the poll is closed or has no such choice. */
  vote(id: string, accountId: string, choice: number): Promise<boolean>;
  own(id: string, accountId: string): Promise<number | undefined>;
  close(id: string): Promise<void>;
  remove(id: string): Promise<void>;
}
