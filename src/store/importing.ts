import type { ErrorCode } from '../errors.ts';

/** A file or folder whose import is under way: the next run goes on there. */
export interface ImportInput {
  /** Absolute. */
  readonly path: string;
  /** Changes when the file does. */
  readonly stamp: string;
  /** Where to go on, in the words of whoever reads such files; `end` when all of it was read. */
  readonly position: string;
  /** ISO instant. */
  readonly beganAt: string;
}

/** Something that an import could not take in. It stays until a later import can. */
export interface ImportFailure {
  /** Absolute path of the file. */
  readonly input: string;
  /** `#3` for its third item; empty for the file itself. */
  readonly item: string;
  /** Where it stands in the file; absent when the file has to be read again for it. */
  readonly position?: string;
  readonly code: ErrorCode;
  readonly detail?: string;
  /** ISO instant of the last try. */
  readonly failedAt: string;
  readonly tries: number;
}

export interface ImportStore {
  inputs(): Promise<readonly ImportInput[]>;
  putInput(input: ImportInput): Promise<void>;
  /** All was read and processed: nothing has to go on. */
  clearInputs(paths: readonly string[]): Promise<void>;
  /** Notes a failure; the same one again counts one try more. */
  putFailure(failure: Omit<ImportFailure, 'tries'>): Promise<void>;
  removeFailure(input: string, item: string): Promise<void>;
  /** By file and item. */
  failures(query?: {
    readonly limit?: number;
    readonly after?: Pick<ImportFailure, 'input' | 'item'>;
  }): Promise<readonly ImportFailure[]>;
  countFailures(): Promise<number>;
}
