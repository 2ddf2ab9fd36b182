import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { RapporteurError } from '../errors.ts';
import { findPasswordFault, passwordLimits } from '../web/account/password-rules.ts';
import type { Terminal } from './terminal.ts';

/**
 * A password from a file, else typed twice without being shown. Never from the command line: others on the machine can
 * read that, and shells write it down.
 * @throws RapporteurError `usage` when there is none, or it is one that would be guessed
 */
export async function readPassword(
  terminal: Terminal,
  file: string | undefined,
  own: readonly string[],
): Promise<string> {
  const password = file === undefined ? await promptTwice(terminal) : readFile(file);
  const fault = findPasswordFault(password, own);
  if (fault !== undefined) throw new RapporteurError('usage', sentences[fault]);
  return password;
}

const sentences: Readonly<Record<NonNullable<ReturnType<typeof findPasswordFault>>, string>> = {
  short: `The password must have at least ${passwordLimits.least} characters; four words make a good one.`,
  long: `The password may have at most ${passwordLimits.most} characters.`,
  common:
    'That is one of the passwords that are guessed first: take several words that have nothing to do with each other.',
  simple: 'The characters of the password only repeat or follow the keyboard: take several words.',
  'own-name': 'The name or address makes up most of the password: take words that nobody connects with it.',
};

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (cause) {
    throw new RapporteurError('usage', `The password file "${path}" cannot be read.`, { cause });
  }
}

async function promptTwice(terminal: Terminal): Promise<string> {
  if (!terminal.input.isTTY)
    throw new RapporteurError('usage', 'No terminal to ask for the password: name a file with --password-file.');
  const first = await prompt(terminal, 'Password: ');
  if (first !== (await prompt(terminal, 'Password again: ')))
    throw new RapporteurError('usage', 'The two passwords are not the same.');
  return first;
}

/** Reads a line; what is typed is written nowhere. */
function prompt(terminal: Terminal, question: string): Promise<string> {
  terminal.note(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: terminal.input, output: nowhere, terminal: true });
  return new Promise((resolve, reject) => {
    lines.once('SIGINT', () => {
      lines.close();
      reject(new RapporteurError('usage', 'No password was given.'));
    });
    lines.question('', (line) => {
      lines.close();
      terminal.note('\n');
      resolve(line);
    });
  });
}
