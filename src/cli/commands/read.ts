import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Collected, CollectedPage } from '../../collect/collected.ts';
import { readProfilesOf } from '../../collect/read-profiles.ts';
import type { Article } from '../../core/model/article.ts';
import { codeRecord } from '../../core/record/code-record.ts';
import { RapporteurError } from '../../errors.ts';
import { failureOf } from '../../messages/errors.ts';
import { type NoveltyOut, renderNovelty } from '../../schemas/novelty.ts';
import { renderReading } from '../../schemas/reading.ts';
import type { HeldArticle } from '../../store/read-novelty.ts';
import type { OpenedArchive } from '../against.ts';
import { collectPages, decodePage, isAddress } from '../collect-pages.ts';
import { type Command, type CommandContext, exitCodes } from '../command.ts';
import { chooseProfiles, fileChanged, foreignHost, type ProfileChoice, readWithProfile } from '../profile-choice.ts';
import { reportError } from '../report-error.ts';
import { reportPage } from '../report-page.ts';
import type { Explained } from '../views/explained.ts';
import { renderExplanation } from '../views/explanation.ts';
import { renderNoveltyCard } from '../views/novelty-card.ts';
import { renderReadingCard, renderReadingHead } from '../views/reading-card.ts';

/** More pages than this make a report that no browser shows with pleasure. */
const maxReportPages = 100;

export const readCommand: Command = {
  name: 'read',
  usage: 'FILE|FOLDER|URL|-…',
  summary: 'Read pages and show the article and the record of each; nothing is stored.',
  details: [
    'A page is saved HTML, a text dump, a JSON object {"id"?, "url"?, "savedAt"?, "html" or "text"}, or JSON lines of such objects. A folder is searched through; - is standard input; an address that begins with http:// or https:// is fetched, that page only.',
    'In a terminal each page is a card: title, outlet, date and why it is believed, every meeting in a sentence, and the text with its evidence marked. With --json each page is one line in the form of the schema rapporteur.reading/1.',
    'With --against the text is held against an archive: what it says for the first time, what the earlier texts of the same countries and people said already, since when and in which outlet, and which figures changed.',
    'With --profile the page is read with that outlet profile and without any; --explain then marks every part whose label the profile changed. With --watch it does so again each time the file of the profile is saved.',
  ],
  options: [
    { name: 'explain', sentence: 'Show every part of the page: what it was taken for, how surely, by which rule.' },
    { name: 'html', takes: 'FILE', sentence: 'With --explain: write it as one HTML file for a browser instead.' },
    {
      name: 'profile',
      takes: 'FILE|NAME',
      sentence: 'Read with this outlet profile: a JSON file, or one that ships, by name or host.',
    },
    {
      name: 'data',
      takes: 'DIR',
      sentence: 'Read by the outlet profiles of this data folder too; nothing else of it is read or changed.',
    },
    { name: 'watch', sentence: 'With --profile FILE and --explain: read again when the file changes, until Ctrl-C.' },
    {
      name: 'against',
      takes: 'ARCHIVE',
      sentence: 'Say what is new against this data folder: its earlier texts of the same countries and people.',
    },
    { name: 'allow-private', sentence: 'Let addresses of this machine and its network be fetched.' },
  ],
  settings: ['maxPageMegabytes'],
  arguments: { min: 1, max: Number.MAX_SAFE_INTEGER },
  examples: [
    { line: 'rapporteur read page.html', sentence: 'A card in the terminal.' },
    { line: 'rapporteur read saved/ --json > readings.jsonl', sentence: 'Every page of a folder, one line each.' },
    { line: 'cat pages.jsonl | rapporteur read - --json', sentence: 'JSON lines in, JSON lines out.' },
    { line: 'rapporteur read page.html --against data', sentence: 'What is new in it, and what was said before.' },
    { line: 'rapporteur read page.html --explain', sentence: 'Why each part of the page was kept or left out.' },
    { line: 'rapporteur read page.html --explain --html report.html', sentence: 'The same, to look at in a browser.' },
    {
      line: 'rapporteur read page.html --profile courier.json --explain --watch',
      sentence: 'What a profile changes, while you write it.',
    },
  ],
  async run(context) {
    const { flags, signal, terminal } = context;
    const given = flags['profile'];
    const explain = flags['explain'] === true;
    const watch = flags['watch'] === true;
    if (flags['html'] !== undefined && !explain) throw new RapporteurError('usage', '--html needs --explain.');
    if (watch && (typeof given !== 'string' || !explain))
      throw new RapporteurError('usage', '--watch needs --profile FILE and --explain.');
    if (flags['against'] !== undefined && (explain || typeof given === 'string'))
      throw new RapporteurError('usage', '--against goes with neither --explain nor --profile.');
    let choice = typeof given === 'string' ? chooseProfiles(given) : undefined;
    if (typeof flags['against'] === 'string') return readAgainst(flags['against'], context);
    if (!watch) return readOnce(context, choice, collectPages(context.args, context));
    const file = choice?.file;
    if (file === undefined) throw new RapporteurError('usage', '--watch needs a profile that is a file.');
    // Pages are fetched and read once: only the profile is being written.
    const pages: Collected[] = [];
    for await (const found of collectPages(context.args, context)) pages.push(found);
    let code: number = await readOnce(context, choice, pages);
    terminal.note(`Watching ${file}; Ctrl-C ends.\n`);
    while (await fileChanged(file, signal)) {
      try {
        choice = chooseProfiles(file);
        if (terminal.outIsTerminal) await terminal.out('\u001b[2J\u001b[H');
        code = await readOnce(context, choice, pages);
      } catch (error) {
        // Half-written files are part of writing: say what is wrong and wait for the next save.
        if (!(error instanceof RapporteurError)) throw error;
        reportError(error, terminal, { json: context.json, debug: false });
      }
    }
    return code;
  },
};

