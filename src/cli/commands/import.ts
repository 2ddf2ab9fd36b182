import { resolve } from 'node:path';
import type { Collected, CollectedPage } from '../../collect/collected.ts';
import { measureFiles } from '../../collect/find-files.ts';
import { type ReadFilesOptions, readFiles } from '../../collect/read-files.ts';
import { type ErrorCode, RapporteurError } from '../../errors.ts';
import { earlierCaptures } from '../../jobs/earlier-captures.ts';
import { takeHead, takeWaitingDecisions } from '../../jobs/import-head.ts';
import { type ImportOutcome, openImportJournal } from '../../jobs/import-journal.ts';
import { beginImport, type ImportedPage } from '../../jobs/import-page.ts';
import { openOutletBook } from '../../jobs/outlets.ts';
import { processPending } from '../../jobs/process.ts';
import { openReading } from '../../jobs/reading/reading.ts';
import { openThreadedReader } from '../../jobs/reading/threaded-reader.ts';
import { errorSentence } from '../../messages/errors.ts';
import { mostListedFailures, renderImportReport } from '../../schemas/import-report.ts';
import { openArchive } from '../archive.ts';
import { startByteProgress } from '../byte-progress.ts';
import { type Command, type CommandContext, exitCodes } from '../command.ts';
import { describeImport } from '../import/describe-import.ts';
import { listFailures } from '../import/list-failures.ts';
import { retryFailed } from '../import/retry-failed.ts';
import { problemOf } from '../report-error.ts';
import { openSecret } from '../secrets.ts';
import { printable } from '../terminal.ts';

/** Remarks that a person need not see for every page: the page was read well all the same. */
const quiet: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['encoding-guessed']);
/** More lines than this tell a person nothing; all are kept in the archive. */
const mostPrinted = 100;

