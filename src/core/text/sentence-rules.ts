/** What a language needs for finding where sentences end. Words are folded and written without their last full stop. */
export interface SentenceRules {
  /** A full stop after one of these never ends a sentence: titles before a name (`M`, `Mme`, `H.E`). */
  readonly titles: readonly string[];
  /** A full stop after one of these ends a sentence only before one of `starters`: `p.m`, `U.S`, `Sept`, `no`. */
  readonly abbreviations: readonly string[];
  /** Frequent first words of sentences; they decide after an abbreviation or an initial. */
  readonly starters: readonly string[];
}
