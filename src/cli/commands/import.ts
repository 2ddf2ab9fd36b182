import { resolve } from 'node:path';
import type { Collected } from '../../collect/collected.ts';
import { countFiles, readFiles } from '../../collect/read-files.ts';
import type { ErrorCode } from '../../errors.ts';
import { beginImport, type ImportedPage } from '../../jobs/import-page.ts';
import { openOutletBook } from '../../jobs/outlets.ts';
import { processPending } from '../../jobs/process.ts';
import { openReading } from '../../jobs/reading/reading.ts';
import { openThreadedReader } from '../../jobs/reading/threaded-reader.ts';
import { errorSentence } from '../../messages/errors.ts';
import { renderImportReport } from '../../schemas/import-report.ts';
import { openArchive } from '../archive.ts';
import { type Command, exitCodes } from '../command.ts';
import { startProgress } from '../progress.ts';
import { problemOf } from '../report-error.ts';
import { openSecret } from '../secrets.ts';
import { printable } from '../terminal.ts';

/** Remarks that a person need not see for every page: the page was read well all the same. */
const quiet: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['encoding-guessed']);

export const importCommand: Command = {
  name: 'import',
  usage: 'PATH…',
  summary: 'Take pages into the archive; then they are on the site, in search and in the record.',
  details: [
    'A path is a page (saved HTML, text dump, JSON, JSON lines), a folder of them, or - for standard input. The original bytes are kept.',
    'Outlet profiles in profiles.json of the data folder are used, before those that ship.',
    'The same page again changes nothing. A changed page becomes a new version and the old one is kept. A page that cannot be read is reported by name and the rest goes on. Stopped by Ctrl-C or a power cut, the same command goes on where it was.',
  ],
  options: [],
  settings: ['data', 'maxPageMegabytes'],
  arguments: { min: 1, max: Number.MAX_SAFE_INTEGER },
  examples: [
    { line: 'rapporteur import saved-pages/', sentence: 'A folder and everything below it.' },
    { line: 'rapporteur import pages.jsonl --data archive', sentence: 'JSON lines, into another data folder.' },
    { line: 'rapporteur import pages/ --json', sentence: 'A report for machines (schema rapporteur.import/1).' },
  ],
  async run({ args, settings, terminal, json, now, signal }) {
    const maxBytes = settings.maxPageMegabytes * 1024 * 1024;
    const began = now().getTime();
    const archive = await openArchive(settings, { writes: true });
    const pages = { new: 0, same: 0, changed: 0 };
    const failures: { name: string; code: ErrorCode; detail?: string }[] = [];
    const reader = openThreadedReader({ profiles: archive.profiles });
    try {
      openSecret(archive.folder, 'session');
      const reading = openReading(archive.store, await openOutletBook(archive.store), reader);
      const progress = startProgress(terminal, 'import', await countFiles(args), { silent: json, now });
      const fail = (name: string, code: ErrorCode, detail: string | undefined) => {
        failures.push({ name, code, ...(detail === undefined ? {} : { detail }) });
        if (!json) progress.note(`${printable(name)}: ${errorSentence(code)} (${code})`);
      };
      const tell = (found: Collected, result: ImportedPage) => {
        if (result.failure !== undefined) return fail(found.name, result.failure.code, result.failure.detail);
        if (result.change === 'failed') return;
        pages[result.change] += 1;
        for (const { code } of result.change === 'same' || json ? [] : result.problems) {
          if (!quiet.has(code)) progress.note(`${printable(found.name)}: note: ${errorSentence(code)} (${code})`);
        }
      };
      let done = 0;
      // What is told of a page is told in the order of the pages.
      const line: (() => Promise<void>)[] = [];
      const tellFirst = async () => {
        await line.shift()?.();
        done += 1;
        progress.update(done, done);
      };
      for await (const found of readFiles(args, { maxBytes, stdin: terminal.input })) {
        if (signal.aborted) break;
        if (found.kind === 'failure') line.push(async () => fail(found.name, found.code, found.detail));
        else {
          const { ended } = await beginImport(archive.store, reading, found, {
            origin: 'import',
            maxBytes,
            savedAt: now().toISOString(),
            identity: identityOf(found),
          });
          // Whoever waits for it later hears of what went wrong.
          ended.catch(() => {});
          line.push(async () => tell(found, await ended));
        }
        if (line.length > reader.threads * 3) await tellFirst();
      }
      while (line.length > 0) await tellFirst();
      const result = await processPending(archive.store, { signal, reader });
      progress.stop();
      const seconds = Math.round((now().getTime() - began) / 100) / 10;
      if (json) {
        const report = renderImportReport({
          pages,
          failures: failures.map(({ name, code, detail }) => ({ name, problem: problemOf(code, detail, name) })),
          record: result.change,
          decisionProblems: result.decisionProblems,
          interrupted: result.interrupted,
          seconds,
        });
        await terminal.out(`${JSON.stringify(report)}\n`);
      } else {
        const { change } = result;
        await terminal.out(
          `${pages.new} new, ${pages.changed} changed, ${pages.same} already there, ${failures.length} failed; ` +
            `meetings: ${change.added} added, ${change.changed} changed, ${change.removed} removed (${seconds} s)\n`,
        );
        for (const [id, problem] of result.decisionProblems) {
          terminal.note(`decision ${id} no longer applies: ${printable(problem)}\n`);
        }
        if (result.interrupted) terminal.note(`${errorSentence('import-interrupted')} (import-interrupted)\n`);
      }
      if (result.interrupted) return exitCodes.interrupted;
      return failures.length > 0 ? exitCodes.someFailed : exitCodes.ok;
    } finally {
      await reader.close();
      await archive.close();
    }
  },
};

/**
 * What makes a page without an address the same page next time: the place of its file. An item of a JSON file is known by
 * its id; without one, and from standard input, only by its content, since lines move.
 */
function identityOf(found: Extract<Collected, { kind: 'page' }>): string | undefined {
  const [path = '', item] = found.name.split(/#(?=\d+$)/);
  if (path === '-') return found.id === undefined ? undefined : `stdin#${found.id}`;
  if (item === undefined && found.id === undefined) return resolve(found.name);
  return found.id === undefined ? undefined : `${resolve(path)}#${found.id}`;
}
