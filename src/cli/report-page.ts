import type { ErrorCode } from '../errors.ts';
import { errorSentence } from '../messages/errors.ts';
import { problemOf } from './report-error.ts';
import { printable, type Terminal } from './terminal.ts';

/** One line on a page that could not be read, or could not be read well: name, sentence, code. */
export function reportPage(
  name: string,
  problem: { readonly code: ErrorCode; readonly detail?: string },
  terminal: Terminal,
  json: boolean,
): void {
  if (json) terminal.note(`${JSON.stringify(problemOf(problem.code, problem.detail, name))}\n`);
  else {
    // What a server answered is the first thing to know; what is wrong with a file, its sentence says.
    const fetched = problem.code === 'fetch-failed' || problem.code === 'address-refused';
    const detail = fetched && problem.detail !== undefined ? ` ${printable(problem.detail)}` : '';
    terminal.note(`${printable(name)}: ${errorSentence(problem.code)} (${problem.code})${detail}\n`);
  }
}
