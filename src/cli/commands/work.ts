import { readProfilesOf } from '../../collect/read-profiles.ts';
import { RapporteurError } from '../../errors.ts';
import { standardThreads } from '../../jobs/reading/threaded-reader.ts';
import { openArchive } from '../archive.ts';
import { type Command, exitCodes } from '../command.ts';
import { keepCollecting } from '../keep-collecting.ts';
import { openSecret } from '../secrets.ts';
import { printable } from '../terminal.ts';

const mostThreads = 64;
/** Workers share what others find at once. */
const everyMs = 1_000;

export const workCommand: Command = {
  name: 'work',
  usage: '',
  summary: 'Do what waits in the queue: visit outlets, fetch, read, record, group; until stopped.',
  details: [
    'On PostgreSQL, start as many as you like, on as many machines as you like: each job is given to one of them, outlets are visited by one at a time, and a worker that is killed gives its jobs back within half a minute.',
    'In the embedded archive one process writes at a time: the worker takes turns with the running site and other commands, and says when it waits for them.',
    'Ctrl-C or SIGTERM stops it: pages that are being read are finished, everything else is given back.',
  ],
  options: [
    {
      name: 'concurrency',
      takes: 'N',
      sentence: 'Pages that are read at once, each in a thread. Default: one less than there are cores, four at most.',
    },
  ],
  settings: ['data', 'publicUrl', 'maxPageMegabytes', 'contact'],
  arguments: { min: 0, max: 0 },
  examples: [
    { line: 'rapporteur work', sentence: 'Beside a site that runs with --no-collect, or alone.' },
    { line: 'rapporteur work --concurrency 8', sentence: 'On a machine with eight cores for it.' },
  ],
  async run({ flags, settings, terminal, json, now, signal }) {
    const threads = threadsOf(flags['concurrency']);
    const archive = await openArchive(settings, { writes: false, editor: true });
    const total = { stored: 0, failed: 0, rounds: 0 };
    let waits = false;
    const say = (event: string, detail: object, sentence: string) => {
      if (json) terminal.note(`${JSON.stringify({ time: now().toISOString(), event, ...detail })}\n`);
      else terminal.note(`${sentence}\n`);
    };
    try {
      openSecret(archive.folder, 'session');
      const where = archive.store.dialect === 'postgres' ? 'PostgreSQL' : archive.folder;
      say('working', { threads }, `Working on ${where}, ${threads} pages at once (Ctrl-C stops it)`);
      await keepCollecting(archive, settings, {
        now,
        signal,
        threads,
        everyMs,
        profiles: readProfilesOf(archive.folder),
        log: (event, detail) => {
          if (event !== 'collected') say(event, detail, printable(`${event}: ${JSON.stringify(detail)}`));
        },
        onLocked(holder) {
          if (!waits)
            say('waiting', { holder }, `The data folder is in use (${holder.replace(/\.$/, '')}): waiting for it.`);
          waits = true;
        },
        onRound({ sources, items, change }) {
          waits = false;
          const asked = sources.polled + sources.unchanged + sources.failed + sources.blocked;
          const done = asked + items.stored + items.failed + change.added + change.changed + change.removed;
          if (done === 0) return;
          total.rounds += 1;
          total.stored += items.stored;
          total.failed += items.failed;
          say(
            'round',
            { asked, ...items, ...change },
            `${asked} sources asked, ${items.stored} articles stored, ${items.failed} failed; meetings: ${change.added} added, ${change.changed} changed, ${change.removed} removed`,
          );
        },
      });
      if (json) await terminal.out(`${JSON.stringify(total)}\n`);
      else await terminal.out(`Stopped after ${total.stored} articles stored, ${total.failed} failed.\n`);
      return exitCodes.ok;
    } finally {
      await archive.close();
    }
  },
};

function threadsOf(value: string | boolean | undefined): number {
  if (value === undefined) return standardThreads();
  const threads = Number(value);
  if (!Number.isInteger(threads) || threads < 1 || threads > mostThreads)
    throw new RapporteurError('usage', `--concurrency must be a whole number from 1 to ${mostThreads}.`);
  return threads;
}
