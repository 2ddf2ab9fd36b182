import type { FusionAction } from '../core/record/fuse/decisions.ts';

/**
 * An editor's hand. The machine never overwrites a decision and a decision never rewrites a text: decisions are
 * replayed over each fusion, and those that no longer apply are reported.
 */
export type DecisionAction = FusionAction;

export interface Decision {
  readonly id: string;
  readonly action: DecisionAction;
  /** What would take it back, as an action or in words for an undo of an undo. */
  readonly inverse: DecisionAction;
  readonly actor: string;
  readonly reason: string;
  /** ISO instant. */
  readonly at: string;
  readonly undoneBy?: string;
  /** Set by the last fusion: why it could not be applied. */
  readonly problem?: string;
}

export interface DecisionQuery {
  readonly meetingId?: string;
  readonly personId?: string;
  /** Those that name the story or one of its articles: its id may be another since. */
  readonly story?: { readonly id: string; readonly articles: readonly string[] };
  readonly activeOnly?: boolean;
}

export interface DecisionStore {
  add(decision: Omit<Decision, 'id' | 'undoneBy' | 'problem'>): Promise<Decision>;
  list(query?: DecisionQuery): Promise<readonly Decision[]>;
  setProblems(problems: ReadonlyMap<string, string>): Promise<void>;
}

/** One step in the history of a meeting or a person: what changed, when, and by whose hand. */
export interface RecordChange {
  readonly subject: 'meeting' | 'person';
  readonly subjectId: string;
  readonly kind: 'added' | 'changed' | 'removed';
  /** ISO instant. */
  readonly at: string;
  /** The decision that brought it about; the machine did it otherwise. */
  readonly decisionId?: string;
  readonly fields: readonly ChangedField[];
}

/** The same in the order of the whole archive. */
export interface NumberedChange extends RecordChange {
  readonly seq: number;
}

export interface ChangedField {
  readonly field: string;
  /** Plain JSON values in the form that pages show; absent where there was none. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Whom an editor withdrew, with all that is needed to keep the name out of every text. */
export interface Withdrawal {
  readonly personId: string;
  /** Every spelling. */
  readonly names: readonly string[];
  /** Articles that name the person with an office: there a family name alone is theirs too. */
  readonly articleIds: readonly string[];
}

/** What a reader says is wrong, for an editor to look at. */
export interface ReaderReport {
  /** `r1`, `r2`, in the order of arrival. */
  readonly id: string;
  readonly subject: 'meeting' | 'person';
  readonly subjectId: string;
  readonly message: string;
  /** How to reach the reader, when they say. */
  readonly contact?: string;
  readonly language: string;
  /** ISO instant. */
  readonly at: string;
  readonly closed?: { readonly at: string; readonly by: string; readonly answer: string };
}

export interface ReaderReportStore {
  add(report: Omit<ReaderReport, 'id' | 'closed'>): Promise<ReaderReport>;
  list(query?: { readonly openOnly?: boolean; readonly subjectId?: string }): Promise<readonly ReaderReport[]>;
  /** Since an instant: for limiting how many are taken. */
  count(since: string): Promise<number>;
  close(id: string, closing: { readonly at: string; readonly by: string; readonly answer: string }): Promise<void>;
}
