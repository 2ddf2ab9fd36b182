/**
 * One value that a finder read from the text.
 * `start`/`end` are offsets in the canonical text, `sentence` is an index into `TextDocument.sentences`.
 */
export interface Found<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  /** Name of the rule that found it, e.g. `fr:agreed`. */
  readonly rule: string;
  /** How sure the cue makes it, where cues differ. */
  readonly certainty?: number;
}

/** Sentences that belong to one reported meeting. */
export interface Scope {
  readonly fromSentence: number;
  /** Exclusive. */
  readonly toSentence: number;
}
