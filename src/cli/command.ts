import type { Settings } from '../config.ts';
import type { Terminal } from './terminal.ts';

/** One option of one command, beside the settings that it takes. */
export interface CommandOption {
  readonly name: string;
  readonly short?: string;
  /** What it takes, for help (`FILE`); absent for a switch. */
  readonly takes?: string;
  readonly sentence: string;
}

export interface CommandExample {
  readonly line: string;
  readonly sentence: string;
}

/** A command: its help and documentation are made from this, so that they cannot drift apart. */
export interface Command {
  readonly name: string;
  /** Arguments as help shows them, e.g. `PATH…`. */
  readonly usage: string;
  /** One sentence, for the list of commands. */
  readonly summary: string;
  /** More, a paragraph each. */
  readonly details: readonly string[];
  readonly options: readonly CommandOption[];
  /** Settings that it accepts as options. */
  readonly settings: readonly (keyof Settings)[];
  readonly arguments: { readonly min: number; readonly max: number };
  readonly examples: readonly CommandExample[];
  /** Gives the exit code. */
  run(context: CommandContext): Promise<number>;
}

export interface CommandContext {
  readonly args: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly settings: Settings;
  readonly terminal: Terminal;
  /** True when the output is for machines. */
  readonly json: boolean;
  readonly now: () => Date;
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}

/** Exit codes, as the documentation lists them. */
export const exitCodes = {
  ok: 0,
  someFailed: 1,
  wrongUse: 2,
  brokenWorld: 3,
  interrupted: 130,
} as const;

export const exitCodeSentences: Readonly<Record<keyof typeof exitCodes, string>> = {
  ok: 'Everything asked for was done.',
  someFailed: 'Some pages, checks or decisions failed; each is named, the rest was done.',
  wrongUse: 'The command was not understood: nothing was done.',
  brokenWorld: 'Something around the program is broken (data folder, database, disk, port); nothing was lost.',
  interrupted: 'Stopped by Ctrl-C or SIGTERM: what was done is kept, the same command goes on.',
};