export const importCommand: Command = {
  name: 'import',
  usage: 'PATH… | --failed | --retry-failed',
  summary: 'Take pages into the archive; then they are on the site, in search and in the record.',
  details: [
    'A path is a page (saved HTML, text dump), JSON, JSON lines, a web archive (WARC, WACZ), what another Rapporteur exported (--format pages, warc or wacz), a folder of all these, or - for standard input. Files may be packed with gzip. The original bytes are kept.',
    'Of a web archive, answers that are pages are taken, with their address and the time of their capture; pictures, redirects and errors are counted. A damaged file is read as far as it is whole, and further behind the damage.',
    'Outlet profiles in profiles.json of the data folder are used, before those that ship.',
    'The same page again changes nothing. A changed page becomes a new version and the old one is kept. A page that cannot be read is reported by name and the rest goes on; --failed lists what failed with its reason. Stopped by Ctrl-C or a power cut, the same command goes on where it was.',
  ],
  options: [
    { name: 'failed', sentence: 'List what imports could not take in, and why.' },
    { name: 'retry-failed', sentence: 'Try that again.' },
  ],
  settings: ['data', 'maxPageMegabytes'],
  arguments: { min: 0, max: Number.MAX_SAFE_INTEGER },
  examples: [
    { line: 'rapporteur import saved-pages/', sentence: 'A folder and everything below it.' },
    { line: 'rapporteur import crawl.wacz 2019.warc.gz', sentence: 'Web archives of any size.' },
    { line: 'rapporteur import pages.jsonl --data archive', sentence: 'JSON lines, into another data folder.' },
    { line: 'rapporteur import --failed', sentence: 'What could not be read, with the reason.' },
    { line: 'rapporteur import pages/ --json', sentence: 'A report for machines (schema rapporteur.import/1).' },
  ],
  async run(context) {
    const { args, flags, settings, terminal, json, now, signal } = context;
    checkUse(context);
    if (flags['failed'] === true) {
      const archive = await openArchive(settings, { writes: false, editor: true });
      try {
        await listFailures(archive.store, terminal, json);
      } finally {
        await archive.close();
      }
      return exitCodes.ok;
    }
    const maxBytes = settings.maxPageMegabytes * 1024 * 1024;
    const began = now().getTime();
    const archive = await openArchive(settings, { writes: true });
    const { store } = archive;
    const pages = { new: 0, same: 0, changed: 0, failed: 0 };
    const failures: { name: string; code: ErrorCode; detail?: string }[] = [];
    const journal = await openImportJournal(store, now);
    const reader = openThreadedReader({ profiles: archive.profiles });
    try {
      openSecret(archive.folder, 'session');
      const threads = openReading(store, await openOutletBook(store), reader);
      const retry = flags['retry-failed'] === true;
      const total = retry ? 0 : (await measureFiles(args)).bytes;
      const progress = startByteProgress(terminal, 'import', total, { silent: json || retry, now });
      const fail = (name: string, code: ErrorCode, detail: string | undefined): ImportOutcome => {
        pages.failed += 1;
        const failure = { code, ...(detail === undefined ? {} : { detail }) };
        if (failures.length < mostListedFailures) failures.push({ name, ...failure });
        if (!json && pages.failed <= mostPrinted) progress.note(`${printable(name)}: ${errorSentence(code)} (${code})`);
        if (!json && pages.failed === mostPrinted + 1) {
          progress.note('More failures are not shown here; "rapporteur import --failed" lists all.');
        }
        return { changed: true, failure };
      };
      const tell = (found: Collected, result: ImportedPage): ImportOutcome => {
        if (result.failure !== undefined) return fail(found.name, result.failure.code, result.failure.detail);
        if (result.change === 'failed') return { changed: false };
        pages[result.change] += 1;
        for (const { code } of result.change === 'same' || json ? [] : result.problems) {
          if (!quiet.has(code)) progress.note(`${printable(found.name)}: note: ${errorSentence(code)} (${code})`);
        }
        return { changed: result.change !== 'same' };
      };
      // Several pages are read at once; what is told of them is told in their order.
      const line: (() => Promise<void>)[] = [];
      const settleFirst = async (): Promise<void> => {
        await line.shift()?.();
        const { bytes, bytesBefore } = journal;
        progress.update({ pages: pages.new + pages.same + pages.changed + pages.failed, bytes, bytesBefore });
      };
      const reading: ReadFilesOptions = {
        maxBytes,
        stdin: terminal.input,
        archive: earlierCaptures(store),
        journal,
        onHead: (head) => takeHead(store, head),
      };
      for await (const found of retry ? retryFailed(store, reading) : readFiles(args, reading)) {
        if (signal.aborted) break;
        const pending = journal.begin(found);
        if (found.kind === 'failure') {
          line.push(() => journal.settle(pending, fail(found.name, found.code, found.detail)));
        } else {
          const { ended } = await beginImport(store, threads, found, {
            origin: 'import',
            maxBytes,
            savedAt: now().toISOString(),
            identity: identityOf(found),
          });
          // Whoever waits for it later hears of what went wrong.
          ended.catch(() => {});
          line.push(async () => journal.settle(pending, tell(found, await ended)));
        }
        if (line.length > reader.threads * 3) await settleFirst();
      }
      while (line.length > 0) await settleFirst();
      progress.stop();
      await journal.save();
      let result = await processPending(store, { signal, reader });
      const importedDecisions = result.interrupted ? 'none' : await takeWaitingDecisions(store);
      if (importedDecisions === 'taken') {
        const { change } = result;
        result = await processPending(store, { signal, reader, alwaysFuse: true });
        result = { ...result, change: addChanges(change, result.change) };
      }
      if (!result.interrupted) await journal.finish();
      const report = renderImportReport({
        pages,
        skipped: journal.skips,
        failures: failures.map(({ name, code, detail }) => ({ name, problem: problemOf(code, detail, name) })),
        record: result.change,
        decisionProblems: result.decisionProblems,
        importedDecisions,
        interrupted: result.interrupted,
        seconds: Math.round((now().getTime() - began) / 100) / 10,
      });
      await (json ? terminal.out(`${JSON.stringify(report)}\n`) : describeImport(report, terminal));
      if (result.interrupted) return exitCodes.interrupted;
      return pages.failed > 0 ? exitCodes.someFailed : exitCodes.ok;
    } finally {
      await reader.close();
      await archive.close();
    }
  },
};

function checkUse({ args, flags }: CommandContext): void {
  const asked = (flags['failed'] === true ? 1 : 0) + (flags['retry-failed'] === true ? 1 : 0);
  if (asked === 0 && args.length === 0) throw new RapporteurError('usage', '"import" needs PATH….');
  if (asked === 2 || (asked === 1 && args.length > 0)) {
    throw new RapporteurError('usage', '--failed and --retry-failed stand alone.');
  }
}

interface Change {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

function addChanges(a: Change, b: Change): Change {
  return { added: a.added + b.added, changed: a.changed + b.changed, removed: a.removed + b.removed };
}

/**
 * What makes a page without an address the same page next time: the place of its file. An item of a JSON file is known by
 * its id; without one, and from standard input, only by its content, since lines move.
 */
function identityOf(found: CollectedPage): string | undefined {
  if (found.identity !== undefined) return found.identity ?? undefined;
  const [path = '', item] = found.name.split(/#(?=\d+$)/);
  if (path === '-') return found.id === undefined ? undefined : `stdin#${found.id}`;
  if (item === undefined && found.id === undefined) return resolve(found.name);
  return found.id === undefined ? undefined : `${resolve(path)}#${found.id}`;
}
