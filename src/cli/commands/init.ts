import { renderArchive } from '../../schemas/operations.ts';
import { openArchive } from '../archive.ts';
import { type Command, exitCodes } from '../command.ts';
import { openSecret } from '../secrets.ts';

export const initCommand: Command = {
  name: 'init',
  usage: '',
  summary: 'Make an empty archive.',
  details: [
    'import and serve make the data folder on their own: this is for scripts that want it to be there before. Doing it twice does no harm.',
  ],
  options: [],
  settings: ['data'],
  arguments: { min: 0, max: 0 },
  examples: [{ line: 'rapporteur init --data archive', sentence: 'An empty archive in the folder "archive".' }],
  async run({ settings, terminal, json }) {
    const archive = await openArchive(settings, { writes: true });
    try {
      openSecret(archive.folder, 'session');
      const counts = await archive.store.counts();
      const line = json
        ? JSON.stringify(renderArchive({ data: settings.data, dialect: archive.store.dialect, ...counts }))
        : `The archive in ${settings.data} is ready (${counts.pages} pages).`;
      await terminal.out(`${line}\n`);
    } finally {
      await archive.close();
    }
    return exitCodes.ok;
  },
};
