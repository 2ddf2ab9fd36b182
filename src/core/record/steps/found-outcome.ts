import type { OutcomeStrength } from '../../languages/record-lexicons.ts';
import type { OutcomeKind } from '../../model/record.ts';

/** What the sides agreed, signed, created or announced, in the words of the text. */
export interface FoundOutcome {
  readonly kind: OutcomeKind;
  readonly text: string;
  /** Offsets of `text`. */
  readonly textStart: number;
  readonly textEnd: number;
  /** Class of the paper, the same in every language: `mou`, `protocol`, `minutes` … */
  readonly instrument?: string;
  /** The paper as the text calls it. */
  readonly instrumentSurface?: string;
  /** "four agreements" is one outcome with a count. */
  readonly count?: number;
  readonly strength: OutcomeStrength;
}