async function readAgainst(folder: string, context: CommandContext): Promise<number> {
  // Only this needs a database.
  const { openAgainst } = await import('../against.ts');
  const archive = await openAgainst(folder, context);
  try {
    return await readOnce(context, undefined, collectPages(context.args, context), archive);
  } finally {
    await archive.close();
  }
}

async function readOnce(
  context: CommandContext,
  choice: ProfileChoice | undefined,
  pages: AsyncIterable<Collected> | Iterable<Collected>,
  archive?: OpenedArchive,
): Promise<number> {
  const { flags, terminal, json, signal } = context;
  const data = flags['data'];
  const known = typeof data === 'string' ? readProfilesOf(data) : undefined;
  const explain = flags['explain'] === true;
  const html = typeof flags['html'] === 'string' ? flags['html'] : undefined;
  const report: Explained[] = [];
  let failed = 0;
  let shown = 0;
  for await (const found of pages) {
    if (signal.aborted) return exitCodes.interrupted;
    if (found.kind === 'failure') {
      failed += 1;
      const { name, code, detail } = found;
      reportPage(name, { code, ...(detail === undefined ? {} : { detail }) }, terminal, json);
      continue;
    }
    const page = decodePage(found, context);
    const { article, profile, comparison } = await readWithProfile(page, choice, known);
    const foreign = choice === undefined ? undefined : foreignHost(page, profile);
    if (foreign !== undefined && !json) terminal.note(`${foreign}\n`);
    const homeCountry = article.aggregator === undefined ? profile?.homeCountry : undefined;
    const record = codeRecord(article, homeCountry === undefined ? {} : { homeCountry });
    const fatal = failureOf(article.problems);
    if (fatal !== undefined) {
      failed += 1;
      reportPage(found.name, fatal, terminal, json);
    }
    const explained = { name: found.name, article, ...(comparison === undefined ? {} : { comparison }) };
    if (html !== undefined && report.length < maxReportPages && article.text !== '') report.push(explained);
    const id = idOf(found);
    if (archive !== undefined) {
      if (article.text === '' || fatal !== undefined) continue;
      const held = await archive.hold(article, record);
      await terminal.out(
        json
          ? `${JSON.stringify(noveltyOf(id ?? article.id, article, held))}\n`
          : `${shown > 0 ? '\n' : ''}${renderReadingHead(found.name, article, terminal)}${renderNoveltyCard(article, held, terminal)}`,
      );
      shown += 1;
    } else if (json) {
      const reading = renderReading(
        { article, record, ...(id === undefined ? {} : { id }) },
        { blocks: flags['explain'] === true },
      );
      await terminal.out(`${JSON.stringify(reading)}\n`);
    } else if (html === undefined && article.text !== '' && (fatal === undefined || explain)) {
      if (shown > 0) await terminal.out('\n');
      await terminal.out(
        explain ? renderExplanation(explained, terminal) : renderReadingCard(found.name, article, record, terminal),
      );
      shown += 1;
    }
  }
  if (html !== undefined && report.length > 0) await writeReport(html, report, terminal);
  return failed > 0 ? exitCodes.someFailed : exitCodes.ok;
}

async function writeReport(file: string, report: readonly Explained[], terminal: CommandContext['terminal']) {
  const { renderPageReport } = await import('../views/page-report.tsx');
  try {
    writeFileSync(file, renderPageReport(report));
  } catch (error) {
    throw new RapporteurError('file-unwritable', `File: ${file}.`, { cause: error });
  }
  const more = report.length === maxReportPages ? ` (the first ${maxReportPages})` : '';
  terminal.note(`${report.length} page${report.length === 1 ? '' : 's'}${more} in ${file}\n`);
}

function noveltyOf(id: string, article: Article, { novelty, formula, rows }: HeldArticle): NoveltyOut {
  return renderNovelty(
    {
      id,
      ...(article.title === undefined ? {} : { title: article.title.value }),
      language: article.language.value,
      novelty,
      formula,
      sourceOf: (articleId) => {
        const row = rows.get(articleId);
        if (row === undefined) return undefined;
        return { title: row.title, ...(row.outletName === undefined ? {} : { outlet: row.outletName }) };
      },
    },
    ({ start, end }) => article.text.slice(start, end),
  );
}

function idOf(found: CollectedPage): string | undefined {
  if (found.id !== undefined) return found.id;
  if (isAddress(found.name)) return found.url;
  return found.name.startsWith('-') ? undefined : basename(found.name);
}
