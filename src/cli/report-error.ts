import { type ErrorCode, RapporteurError } from '../errors.ts';
import { errorSentence } from '../messages/errors.ts';
import { type ProblemOut, renderProblem } from '../schemas/problem.ts';
import { exitCodes } from './command.ts';
import { printable, type Terminal } from './terminal.ts';

const wrongUse: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'usage',
  'invalid-parameter',
  'profile-invalid',
  'lexicon-invalid',
]);
const partial: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['not-found', 'decision-not-applicable']);

/** Any error as one of ours: what the system says about disk and rights gets its code, the rest is `internal`. */
export function asRapporteurError(error: unknown): RapporteurError {
  if (error instanceof RapporteurError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Readonly<Record<string, ErrorCode>> = {
    ENOSPC: 'disk-full',
    EDQUOT: 'disk-full',
    EADDRINUSE: 'port-in-use',
    EACCES: 'data-folder-unwritable',
    EPERM: 'data-folder-unwritable',
    EROFS: 'data-folder-unwritable',
    SQLITE_FULL: 'disk-full',
    SQLITE_BUSY: 'database-busy',
    SQLITE_READONLY: 'data-folder-unwritable',
    SQLITE_CANTOPEN: 'data-folder-unwritable',
    ECONNREFUSED: 'database-unreachable',
  };
  return new RapporteurError((code && known[code]) || 'internal', message ?? String(error), { cause: error });
}

export function exitCodeOf(code: ErrorCode): number {
  if (wrongUse.has(code)) return exitCodes.wrongUse;
  return partial.has(code) ? exitCodes.someFailed : exitCodes.brokenWorld;
}

/** The code and its sentence, and what it was about this time when that is safe to show. */
export function problemOf(code: ErrorCode, detail?: string, instance?: string): ProblemOut {
  return renderProblem({ code }, errorSentence(code), {
    ...(detail === undefined ? {} : { detail }),
    ...(instance === undefined ? {} : { instance }),
  });
}

/** Messages of these are written for people; of others they may be a library's, and stay in the debug output. */
const speaking: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'usage',
  'invalid-parameter',
  'not-found',
  'decision-not-applicable',
  'profile-invalid',
  'lexicon-invalid',
  'data-folder-locked',
  'data-folder-unwritable',
  'port-in-use',
]);

/** Says what went wrong, once, in a sentence; gives the exit code. The stack only with RAPPORTEUR_DEBUG=1. */
export function reportError(
  thrown: unknown,
  terminal: Terminal,
  options: { readonly json: boolean; readonly debug: boolean; readonly hint?: string },
): number {
  const error = asRapporteurError(thrown);
  const detail = speaking.has(error.code) && thrown instanceof RapporteurError ? error.message : undefined;
  if (options.json) {
    const problem = renderProblem(error, errorSentence(error.code), detail === undefined ? {} : { detail });
    terminal.note(`${JSON.stringify(problem)}\n`);
  } else {
    const sentence = error.code === 'usage' && detail !== undefined ? detail : errorSentence(error.code);
    const about = detail !== undefined && error.code !== 'usage' ? ` ${detail}` : '';
    terminal.note(printable(`rapporteur: ${sentence}${about} (${error.code})`).trimEnd());
    terminal.note('\n');
    if (options.hint !== undefined) terminal.note(`${options.hint}\n`);
  }
  if (options.debug) {
    terminal.note(`${error.stack ?? error.message}\n`);
    for (let cause = error.cause; cause instanceof Error; cause = cause.cause) terminal.note(`${cause.stack}\n`);
  }
  return exitCodeOf(error.code);
}
