import type { ErrorCode } from '../errors.ts';

/** A page as it was found: one file, one item of a JSON file, or standard input. */
export interface CollectedPage {
  readonly kind: 'page';
  /** What to call it in reports: the path given, with `#3` for the third item of a JSON file. */
  readonly name: string;
  /** `id` of a JSON item. */
  readonly id?: string;
  readonly url?: string;
  readonly bytes: Uint8Array;
  /** Known when the name or the JSON item says so; else the content decides. */
  readonly format?: 'html' | 'text';
  readonly contentType?: string;
  /** ISO instant, when a JSON item says it. */
  readonly savedAt?: string;
}

/** Something that could not be read at all. The rest goes on. */
export interface CollectedFailure {
  readonly kind: 'failure';
  readonly name: string;
  readonly code: ErrorCode;
  readonly detail?: string;
}

export type Collected = CollectedPage | CollectedFailure;
