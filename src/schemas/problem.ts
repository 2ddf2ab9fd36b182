import { z } from 'zod';
import type { ErrorCode } from '../errors.ts';

/** HTTP status of each code. Content problems are "the content cannot be processed". */
const statuses: Readonly<Record<ErrorCode, number>> = {
  'empty-page': 422,
  'binary-page': 422,
  'page-too-large': 413,
  'encoding-guessed': 422,
  'encoding-errors': 422,
  'html-truncated': 422,
  'not-an-article': 422,
  'language-unknown': 422,
  'language-unsupported': 422,
  'no-body': 422,
  'text-cut': 422,
  'page-too-heavy': 422,
  usage: 400,
  'file-not-found': 404,
  'file-unreadable': 500,
  'file-unwritable': 500,
  'json-invalid': 400,
  'record-broken': 422,
  'revisit-unresolved': 422,
  'packing-unsupported': 415,
  'wacz-damaged': 422,
  'profile-invalid': 400,
  'lexicon-invalid': 400,
  'address-refused': 403,
  'fetch-failed': 502,
  'robots-refused': 403,
  'outlet-blocks': 502,
  'page-gone': 410,
  'feed-unreadable': 422,
  'feed-cut': 422,
  'feed-broken': 422,
  'nothing-to-collect': 404,
  'needs-confirmation': 409,
  'data-folder-unwritable': 500,
  'data-folder-locked': 503,
  'data-folder-not-empty': 409,
  'backup-damaged': 500,
  'database-unreachable': 503,
  'database-newer': 500,
  'database-damaged': 500,
  'database-busy': 503,
  'disk-full': 507,
  'port-in-use': 500,
  'not-found': 404,
  'invalid-parameter': 400,
  'method-not-allowed': 405,
  'too-many-requests': 429,
  'token-refused': 401,
  'decision-not-applicable': 409,
  'sqlite-missing': 500,
  'worker-lost': 500,
  'import-interrupted': 500,
  internal: 500,
};

export const errorCodes: readonly ErrorCode[] = Object.keys(statuses) as ErrorCode[];

export const problemSchema = z
  .strictObject({
    type: z.string().describe('`urn:rapporteur:problem:` and the code.'),
    title: z.string().describe('The sentence of the code, in the language of the reader.'),
    status: z.int().min(400).max(599),
    code: z.enum(errorCodes).describe('Stable code.'),
    detail: z.string().nullable().describe('What it was about this time.'),
    instance: z.string().nullable().describe('Address or file that it happened with.'),
    context: z.record(z.string(), z.union([z.string(), z.number()])).describe('Values that are safe to show.'),
  })
  .describe('An error as problem+json (RFC 9457).');
export type ProblemOut = z.infer<typeof problemSchema>;

export const problemMediaType = 'application/problem+json';

export function statusOf(code: ErrorCode): number {
  return statuses[code];
}

/** @param title the sentence of the code in the reader's language, see `src/messages` */
export function renderProblem(
  error: {
    readonly code: ErrorCode;
    readonly context?: { readonly public?: Readonly<Record<string, string | number>> };
  },
  title: string,
  at: { readonly detail?: string; readonly instance?: string } = {},
): ProblemOut {
  return {
    type: `urn:rapporteur:problem:${error.code}`,
    title,
    status: statusOf(error.code),
    code: error.code,
    detail: at.detail ?? null,
    instance: at.instance ?? null,
    context: { ...error.context?.public },
  };
}
