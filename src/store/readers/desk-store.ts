/** What the desk decides about. */
export const deskQueues = ['comments', 'images', 'reports', 'jobs', 'polls', 'accounts', 'merges'] as const;
export type DeskQueue = (typeof deskQueues)[number];

export interface DeskDecision {
  readonly queue: DeskQueue;
  /** Id of a comment, hash of a picture, id of a report … */
  readonly subject: string;
  readonly action: string;
  /** Who decides; absent: the site by its own rules. */
  readonly actorId?: string;
  readonly reason: string;
}

export interface DeskEntry extends Omit<DeskDecision, 'actorId'> {
  /** `e1`, `e2`, in order. */
  readonly id: string;
  /** Absent: the site itself, or an account that is no more. */
  readonly actor?: string;
  readonly at: string;
  readonly before: unknown;
  readonly undoneBy?: string;
}

/** What was decided, in one transaction with what it changed. */
export interface DeskStore {
  /** False when there is nothing of that name that could be decided so. */
  decideComment(decision: DeskDecision & { readonly action: 'show' | 'reject' }): Promise<boolean>;
  decideImage(decision: DeskDecision & { readonly action: 'block' | 'restore' | 'dismiss' }): Promise<boolean>;
  /** The reason is the answer. */
  decideReport(decision: DeskDecision & { readonly action: 'close'; readonly by: string }): Promise<boolean>;
  /** Of what was changed elsewhere. */
  note(decision: DeskDecision, before: unknown): Promise<DeskEntry>;
  get(id: string): Promise<DeskEntry | undefined>;
  /** Newest first. */
  log(limit: number, before?: string): Promise<readonly DeskEntry[]>;
  /** False when it was undone already, or something else was decided since. */
  undo(id: string, actorId: string, reason: string): Promise<boolean>;
  /** Marks what was taken back elsewhere. */
  noteUndo(id: string, actorId: string, reason: string): Promise<boolean>;
}
