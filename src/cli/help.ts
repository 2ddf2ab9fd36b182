import { type Command, exitCodeSentences, exitCodes } from './command.ts';
import { optionsOf } from './parse-command-line.ts';

/** `rapporteur --help`. */
export function renderOverview(commands: readonly Command[], version: string): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    `Rapporteur ${version}: turns press pages into a sourced record of who met whom.`,
    '',
    'Usage: rapporteur COMMAND [OPTIONS] [ARGUMENTS]',
    '',
    'Commands:',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'Examples:',
    '  rapporteur read page.html          what one page says, nothing stored',
    '  rapporteur import saved-pages/     into the archive in ./data',
    '  rapporteur serve                   the reading site, on this machine only',
    '',
    'rapporteur COMMAND --help tells more about one of them.',
    '',
  ].join('\n');
}

/** `rapporteur COMMAND --help`. */
export function renderHelp(command: Command): string {
  const options = optionsOf(command).map((option) => ({
    left: `${option.short === undefined ? '    ' : `-${option.short}, `}--${option.name}${option.takes === undefined ? '' : ` ${option.takes}`}`,
    right: option.sentence,
  }));
  const width = Math.max(...options.map((option) => option.left.length));
  return [
    ...wrap(`Usage: rapporteur ${command.name} ${command.usage} [OPTIONS]`, 92).map((line, at) =>
      at === 0 ? line : `    ${line}`,
    ),
    '',
    command.summary,
    ...command.details.flatMap((detail) => ['', ...wrap(detail, 92)]),
    '',
    'Options:',
    ...options.flatMap(({ left, right }) =>
      wrap(right, 92 - width - 4).map((line, at) => `  ${(at === 0 ? left : '').padEnd(width)}  ${line}`),
    ),
    '',
    'Examples:',
    ...command.examples.flatMap(({ line, sentence }) => [`  ${line}`, `      ${sentence}`]),
    '',
    'Exit codes:',
    ...Object.entries(exitCodes).map(
      ([name, code]) => `  ${String(code).padEnd(4)}${exitCodeSentences[name as keyof typeof exitCodes]}`,
    ),
    '',
  ].join('\n');
}

/** Breaks a text at spaces; words longer than the width stay whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  return lines.length === 0 ? [''] : lines;
}
