import { renderSearch } from '../../schemas/search.ts';
import { openArchive } from '../archive.ts';
import { type Command, exitCodes } from '../command.ts';
import { type Paint, printable } from '../terminal.ts';

export const searchCommand: Command = {
  name: 'search',
  usage: 'WORD…',
  summary: 'Find articles by their words.',
  details: [
    'All words must match; accents, Arabic marks and case never matter; words in quotation marks are a phrase. The newest article comes first.',
  ],
  options: [
    { name: 'limit', takes: 'N', sentence: 'At most N articles (default 20).' },
    { name: 'language', takes: 'CODE', sentence: 'Only articles in this language (fr, en, es, ar …).' },
    { name: 'rank', sentence: 'Best match first instead of the newest.' },
  ],
  settings: ['data'],
  arguments: { min: 1, max: 100 },
  examples: [
    { line: 'rapporteur search migration madrid', sentence: 'Articles that have both words.' },
    {
      line: 'rapporteur search fisheries --json',
      sentence: 'One object with "total" and "results" (schema rapporteur.search/2).',
    },
    { line: `rapporteur search '"feuille de route"' --language fr`, sentence: 'A phrase, in French articles only.' },
  ],
  async run({ args, flags, settings, terminal, json }) {
    const text = args.join(' ');
    const limit = Math.max(1, Math.min(Number(flags['limit'] ?? 20) || 20, 1000));
    const language = flags['language'];
    const archive = await openArchive(settings, { writes: false });
    try {
      const result = await archive.store.search.find({
        text,
        limit,
        order: flags['rank'] === true ? 'rank' : 'newest',
        ...(typeof language === 'string' ? { language } : {}),
      });
      if (json) {
        await terminal.out(`${JSON.stringify(renderSearch(text, result))}\n`);
        return exitCodes.ok;
      }
      if (result.problem !== undefined) terminal.note(`${printable(result.problem)}\n`);
      const { paint } = terminal;
      for (const hit of result.hits) {
        const { article } = hit;
        const source = [article.outletName, article.published ?? `not later than ${article.sortDay}`, article.language];
        await terminal.out(
          [
            paint.bold(printable(article.title)),
            paint.dim(printable(source.filter(Boolean).join(' · '))),
            markRanges(hit.snippet, hit.marks, paint),
            paint.dim(printable(article.url ?? article.id)),
            '',
            '',
          ].join('\n'),
        );
      }
      await terminal.out(`${result.total} ${result.total === 1 ? 'article' : 'articles'}\n`);
    } finally {
      await archive.close();
    }
    return exitCodes.ok;
  },
};

function markRanges(text: string, marks: readonly { start: number; end: number }[], paint: Paint): string {
  let shown = '';
  let at = 0;
  for (const mark of marks) {
    shown += printable(text.slice(at, mark.start)) + paint.yellow(printable(text.slice(mark.start, mark.end)));
    at = mark.end;
  }
  return shown + printable(text.slice(at));
}
