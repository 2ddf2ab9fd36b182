import { renderSearch } from '../../schemas/search.ts';
import { searchProblemText } from '../../schemas/search-problems.ts';
import type { SearchFacets } from '../../store/searching.ts';
import { openArchive } from '../archive.ts';
import { type Command, exitCodes } from '../command.ts';
import { type Paint, printable } from '../terminal.ts';

export const searchCommand: Command = {
  name: 'search',
  usage: 'WORD…',
  summary: 'Find articles by their words.',
  details: [
    'All words must match; accents, Arabic marks and case never matter; words in quotation marks are a phrase; a minus excludes; OR stands between alternatives. The newest article comes first.',
    'Filters: outlet: lang: country: person: topic: type: date: from: to: title: — also under their French, Spanish and Arabic names. Dates are 2024, 2024-05, 2024-05-01 or ranges such as 2024-05-01..2024-06.',
  ],
  options: [
    { name: 'limit', takes: 'N', sentence: 'At most N articles (default 20).' },
    { name: 'language', takes: 'CODE', sentence: 'Only articles in this language (fr, en, es, ar …).' },
    { name: 'facets', sentence: 'Count the matches by outlet, language, country, person, topic and month.' },
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
    {
      line: 'rapporteur search border country:morocco from:2024 -trade --facets',
      sentence: 'Filters and an exclusion, with the counts to narrow further.',
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
        facets: json || flags['facets'] === true,
        related: json,
        order: flags['rank'] === true ? 'rank' : 'newest',
        ...(typeof language === 'string' ? { language } : {}),
      });
      if (json) {
        await terminal.out(`${JSON.stringify(renderSearch(text, result))}\n`);
        return exitCodes.ok;
      }
      for (const problem of result.problems) {
        const { sentence, instead } = searchProblemText(problem, 'en');
        terminal.note(`${printable([sentence, instead].filter(Boolean).join(' '))} (${problem.code})\n`);
      }
      for (const { name, spelling } of result.spellings)
        terminal.note(`${printable(`Also searched: ${spelling} (${name})`)}\n`);
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
      if (result.facets !== undefined) await terminal.out(renderFacets(result.facets, paint));
      await terminal.out(`${result.total} ${result.total === 1 ? 'article' : 'articles'}\n`);
    } finally {
      await archive.close();
    }
    return exitCodes.ok;
  },
};

const facetKinds = ['outlet', 'language', 'country', 'person', 'topic', 'month'] as const;

function renderFacets(facets: SearchFacets, paint: Paint): string {
  const lines = facetKinds
    .filter((kind) => facets[kind].length > 0)
    .map((kind) => {
      const values = facets[kind].map(({ value, count }) => `${printable(value)} ${paint.dim(String(count))}`);
      return `${paint.bold(kind)}  ${values.join('  ')}\n`;
    });
  return lines.length === 0 ? '' : `${lines.join('')}\n`;
}

function markRanges(text: string, marks: readonly { start: number; end: number }[], paint: Paint): string {
  let shown = '';
  let at = 0;
  for (const mark of marks) {
    shown += printable(text.slice(at, mark.start)) + paint.yellow(printable(text.slice(mark.start, mark.end)));
    at = mark.end;
  }
  return shown + printable(text.slice(at));
}
