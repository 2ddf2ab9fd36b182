import { RapporteurError } from '../../errors.ts';
import type { DecisionAction } from '../../store/editing.ts';
import type { Store } from '../../store/store.ts';

export interface Change {
  readonly action: DecisionAction;
  readonly inverse: DecisionAction;
}

/** What was typed beside the arguments. */
export interface EditWords {
  readonly reason: string;
  readonly by: string | undefined;
}

/** One kind of edit: what it takes, and how it becomes a decision with its inverse. */
export interface EditKind {
  readonly usage: string;
  readonly min: number;
  readonly max: number;
  make(store: Store, args: readonly string[], words: EditWords): Promise<Change>;
}

/** Inverse of a decision that only its own undoing takes back; the archive fills the id in. */
export const undoItself: DecisionAction = { kind: 'undo', decisionId: '' };

export function repliedBy({ by }: EditWords): string {
  if (by === undefined || by.trim() === '') throw new RapporteurError('usage', 'A reply needs --by NAME.');
  return by.trim();
}
