import type { TextVersion } from '../../core/compare/article-versions.ts';
import { compareTexts } from '../../core/compare/compare-texts.ts';
import { comparedArticle } from '../../core/compare/compared-text.ts';
import { RapporteurError } from '../../errors.ts';
import { renderVersions } from '../../schemas/versions.ts';
import { chooseVersions, readTextVersions } from '../../web/article-versions.ts';
import { openArchive } from '../archive.ts';
import { type Command, exitCodes } from '../command.ts';
import { type Paint, printable, type Terminal } from '../terminal.ts';

export const versionsCommand: Command = {
  name: 'versions',
  usage: 'ARTICLE [A B]',
  summary: 'Show when an outlet changed its text, and what changed.',
  details: [
    'ARTICLE is the id of an article in the archive, or its address. A page that comes again with another text is a new version; the earlier one stays. Changes of the page around the text are no version.',
    'With --diff the last two versions are compared word by word, or those whose numbers A and B name. The archive on your machine is yours: texts are shown whole.',
  ],
  options: [{ name: 'diff', sentence: 'Show what changed between two versions.' }],
  settings: ['data'],
  arguments: { min: 1, max: 3 },
  examples: [
    { line: 'rapporteur versions 3f2a9c51', sentence: 'The versions with the times at which they were found.' },
    { line: 'rapporteur versions 3f2a9c51 --diff 1 3', sentence: 'What changed from the first to the third.' },
    { line: 'rapporteur versions https://coast.example/talks --diff --json', sentence: 'The same for machines.' },
  ],
  async run({ args, flags, settings, terminal, json }) {
    const [name = '', from, to] = args;
    if (from !== undefined && flags['diff'] !== true) throw new RapporteurError('usage', 'Numbers need --diff.');
    const archive = await openArchive(settings, { writes: false });
    try {
      const { store } = archive;
      const id = (await store.keeping.findArticle(name)) ?? name;
      const versions = await readTextVersions(store, id);
      if (versions.length === 0) throw new RapporteurError('not-found', `There is no article "${name}".`);
      for (const number of [from, to]) {
        if (number !== undefined && !versions.some((version) => String(version.number) === number))
          throw new RapporteurError('usage', `There is no version ${number}; there are ${versions.length}.`);
      }
      const { before, after } = flags['diff'] === true ? chooseVersions(versions, { from, to }) : noPair;
      if (json) {
        const quote = (version: TextVersion) => (span: { readonly start: number; readonly end: number }) =>
          version.article.text.slice(span.start, span.end);
        const compared =
          before === undefined || after === undefined
            ? {}
            : {
                compared: {
                  before: before.number,
                  after: after.number,
                  beforeQuote: quote(before),
                  afterQuote: quote(after),
                },
              };
        await terminal.out(`${JSON.stringify(renderVersions({ articleId: id, versions, ...compared }))}\n`);
        return exitCodes.ok;
      }
      for (const version of versions) await terminal.out(`${describe(version)}\n`);
      if (before !== undefined && after !== undefined) await printDifference(before, after, terminal);
      else if (flags['diff'] === true) terminal.note('There is only one version.\n');
      return exitCodes.ok;
    } finally {
      await archive.close();
    }
  },
};

const noPair = { before: undefined, after: undefined };

function describe({ number, foundAt, lastFoundAt, title, titleChanged }: TextVersion): string {
  const until = lastFoundAt === foundAt ? '' : `, last seen ${lastFoundAt}`;
  const changed = titleChanged ? ' (headline changed)' : '';
  return printable(`${number}  found ${foundAt}${until}  ${title ?? ''}${changed}`);
}

async function printDifference(before: TextVersion, after: TextVersion, { out, paint }: Terminal): Promise<void> {
  const { sentences } = compareTexts(comparedArticle(before.article), comparedArticle(after.article));
  const [old, young] = [before.article.text, after.article.text];
  await out(`\nfrom version ${before.number} to version ${after.number}\n`);
  for (const { kind, moved, before: was, after: is, runs } of sentences) {
    if (kind === 'same' && !moved) continue;
    const sign = moved ? 'moved ' : '';
    if (kind === 'deleted') await out(`${removed(old.slice(was?.start, was?.end), paint)}\n`);
    else if (kind === 'inserted') await out(`${added(young.slice(is?.start, is?.end), paint)}\n`);
    else {
      const words = runs.map((run) => {
        const [gone, come] = [old.slice(run.before.start, run.before.end), young.slice(run.after.start, run.after.end)];
        if (run.kind === 'same') return printable(come);
        return [gone === '' ? '' : removed(gone, paint), come === '' ? '' : added(come, paint)]
          .filter((part) => part !== '')
          .join(' ');
      });
      await out(`  ${sign}${words.join(' ')}\n`);
    }
  }
}

/** Brackets as well as colour: a file or a person who sees no colour must be able to read it. */
function removed(text: string, paint: Paint): string {
  return paint.red(`[-${printable(text)}-]`);
}

function added(text: string, paint: Paint): string {
  return paint.green(`{+${printable(text)}+}`);
}
