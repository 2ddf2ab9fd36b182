import type { ErrorCode } from '../errors.ts';

/** A page as it was found: one file, one item of a JSON file, one capture of a web archive, or standard input. */
export interface CollectedPage {
  readonly kind: 'page';
  /** What to call it in reports: the path given, with `#3` for the third item of a JSON file. */
  readonly name: string;
  /** `id` of a JSON item. */
  readonly id?: string;
  /** What makes it the same page the next time when it has no address, when its source says so; null: only its bytes. */
  readonly identity?: string | null;
  readonly url?: string;
  readonly bytes: Uint8Array;
  /** Known when the name or the JSON item says so; else the content decides. */
  readonly format?: 'html' | 'text';
  readonly contentType?: string;
  /** ISO instant, when a JSON item or an archive says it. */
  readonly savedAt?: string;
  readonly found?: FoundAt;
}

/** Something that could not be read at all. The rest goes on. */
export interface CollectedFailure {
  readonly kind: 'failure';
  readonly name: string;
  readonly code: ErrorCode;
  readonly detail?: string;
  readonly found?: FoundAt;
}

export type Collected = CollectedPage | CollectedFailure;

/** Where something stands in what is read: reading can go on behind it, or come back to it. */
export interface FoundAt {
  /** Absolute path of the file, or of the folder whose files are read one after the other. */
  readonly input: string;
  /** Of this thing inside the file; absent when the file is the page. */
  readonly position?: string;
  /** Where reading goes on after it. */
  readonly next?: string;
}

/** Why a record of a web archive is no page. These are counted, not listed. */
export type SkipReason = 'other-type' | 'redirect' | 'http-status' | 'unchanged' | 'no-address';

/** What an import tells whoever reads for it, and is told. */
export interface ReadingJournal {
  /**
   * Where to go on in something that was read in part before, if it is still the same.
   * @param stamp changes when the file does
   */
  resume(input: string, stamp: string): Resume | undefined;
  /** A file was found, with its size in bytes. */
  opened(input: string, size: number): void;
  /** How far reading came, in bytes of the file. */
  reached(input: string, bytes: number): void;
  /** All of it was given out. */
  ended(input: string): void;
  skipped(reason: SkipReason): void;
}

export interface Resume {
  /** `end` when all of it was read. */
  readonly position: string;
  /** When that reading began, in milliseconds: what changed since is read. */
  readonly since: number;
}
