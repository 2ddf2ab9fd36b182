import { resolveSettings } from '../config.ts';
import { RapporteurError } from '../errors.ts';
import { type Command, exitCodes } from './command.ts';
import { loadCommand, loadCommands } from './commands.ts';
import { renderHelp, renderOverview } from './help.ts';
import { parseCommandLine, putCommandFirst } from './parse-command-line.ts';
import { reportError } from './report-error.ts';
import { openTerminal, type Terminal } from './terminal.ts';
import { productVersion } from './version.ts';

/** The command line. Gives the exit code and never throws. */
export async function main(words: readonly string[]): Promise<number> {
  const terminal = openTerminal();
  const debug = Boolean(process.env['RAPPORTEUR_DEBUG']) && process.env['RAPPORTEUR_DEBUG'] !== '0';
  const json = words.includes('--json');
  const [name, ...rest] = putCommandFirst(words);
  const command = name === undefined ? undefined : await loadCommand(name);
  try {
    if (command === undefined) return await withoutCommand(name, terminal);
    return await runCommand(command, rest, terminal);
  } catch (error) {
    const hint = `See rapporteur ${command === undefined ? '' : `${command.name} `}--help.`;
    const isUsage = error instanceof RapporteurError && error.code === 'usage';
    return reportError(error, terminal, { json, debug, ...(isUsage ? { hint } : {}) });
  }
}

async function withoutCommand(name: string | undefined, terminal: Terminal): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    await terminal.out(renderOverview(await loadCommands(), productVersion));
    return exitCodes.ok;
  }
  if (name === '--version' || name === '-v') {
    await terminal.out(`${productVersion}\n`);
    return exitCodes.ok;
  }
  if (name === undefined) {
    terminal.note(renderOverview(await loadCommands(), productVersion));
    return exitCodes.wrongUse;
  }
  throw new RapporteurError('usage', `There is no command "${name}".`);
}

async function runCommand(command: Command, words: readonly string[], terminal: Terminal): Promise<number> {
  const { args, flags } = parseCommandLine(command, words);
  if (flags['help'] === true) {
    await terminal.out(renderHelp(command));
    return exitCodes.ok;
  }
  const settings = resolveSettings(process.env, flags);
  const stop = new AbortController();
  let asked = 0;
  const onSignal = () => {
    asked += 1;
    // The second Ctrl-C means now; the archive survives that too.
    if (asked > 1) process.exit(exitCodes.interrupted);
    stop.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    return await command.run({
      args,
      flags,
      settings,
      terminal,
      json: flags['json'] === true,
      now: () => new Date(),
      signal: stop.signal,
    });
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}
