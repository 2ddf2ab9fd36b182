import { hasCalendarDay } from '../../core/export/icalendar.ts';
import { RapporteurError } from '../../errors.ts';
import { meetingsOf, openExportedMeetings } from '../../jobs/exported-meetings.ts';
import { type ExportFormat, exportFormats, findExportFormat } from '../../schemas/export-formats.ts';
import { renderExportReport } from '../../schemas/operations.ts';
import type { MeetingQuery, Store } from '../../store/store.ts';
import { openArchive } from '../archive.ts';
import { type Command, exitCodes } from '../command.ts';
import { archiveFormats, exportArchive, findArchiveFormat } from '../export-archive.ts';
import { exportFilterOptions, parseExportFilters } from '../export-filters.ts';
import { openSink } from '../export-sink.ts';
import { startProgress } from '../progress.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: '',
  summary: 'Write the record of meetings, or the pages themselves, in the formats of others.',
  details: [
    'Every format but the plain table csv carries the evidence in its own way: the address of the source, the place in its text, the words where the outlet allows quoting (publish: full, excerpt or facts), how certain each field is and by how many independent sources.',
    `Formats: ${exportFormats.map(({ name, sentence }) => `${name} (${sentence})`).join('; ')}.`,
    `Pages with their original bytes: ${archiveFormats.map(({ name, sentence }) => `${name} (${sentence})`).join('; ')}. All versions are written, with filters only those of the articles that report the meetings. Articles that name somebody whom an editor withdrew stay out, since original bytes cannot leave out a name. "rapporteur import" reads all three back.`,
    'Meetings come in the order of their days. What a format cannot tell is left out and counted on standard error: an unknown day is never invented, and what did not take place is no event.',
  ],
  options: [
    { name: 'format', takes: 'FORMAT', sentence: 'One of the formats above (default jsonl).' },
    { name: 'out', takes: 'FILE', sentence: 'Write to a file, whole or not at all, instead of standard output.' },
    { name: 'site', takes: 'URL', sentence: 'Public address of the reading site, for links back to its pages.' },
    {
      name: 'published',
      sentence: 'For pages, warc and wacz: only outlets whose texts may be shown in full (publish: full).',
    },
    ...exportFilterOptions,
  ],
  settings: ['data'],
  arguments: { min: 0, max: 0 },
  examples: [
    { line: 'rapporteur export > meetings.jsonl', sentence: 'The whole record.' },
    { line: 'rapporteur export --format csv --out meetings.csv', sentence: 'A table for a spreadsheet.' },
    {
      line: 'rapporteur export --format ics --pair ES-MA --from 2024-01-01 --out es-ma.ics',
      sentence: 'A calendar of two countries.',
    },
    { line: 'rapporteur export --format wacz --out archive.wacz', sentence: 'All pages, for a web archive.' },
  ],
  async run(context) {
    const { flags, settings, terminal, json, signal, now } = context;
    const query = parseExportFilters(flags);
    const ofPages = findArchiveFormat(flags['format']);
    if (ofPages !== undefined) return exportArchive(ofPages, query, context);
    const format = parseFormat(flags['format'] ?? 'jsonl');
    const site = parseSite(flags['site']);
    const file = typeof flags['out'] === 'string' ? flags['out'] : undefined;
    const archive = await openArchive(settings, { writes: false });
    const sink = openSink(file, terminal.out);
    try {
      const { store } = archive;
      const { total } = await store.record.listMeetings({ ...query, limit: 1 });
      const writer = format.open({
        ...(query.pair === undefined ? {} : { pair: query.pair }),
        ...(site === undefined ? {} : { site }),
        ...(format.needsDay === true ? { undated: await countUndated(store, query) } : {}),
      });
      const exported = openExportedMeetings(store);
      const progress = startProgress(terminal, 'Writing', total, { silent: json || file === undefined, now });
      let meetings = 0;
      try {
        await sink.write(writer.begin());
        for await (const meeting of meetingsOf(store, query)) {
          if (signal.aborted) {
            sink.abandon();
            return exitCodes.interrupted;
          }
          const text = writer.add(await exported(meeting));
          if (text !== '') await sink.write(text);
          meetings += 1;
          progress.update(meetings);
        }
        await sink.write(writer.end());
      } finally {
        progress.stop();
      }
      await sink.finish();
      const leftOut = writer.leftOut();
      const report = renderExportReport({
        format: format.name,
        file: file ?? null,
        meetings: meetings - leftOut,
        leftOut,
      });
      if (json && file !== undefined) terminal.note(`${JSON.stringify(report)}\n`);
      else {
        if (file !== undefined) terminal.note(`${report.meetings} meetings in ${file}\n`);
        if (leftOut > 0) terminal.note(`${leftOut} meetings left out: ${format.name} cannot tell them (see docs).\n`);
      }
      return exitCodes.ok;
    } catch (error) {
      sink.abandon();
      throw error;
    } finally {
      await archive.close();
    }
  },
};

function parseFormat(name: string | boolean): ExportFormat {
  const format = typeof name === 'string' ? findExportFormat(name) : undefined;
  if (format !== undefined) return format;
  throw new RapporteurError(
    'usage',
    `--format must be one of ${[...exportFormats, ...archiveFormats].map((one) => one.name).join(', ')}.`,
  );
}

function parseSite(url: string | boolean | undefined): string | undefined {
  if (typeof url !== 'string') return undefined;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol) || parsed.search !== '' || parsed.hash !== '') {
    throw new RapporteurError('usage', '--site must be an address like https://press.example/.');
  }
  return parsed.href;
}

/** A calendar says at its head how many meetings it leaves out. */
async function countUndated(store: Store, query: MeetingQuery): Promise<number> {
  let undated = 0;
  for await (const meeting of meetingsOf(store, query)) if (!hasCalendarDay(meeting)) undated += 1;
  return undated;
}
