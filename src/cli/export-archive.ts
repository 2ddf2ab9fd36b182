import { basename } from 'node:path';
import { RapporteurError } from '../errors.ts';
import { readArchiveHead } from '../jobs/export/archive-head.ts';
import { type ExportedPage, exportedPages, type LeftOutPages } from '../jobs/export/exported-pages.ts';
import { writePages } from '../jobs/export/write-pages.ts';
import { writeWacz } from '../jobs/export/write-wacz.ts';
import { writeWarc } from '../jobs/export/write-warc.ts';
import { meetingsOf } from '../jobs/exported-meetings.ts';
import { renderPagesExportReport } from '../schemas/operations.ts';
import type { MeetingQuery, Store } from '../store/store.ts';
import { openArchive } from './archive.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { openSink } from './export-sink.ts';
import { startProgress } from './progress.ts';
import { productVersion } from './version.ts';

/** Formats in which the pages themselves leave the archive, with their original bytes. */
export const archiveFormats = [
  { name: 'pages', sentence: 'JSON lines for another Rapporteur: pages with their bytes, outlets, decisions' },
  { name: 'warc', sentence: 'WARC 1.1, packed; original bytes for tools of web archiving' },
  { name: 'wacz', sentence: 'WACZ 1.1.1: WARC with an index and a list of pages, to look at in a browser' },
] as const;
export type ArchiveFormat = (typeof archiveFormats)[number]['name'];

export function findArchiveFormat(name: unknown): ArchiveFormat | undefined {
  return archiveFormats.find((one) => one.name === name)?.name;
}

/** Writes pages with their original bytes. Gives the exit code. */
export async function exportArchive(
  format: ArchiveFormat,
  query: MeetingQuery,
  { flags, settings, terminal, json, signal, now }: CommandContext,
): Promise<number> {
  const file = typeof flags['out'] === 'string' ? flags['out'] : undefined;
  if (file === undefined && format !== 'pages' && terminal.outIsTerminal) {
    throw new RapporteurError('usage', `--format ${format} needs --out FILE: it is not for a terminal.`);
  }
  const archive = await openArchive(settings, { writes: false });
  const sink = openSink(file, terminal.out);
  const leftOut: LeftOutPages = { withdrawn: 0, unpublished: 0 };
  let pages = 0;
  try {
    const { store } = archive;
    const software = `Rapporteur/${productVersion}`;
    const articles = await articlesOf(store, query);
    const progress = startProgress(terminal, 'Writing', (await store.counts()).pages, {
      silent: json || file === undefined,
      now,
    });
    const counted = async function* (): AsyncGenerator<ExportedPage> {
      const options = { published: flags['published'] === true, ...(articles === undefined ? {} : { articles }) };
      for await (const page of exportedPages(store, leftOut, options)) {
        if (signal.aborted) return;
        yield page;
        pages += 1;
        progress.update(pages);
      }
    };
    try {
      const head = await readArchiveHead(store, software);
      const chunks =
        format === 'pages'
          ? writePages(head, counted())
          : format === 'warc'
            ? writeWarc(counted(), { software, filename: file === undefined ? 'rapporteur.warc.gz' : basename(file) })
            : writeWacz(head, counted(), { software, title: 'Rapporteur' });
      for await (const chunk of chunks) await sink.write(chunk);
    } finally {
      progress.stop();
    }
    if (signal.aborted) {
      sink.abandon();
      return exitCodes.interrupted;
    }
    await sink.finish();
  } catch (error) {
    sink.abandon();
    throw error;
  } finally {
    await archive.close();
  }
  if (json && file !== undefined) {
    terminal.note(`${JSON.stringify(renderPagesExportReport({ format, file, pages, leftOut }))}\n`);
    return exitCodes.ok;
  }
  if (file !== undefined) terminal.note(`${pages} pages in ${file}\n`);
  if (leftOut.withdrawn > 0) {
    terminal.note(`${leftOut.withdrawn} articles left out: they name people whom an editor withdrew.\n`);
  }
  if (leftOut.unpublished > 0) {
    terminal.note(`${leftOut.unpublished} articles left out: their outlets do not allow the full text to be shown.\n`);
  }
  if (flags['published'] !== true && pages > 0) {
    terminal.note('The file holds whole pages of outlets: keep it to yourself, or use --published.\n');
  }
  return exitCodes.ok;
}

/** The reports of the meetings that were asked for; nothing when all pages are. */
async function articlesOf(store: Store, query: MeetingQuery): Promise<ReadonlySet<string> | undefined> {
  const { order: _, includeBackground, ...filters } = query;
  if (Object.keys(filters).length === 0 && includeBackground !== false) return undefined;
  const articles = new Set<string>();
  for await (const meeting of meetingsOf(store, query)) {
    for (const { articleId } of meeting.reports) articles.add(articleId);
  }
  return articles;
}
