import { retainTexts } from '../../jobs/retain.ts';
import { renderRetention } from '../../schemas/retention.ts';
import { openArchive } from '../archive.ts';
import { type Command, exitCodes } from '../command.ts';

export const retainCommand: Command = {
  name: 'retain',
  usage: '',
  summary: 'Give up the texts that outlets let be kept for a time only.',
  details: [
    'For outlets with "outlets edit OUTLET --keep-bodies DAYS": when the newest version of an article is that old, its text and the bytes of its pages go. Title, address, hash and facts stay, with as many of their sentences as the outlet lets be shown. What is gone cannot be read again, also not by "rebuild": its facts stay as they are. Backups that were made before still hold it.',
    'The running site does this by itself, a few times a day.',
  ],
  options: [{ name: 'dry-run', sentence: 'Only say how many articles it would be.' }],
  settings: ['data'],
  arguments: { min: 0, max: 0 },
  examples: [{ line: 'rapporteur retain --dry-run', sentence: 'What would go now, by outlet.' }],
  async run({ flags, settings, terminal, json, now, signal }) {
    const dryRun = flags['dry-run'] === true;
    const archive = await openArchive(settings, { writes: !dryRun, editor: true });
    try {
      const dropped = await retainTexts(archive.store, { now, dryRun, signal });
      if (json) await terminal.out(`${JSON.stringify(renderRetention(dropped, dryRun))}\n`);
      else {
        for (const { outletId, keepDays, articles, bytes } of dropped)
          await terminal.out(
            `${outletId}: ${articles} articles older than ${keepDays} days${dryRun ? ' would go' : `, ${bytes} bytes given up`}\n`,
          );
        if (dropped.length === 0) terminal.note('Nothing is older than its outlet lets it be kept.\n');
      }
      return signal.aborted ? exitCodes.interrupted : exitCodes.ok;
    } finally {
      await archive.close();
    }
  },
};
