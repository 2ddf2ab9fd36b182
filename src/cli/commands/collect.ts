import type { ErrorCode } from '../../errors.ts';
import { RapporteurError } from '../../errors.ts';
import { collectSources } from '../../jobs/collect/collect.ts';
import { openThreadedReader } from '../../jobs/reading/threaded-reader.ts';
import { errorSentence } from '../../messages/errors.ts';
import { renderCollectReport } from '../../schemas/collecting.ts';
import { openArchive } from '../archive.ts';
import { type Command, exitCodes } from '../command.ts';
import { startProgress } from '../progress.ts';
import { problemOf } from '../report-error.ts';
import { openSecret } from '../secrets.ts';
import { printable } from '../terminal.ts';
import { hubsOf, openVisitor } from '../visitor.ts';

export const collectCommand: Command = {
  name: 'collect',
  usage: '--once',
  summary: 'Fetch what the outlets that you follow have published.',
  details: [
    'Every active outlet is asked now, whatever its schedule; what is new is fetched, read, recorded and searchable when the command ends. Outlets are asked with the validators of last time, so that nothing is sent twice.',
    'Pages that could not be fetched are tried again by a later run (10 minutes, one hour, six hours), then listed as failed; they do not hold the rest. "rapporteur outlets list" says how it goes. The running site collects by itself on each outlet\'s own rhythm.',
  ],
  options: [
    { name: 'once', sentence: 'One round now.' },
    { name: 'retry', sentence: 'Try again what failed for good, too.' },
  ],
  settings: ['data', 'publicUrl', 'maxPageMegabytes', 'contact'],
  arguments: { min: 0, max: 0 },
  examples: [
    { line: 'rapporteur collect --once', sentence: 'One round over all outlets.' },
    { line: 'rapporteur collect --once --json', sentence: 'A report for machines (schema rapporteur.collect/1).' },
  ],
  async run({ flags, settings, terminal, json, now, signal }) {
    if (flags['once'] !== true)
      throw new RapporteurError(
        'usage',
        'Write: collect --once. The running site ("rapporteur serve") collects on its own.',
      );
    const began = now().getTime();
    const archive = await openArchive(settings, { writes: true, shared: true });
    const reader = openThreadedReader({ profiles: archive.profiles });
    const { visitor, fetcher, close } = openVisitor(() => archive.store, { now, contact: settings.contact });
    const failures: { name: string; code: ErrorCode; detail: string }[] = [];
    try {
      openSecret(archive.folder, 'session');
      const { store } = archive;
      if (flags['retry'] === true) await store.collect.retryItems(now().toISOString());
      const sources = (await store.collect.sources()).filter(({ state }) => state !== 'paused' && state !== 'gone');
      if (sources.length === 0) terminal.note(`${errorSentence('nothing-to-collect')} (nothing-to-collect)\n`);
      const progress = startProgress(terminal, 'collect', sources.length, { silent: json, now });
      let done = 0;
      let total = sources.length;
      const report = await collectSources(store, sources, {
        visitor,
        now,
        signal,
        maxBytes: settings.maxPageMegabytes * 1024 * 1024,
        reader,
        ...hubsOf(settings.publicUrl, fetcher),
        waitForOthers: true,
        onProblem: (problem) => progress.note(`${printable(String(problem))}`),
        onProgress(event) {
          if (event.kind === 'recording') return;
          done += 1;
          const name = event.kind === 'polled' ? event.source.address : event.item.address;
          const problem =
            event.kind === 'polled' ? event.problem : event.outcome.kind === 'failed' ? event.outcome : undefined;
          if (event.kind === 'item') total = Math.max(total, done);
          if (problem !== undefined) {
            failures.push({ name, code: problem.code, detail: problem.detail });
            if (!json)
              progress.note(`${printable(name)}: ${errorSentence(problem.code)} (${printable(problem.detail)})`);
          }
          progress.update(done, total);
        },
      });
      progress.stop();
      const seconds = Math.round((now().getTime() - began) / 100) / 10;
      const { items, change } = report;
      if (json) {
        const out = renderCollectReport({
          ...report,
          failures: failures.map(({ name, code, detail }) => ({ name, problem: problemOf(code, detail, name) })),
          seconds,
        });
        await terminal.out(`${JSON.stringify(out)}\n`);
      } else {
        const { polled, unchanged, failed, blocked } = report.sources;
        await terminal.out(
          `${polled + unchanged + failed + blocked} sources asked: ${polled} with items, ${unchanged} unchanged, ${failed} failed, ${blocked} refuse us for now\n` +
            `${items.found} new items: ${items.stored} stored, ${items.failed} failed, ${items.waiting} left for later; ` +
            `meetings: ${change.added} added, ${change.changed} changed, ${change.removed} removed (${seconds} s)\n`,
        );
      }
      if (report.interrupted) return exitCodes.interrupted;
      return failures.length > 0 ? exitCodes.someFailed : exitCodes.ok;
    } finally {
      await close();
      await reader.close();
      await archive.close();
    }
  },
};
