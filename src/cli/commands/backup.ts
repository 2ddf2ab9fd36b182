import { makeBackup } from '../../jobs/backup/make-backup.ts';
import { verifyBackup } from '../../jobs/backup/restore-backup.ts';
import { renderBackupReport } from '../../schemas/backup.ts';
import { openArchive } from '../archive.ts';
import { type Command, exitCodes } from '../command.ts';
import { printable } from '../terminal.ts';
import { productVersion } from '../version.ts';

export const backupCommand: Command = {
  name: 'backup',
  usage: 'PATH',
  summary: 'Copy the archive, while it is in use.',
  details: [
    'PATH is a folder to make, or a file when it ends with .tar. The site may run and imports may write meanwhile: the copy is of one instant. Beside the database it holds the secrets and the outlet profiles of the data folder, and a manifest with counts and hashes; keep it where only you can read it.',
    'Until it is whole it has another name, so that a backup that was killed never looks like one. Something that is there already is never overwritten.',
    'An archive in PostgreSQL is written as rows that any Rapporteur restores, to PostgreSQL or to a folder; pg_dump does as well.',
  ],
  options: [{ name: 'verify', sentence: 'Restore the copy to a passing folder and compare it, all bytes included.' }],
  settings: ['data'],
  arguments: { min: 1, max: 1 },
  examples: [
    { line: 'rapporteur backup backups/monday --verify', sentence: 'A folder, restored once to be sure.' },
    { line: 'rapporteur backup backups/monday.tar', sentence: 'The same as one file.' },
  ],
  async run({ args, flags, settings, terminal, json, now }) {
    const [path = ''] = args;
    const archive = await openArchive(settings, { writes: false });
    try {
      const { store, folder } = archive;
      const manifest = await makeBackup(store, { path, folder, version: productVersion, now });
      const differences = flags['verify'] === true ? await verifyBackup(path) : undefined;
      const report = { path, manifest, ...(differences === undefined ? {} : { differences }) };
      if (json) await terminal.out(`${JSON.stringify(renderBackupReport(report))}\n`);
      else {
        const { pages, articles, meetings } = manifest.counts;
        await terminal.out(
          `${printable(path)}: ${pages} pages, ${articles} articles, ${meetings} meetings${differences?.length === 0 ? ', verified' : ''}\n`,
        );
        for (const difference of differences ?? []) terminal.note(`${printable(difference)}\n`);
      }
      return differences !== undefined && differences.length > 0 ? exitCodes.someFailed : exitCodes.ok;
    } finally {
      await archive.close();
    }
  },
};
