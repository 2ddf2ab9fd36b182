/** Bytes or text with what is known about where they came from. */
export interface PageInput {
  /** Raw bytes, decoded by the reader. Give either `bytes` or `text`. */
  readonly bytes?: Uint8Array;
  /** Already decoded text (JSON input, feed content). */
  readonly text?: string;
  readonly url?: string;
  /** As a server sent it; may carry a charset. */
  readonly contentType?: string;
  /** Forces the reader; without it the content decides. */
  readonly format?: 'html' | 'text';
  /** ISO instant of the fetch or save, when known: no date on the page may be later. */
  readonly savedAt?: string;
}

/** A decoded page. Offsets called "page offsets" count UTF-16 units of `source`. */
export interface Page {
  readonly format: 'html' | 'text';
  readonly source: string;
  readonly encoding: string;
  readonly encodingBasis: 'bom' | 'header' | 'meta' | 'valid-utf8' | 'statistics' | 'given';
  readonly url?: string;
  readonly savedAt?: string;
  readonly problems: readonly Problem[];
}

/** Bad content is never an exception: it is less content and one of these. */
export interface Problem {
  readonly code: ProblemCode;
  /** Page offset, when there is one. */
  readonly at?: number;
  readonly detail?: string;
}

export type ProblemCode =
  | 'empty-page'
  | 'binary-page'
  | 'page-too-large'
  | 'encoding-guessed'
  | 'encoding-errors'
  | 'html-truncated'
  | 'not-an-article'
  | 'language-unknown'
  | 'language-unsupported'
  | 'no-body'
  | 'text-cut'
  | 'page-too-heavy';
