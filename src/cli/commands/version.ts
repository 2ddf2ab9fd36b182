import { renderVersion } from '../../schemas/operations.ts';
import { type Command, exitCodes } from '../command.ts';
import { productVersion } from '../version.ts';

export const versionCommand: Command = {
  name: 'version',
  usage: '',
  summary: 'Print the version.',
  details: [],
  options: [],
  settings: [],
  arguments: { min: 0, max: 0 },
  examples: [{ line: 'rapporteur version --json', sentence: 'The version of the program and of Node.' }],
  async run({ terminal, json }) {
    const line = json
      ? JSON.stringify(renderVersion({ version: productVersion, node: process.versions.node }))
      : productVersion;
    await terminal.out(`${line}\n`);
    return exitCodes.ok;
  },
};
