import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { RapporteurError } from '../../errors.ts';
import { exportColumns, renderExportRows } from '../../schemas/export-rows.ts';
import { renderMeeting } from '../../schemas/meeting.ts';
import { renderExportReport } from '../../schemas/operations.ts';
import { openArchive } from '../archive.ts';
import { type Command, exitCodes } from '../command.ts';
import { openQuotes } from '../published-quotes.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: '',
  summary: 'Write the record of meetings as JSON lines or CSV.',
  details: [
    'JSON lines have one meeting each (schema rapporteur.meeting/1) with its evidence; CSV has one row for each meeting and pair of countries. Quotations stay within what the outlet of each article allows (publish: full, excerpt or facts).',
  ],
  options: [
    { name: 'format', takes: 'FORMAT', sentence: 'jsonl (the default) or csv.' },
    { name: 'out', takes: 'FILE', sentence: 'Write to a file, whole or not at all, instead of standard output.' },
  ],
  settings: ['data'],
  arguments: { min: 0, max: 0 },
  examples: [
    { line: 'rapporteur export > meetings.jsonl', sentence: 'The whole record.' },
    { line: 'rapporteur export --format csv --out meetings.csv', sentence: 'A table for a spreadsheet.' },
  ],
  async run({ flags, settings, terminal, json, signal }) {
    const format = flags['format'] ?? 'jsonl';
    if (format !== 'jsonl' && format !== 'csv') throw new RapporteurError('usage', '--format must be jsonl or csv.');
    const file = typeof flags['out'] === 'string' ? flags['out'] : undefined;
    const archive = await openArchive(settings, { writes: false });
    const sink = openSink(file, terminal.out);
    try {
      const quoteOf = openQuotes(archive.store);
      let meetings = 0;
      if (format === 'csv') await sink.write(`${exportColumns.join(',')}\r\n`);
      for await (const meeting of archive.store.record.eachMeeting()) {
        if (signal.aborted) {
          sink.abandon();
          return exitCodes.interrupted;
        }
        meetings += 1;
        if (format === 'csv') {
          for (const row of renderExportRows(meeting)) {
            await sink.write(`${exportColumns.map((column) => csvCell(row[column])).join(',')}\r\n`);
          }
        } else await sink.write(`${JSON.stringify(renderMeeting(meeting, await quoteOf(meeting)))}\n`);
      }
      await sink.finish();
      if (file !== undefined)
        terminal.note(
          json ? `${JSON.stringify(renderExportReport({ file, meetings }))}\n` : `${meetings} meetings in ${file}\n`,
        );
      return exitCodes.ok;
    } catch (error) {
      sink.abandon();
      throw error;
    } finally {
      await archive.close();
    }
  },
};

interface Sink {
  write(text: string): Promise<void>;
  finish(): Promise<void>;
  abandon(): void;
}

/** A file appears under its name only when it is complete. */
function openSink(file: string | undefined, out: (text: string) => Promise<void>): Sink {
  if (file === undefined) return { write: out, finish: async () => {}, abandon: () => {} };
  const draft = `${file}.part`;
  const stream = createWriteStream(draft);
  const failed = once(stream, 'error').then(([error]: unknown[]) => {
    throw new RapporteurError('file-unwritable', `File: ${file}.`, { cause: error });
  });
  failed.catch(() => {});
  // "once" fails with the error of the stream too, and sooner: ours is the one that says what to do.
  const settled = (event: 'drain' | 'finish') =>
    once(stream, event).then(
      () => {},
      () => failed,
    );
  return {
    write: (text) => Promise.race([failed, stream.write(text) ? Promise.resolve() : settled('drain')]),
    async finish() {
      stream.end();
      await Promise.race([failed, settled('finish')]);
      renameSync(draft, file);
    },
    abandon() {
      stream.destroy();
      rmSync(draft, { force: true });
    },
  };
}

/**
 * A cell of RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front: it comes from a page,
 * and a page is written by anybody.
 */
export function csvCell(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
