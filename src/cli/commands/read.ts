import { basename } from 'node:path';
import type { CollectedPage } from '../../collect/collected.ts';
import { readFiles } from '../../collect/read-files.ts';
import { extractArticle } from '../../core/extract/extract-article.ts';
import type { Article } from '../../core/model/article.ts';
import type { ArticleRecord } from '../../core/model/record.ts';
import { readPage } from '../../core/read/read-page.ts';
import { codeRecord } from '../../core/record/code-record.ts';
import { failureOf } from '../../messages/errors.ts';
import { renderReading } from '../../schemas/reading.ts';
import { type Command, exitCodes } from '../command.ts';
import { reportPage } from '../report-page.ts';
import { renderExplanation, renderReadingCard } from '../views/reading-card.ts';

export const readCommand: Command = {
  name: 'read',
  usage: 'FILE|FOLDER|-…',
  summary: 'Read pages and show the article and the record of each; nothing is stored.',
  details: [
    'A page is saved HTML, a text dump, a JSON object {"id"?, "url"?, "savedAt"?, "html" or "text"}, or JSON lines of such objects. A folder is searched through; - is standard input.',
    'In a terminal each page is a card: title, outlet, date and why it is believed, every meeting in a sentence, and the text with its evidence marked. With --json each page is one line in the form of the schema rapporteur.reading/1.',
  ],
  options: [
    { name: 'explain', sentence: 'Show every part of the page: what it was taken for, how surely, by which rule.' },
  ],
  settings: ['maxPageMegabytes'],
  arguments: { min: 1, max: Number.MAX_SAFE_INTEGER },
  examples: [
    { line: 'rapporteur read page.html', sentence: 'A card in the terminal.' },
    { line: 'rapporteur read saved/ --json > readings.jsonl', sentence: 'Every page of a folder, one line each.' },
    { line: 'cat pages.jsonl | rapporteur read - --json', sentence: 'JSON lines in, JSON lines out.' },
    { line: 'rapporteur read page.html --explain', sentence: 'Why each part of the page was kept or left out.' },
  ],
  async run({ args, flags, settings, terminal, json, signal }) {
    const maxBytes = settings.maxPageMegabytes * 1024 * 1024;
    let failed = 0;
    let shown = 0;
    for await (const found of readFiles(args, { maxBytes, stdin: terminal.input })) {
      if (signal.aborted) return exitCodes.interrupted;
      if (found.kind === 'failure') {
        failed += 1;
        reportPage(
          found.name,
          { code: found.code, ...(found.detail === undefined ? {} : { detail: found.detail }) },
          terminal,
          json,
        );
        continue;
      }
      const { article, record } = readOne(found, maxBytes);
      const fatal = failureOf(article.problems);
      if (fatal !== undefined) {
        failed += 1;
        reportPage(found.name, fatal, terminal, json);
      }
      if (json) {
        const id = idOf(found);
        const reading = renderReading(
          { article, record, ...(id === undefined ? {} : { id }) },
          { blocks: flags['explain'] === true },
        );
        await terminal.out(`${JSON.stringify(reading)}\n`);
      } else if (article.text !== '' && (fatal === undefined || flags['explain'] === true)) {
        if (shown > 0) await terminal.out('\n');
        await terminal.out(
          flags['explain'] === true
            ? renderExplanation(found.name, article, terminal)
            : renderReadingCard(found.name, article, record, terminal),
        );
        shown += 1;
      }
    }
    return failed > 0 ? exitCodes.someFailed : exitCodes.ok;
  },
};

function readOne(found: CollectedPage, maxBytes: number): { article: Article; record: ArticleRecord } {
  const page = readPage(
    {
      bytes: found.bytes,
      ...(found.url === undefined ? {} : { url: found.url }),
      ...(found.format === undefined ? {} : { format: found.format }),
      ...(found.contentType === undefined ? {} : { contentType: found.contentType }),
      ...(found.savedAt === undefined ? {} : { savedAt: found.savedAt }),
    },
    { maxBytes },
  );
  const article = extractArticle(page);
  return { article, record: codeRecord(article) };
}

function idOf(found: CollectedPage): string | undefined {
  if (found.id !== undefined) return found.id;
  return found.name.startsWith('-') ? undefined : basename(found.name);
}
