import { restoreBackup } from '../../jobs/backup/restore-backup.ts';
import { renderBackupReport } from '../../schemas/backup.ts';
import { type Command, exitCodes } from '../command.ts';
import { printable } from '../terminal.ts';

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'PATH',
  summary: 'Make a data folder of a backup.',
  details: [
    'PATH is what "rapporteur backup" made. Every file is compared with its hash first. The data folder must be new or empty: an archive is never overwritten.',
    'A backup of PostgreSQL becomes a SQLite archive in the folder, or goes into the empty database that RAPPORTEUR_DATABASE_URL names.',
  ],
  options: [],
  settings: ['data'],
  arguments: { min: 1, max: 1 },
  examples: [
    { line: 'rapporteur restore backups/monday --data restored', sentence: 'Then: rapporteur serve --data restored' },
  ],
  async run({ args, settings, terminal, json }) {
    const [path = ''] = args;
    const manifest = await restoreBackup(path, settings.data, settings.databaseUrl);
    if (json) await terminal.out(`${JSON.stringify(renderBackupReport({ path: settings.data, manifest }))}\n`);
    else {
      const { pages, articles, meetings } = manifest.counts;
      await terminal.out(
        `${printable(settings.data)}: ${pages} pages, ${articles} articles, ${meetings} meetings, as of ${manifest.madeAt}\n`,
      );
    }
    return exitCodes.ok;
  },
};
