import type { ProblemCode } from './core/model/page.ts';

/**
 * Stable codes of everything that can go wrong in use or in the world. Content problems have their own list
 * (`ProblemCode`): bad content is reported, not thrown. Each code has a sentence in four languages in
 * `src/messages/errors.ts` and a line in `docs/reference/errors.md`; tests say which is missing.
 */
export type ErrorCode =
  | ProblemCode
  | 'usage'
  | 'file-not-found'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'json-invalid'
  | 'record-broken'
  | 'revisit-unresolved'
  | 'packing-unsupported'
  | 'wacz-damaged'
  | 'profile-invalid'
  | 'lexicon-invalid'
  | 'address-refused'
  | 'fetch-failed'
  | 'robots-refused'
  | 'outlet-blocks'
  | 'page-gone'
  | 'feed-unreadable'
  | 'feed-cut'
  | 'feed-broken'
  | 'nothing-to-collect'
  | 'needs-confirmation'
  | 'data-folder-unwritable'
  | 'data-folder-locked'
  | 'data-folder-not-empty'
  | 'backup-damaged'
  | 'database-unreachable'
  | 'database-newer'
  | 'database-damaged'
  | 'database-busy'
  | 'disk-full'
  | 'port-in-use'
  | 'not-found'
  | 'invalid-parameter'
  | 'method-not-allowed'
  | 'too-many-requests'
  | 'token-refused'
  | 'decision-not-applicable'
  | 'worker-lost'
  | 'sqlite-missing'
  | 'import-interrupted'
  | 'internal';

export interface ErrorContext {
  /** Safe to show to anyone. */
  readonly public?: Readonly<Record<string, string | number>>;
  /** For the log only: paths, statements, remote answers. */
  readonly private?: Readonly<Record<string, unknown>>;
}

/** Thrown for broken use or a broken world only. `retry` tells a job whether another try can help. */
export class RapporteurError extends Error {
  readonly code: ErrorCode;
  readonly context: ErrorContext;
  readonly retry: boolean;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; context?: ErrorContext; retry?: boolean } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'RapporteurError';
    this.code = code;
    this.context = options.context ?? {};
    this.retry = options.retry ?? false;
  }
}
