/** A half-open range of UTF-16 code units in an article's canonical text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span that says which immutable text it points into: every stored fact carries at least one. */
export interface Evidence extends Span {
  readonly articleId: string;
  readonly textVersion: string;
}

/**
 * A value read from a page, with what supports it.
 * `spans` point into the canonical text; they are never empty: a value from the address or from machine-readable
 * markup points into the `metadata` blocks that close the canonical text.
 */
export interface Sourced<T> {
  readonly value: T;
  /** 0 to 1. */
  readonly certainty: number;
  /** Which rule or which place on the page gave it, e.g. `json-ld`, `publication-line`, `h1`. */
  readonly basis: string;
  readonly spans: readonly Span[];
}
