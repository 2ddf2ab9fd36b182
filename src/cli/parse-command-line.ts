import { parseArgs } from 'node:util';
import { settingsTable } from '../config.ts';
import { RapporteurError } from '../errors.ts';
import type { Command, CommandOption } from './command.ts';

/** Options that every command has. */
export const commonOptions: readonly CommandOption[] = [
  { name: 'json', sentence: 'Print JSON for machines; errors too, as problem+json on standard error.' },
  { name: 'help', short: 'h', sentence: 'Show this help.' },
];

/** Every command takes `--data`, so that a script can add it to any of them. */
const unusedData: CommandOption = {
  name: 'data',
  takes: 'DIR',
  sentence: 'Taken by every command; this one leaves the folder alone.',
};

/** All options of a command: its own, those of its settings, the common ones. */
export function optionsOf(command: Command): readonly CommandOption[] {
  const fromSettings = settingsTable
    .filter((entry) => entry.flag !== undefined && command.settings.includes(entry.name))
    .map((entry) => ({
      name: entry.flag ?? '',
      ...(entry.takes === undefined ? {} : { takes: entry.takes }),
      sentence: `${entry.sentence} [${entry.env}${describeDefault(entry.default)}]`,
    }));
  const own = command.settings.includes('data') || command.options.some(({ name }) => name === 'data');
  const data = own ? [] : [unusedData];
  return [...command.options, ...fromSettings, ...data, ...commonOptions];
}

function describeDefault(value: unknown): string {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    ? ''
    : `; default ${value}`;
}

/** Common options may also stand before the command (`--data DIR import x`): moves them behind it. */
export function putCommandFirst(words: readonly string[]): readonly string[] {
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    if (word === '--json' || word.startsWith('--data=')) at += 1;
    else if (word === '--data') at += 2;
    else break;
  }
  const name = words[at];
  return at === 0 || name === undefined ? words : [name, ...words.slice(0, at), ...words.slice(at + 1)];
}

export interface ParsedCommand {
  readonly args: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
}

/**
 * Reads the words after the name of a command.
 * @throws RapporteurError `usage`, in one sentence, for an unknown option, a missing value, too few or many arguments.
 */
export function parseCommandLine(command: Command, words: readonly string[]): ParsedCommand {
  const options = optionsOf(command);
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(
        options.map((option) => [
          option.name,
          {
            type: option.takes === undefined ? ('boolean' as const) : ('string' as const),
            ...(option.short === undefined ? {} : { short: option.short }),
          },
        ]),
      ),
    });
    if (values['help'] !== true) checkArguments(command, positionals);
    return { args: positionals, flags: values as ParsedCommand['flags'] };
  } catch (error) {
    if (error instanceof RapporteurError) throw error;
    throw new RapporteurError('usage', firstSentence((error as Error).message), { cause: error });
  }
}

function checkArguments(command: Command, args: readonly string[]): void {
  const { min, max } = command.arguments;
  if (args.length < min) throw new RapporteurError('usage', `"${command.name}" needs ${command.usage}.`);
  if (args.length > max) throw new RapporteurError('usage', `"${args[max]}" is one argument too many.`);
}

/** Node adds advice after its first sentence that is about programs, not about people. */
function firstSentence(message: string): string {
  const line = message.split('\n')[0] ?? message;
  const end = line.indexOf('. ');
  const sentence = end === -1 ? line : line.slice(0, end);
  return `${sentence.replace(/\.$/, '')}.`;
}
