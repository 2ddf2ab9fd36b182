import { RapporteurError } from '../../errors.ts';
import { openThreadedReader } from '../../jobs/reading/threaded-reader.ts';
import { type RebuildFrom, rebuild } from '../../jobs/rebuild.ts';
import { renderRebuildReport } from '../../schemas/operations.ts';
import { openArchive } from '../archive.ts';
import { type Command, exitCodes } from '../command.ts';
import { startProgress } from '../progress.ts';
import { printable } from '../terminal.ts';

const stages: readonly RebuildFrom[] = ['extract', 'record', 'group'];

export const rebuildCommand: Command = {
  name: 'rebuild',
  usage: '',
  summary: 'Derive articles, record and stories again from the kept bytes.',
  details: [
    'For use after an update: pages are read again with the new rules. Addresses on the site stay, and editors’ decisions are played over the result; those that no longer apply are named.',
  ],
  options: [
    {
      name: 'from',
      takes: 'STAGE',
      sentence:
        'Where to begin: extract (the default, everything), record (keep the articles), group (keep the record of each article).',
    },
  ],
  settings: ['data'],
  arguments: { min: 0, max: 0 },
  examples: [
    { line: 'rapporteur rebuild', sentence: 'Everything, from the original bytes.' },
    { line: 'rapporteur rebuild --from group', sentence: 'Only stories and meetings, in seconds.' },
  ],
  async run({ flags, settings, terminal, json, now, signal }) {
    const from = stages.find((stage) => stage === (flags['from'] ?? 'extract'));
    if (from === undefined) throw new RapporteurError('usage', `--from must be one of ${stages.join(', ')}.`);
    const archive = await openArchive(settings, { writes: true });
    const reader = openThreadedReader({ profiles: archive.profiles });
    try {
      const progress = startProgress(terminal, 'rebuild', 0, { silent: json, now });
      const result = await rebuild(archive.store, {
        from,
        signal,
        reader,
        onPage: (done, total) => progress.update(done, total),
      });
      progress.stop();
      const { extracted, coded, change, decisionProblems, interrupted } = result;
      if (json) await terminal.out(`${JSON.stringify(renderRebuildReport({ from, ...result }))}\n`);
      else {
        await terminal.out(
          `${extracted} pages read, ${coded} articles coded; meetings: ${change.added} added, ${change.changed} changed, ${change.removed} removed\n`,
        );
        for (const [id, problem] of decisionProblems) {
          terminal.note(`decision ${id} no longer applies: ${printable(problem)}\n`);
        }
      }
      if (interrupted) return exitCodes.interrupted;
      return decisionProblems.size > 0 ? exitCodes.someFailed : exitCodes.ok;
    } finally {
      await reader.close();
      await archive.close();
    }
  },
};
