import { writeFileSync } from 'node:fs';
import { compareTexts } from '../../core/compare/compare-texts.ts';
import { comparedArticle } from '../../core/compare/compared-text.ts';
import { compareFacts } from '../../core/compare/told-facts.ts';
import { type CopyEdge, traceCopies } from '../../core/group/copy-graph.ts';
import { type CreditedArticle, creditedArticle } from '../../core/group/group-article.ts';
import { RapporteurError } from '../../errors.ts';
import { type ComparisonSide, renderComparison } from '../../schemas/comparison.ts';
import { type Command, exitCodes } from '../command.ts';
import { type ReadArticle, readOneArticle } from '../read-one.ts';
import type { ComparedPair } from '../views/compared-pair.ts';
import { renderComparisonCard } from '../views/comparison-card.ts';

/** From this share of the shorter text's words on, one of the two was made from the other. */
const copied = 0.5;

export const compareCommand: Command = {
  name: 'compare',
  usage: 'A B',
  summary: 'Show what became of a text in another one, word by word, and what only one of them tells.',
  details: [
    'A and B are files, addresses that begin with http:// or https://, or ids of articles in the archive. Sentences are paired first, moved ones too; then words are compared inside each pair. Where dates or a credited agency tell, the command says who took the text from whom.',
    'The second half is the record: the facts that both tell, and those of only one.',
  ],
  options: [
    {
      name: 'ignore-typography',
      sentence: 'Accents, case, quotation marks, dashes and Arabic vowel signs make no difference.',
    },
    { name: 'html', takes: 'FILE', sentence: 'Write it as one HTML file for a browser instead.' },
    { name: 'allow-private', sentence: 'Let addresses of this machine and its network be fetched.' },
  ],
  settings: ['data', 'maxPageMegabytes'],
  arguments: { min: 2, max: 2 },
  examples: [
    { line: 'rapporteur compare agency.html gazette.html', sentence: 'What the gazette made of the dispatch.' },
    { line: 'rapporteur compare a1.html a2.html --json', sentence: 'The same for machines.' },
    { line: 'rapporteur compare a1.html a2.html --html report.html', sentence: 'The same, to look at in a browser.' },
  ],
  async run(context) {
    const { args, flags, terminal, json } = context;
    const [a = '', b = ''] = args;
    const before = await readOneArticle(a, context);
    const after = await readOneArticle(b, context);
    const comparison = compareTexts(comparedArticle(before.article), comparedArticle(after.article), {
      ignoreTypography: flags['ignore-typography'] === true,
    });
    const { words } = comparison;
    const share = words.shared / Math.max(1, Math.min(words.before, words.after));
    const edges = share >= copied ? directionOf(before, after) : [];
    const facts = compareFacts([before.record, relabelled(before, after)]);
    const pair: ComparedPair = { before, after, comparison, facts, share, edges };
    if (json) {
      const out = renderComparison(sideOf(before), sideOf(after), comparison, facts, edges);
      await terminal.out(`${JSON.stringify(out)}\n`);
    } else if (typeof flags['html'] === 'string') await writeReport(flags['html'], pair, terminal);
    else await terminal.out(renderComparisonCard(pair, terminal));
    return exitCodes.ok;
  },
};

/** Two copies of one page have one id: the facts must still be told apart. */
function relabelled(before: ReadArticle, after: ReadArticle): ReadArticle['record'] {
  return before.article.id === after.article.id
    ? { ...after.record, articleId: `${after.article.id}#2` }
    : after.record;
}

function directionOf(before: ReadArticle, after: ReadArticle): CopyEdge[] {
  const texts = [before, after].map(({ article, outlet }, index): CreditedArticle => {
    const credited = creditedArticle(article);
    return {
      ...credited,
      id: `${article.id}${index === 1 && before.article.id === after.article.id ? '#2' : ''}`,
      // Whoever compares may say whose text it is.
      ...(outlet === undefined ? {} : { outlet: { value: outlet, certainty: 1, basis: 'given', spans: [] } }),
    };
  });
  return traceCopies(texts).filter(({ reasons }) => reasons.length > 0);
}

function sideOf({ name, article, outlet }: ReadArticle): ComparisonSide {
  return {
    id: name,
    article,
    ...(outlet === undefined ? {} : { outlet }),
    quoteOf: ({ start, end }) => article.text.slice(start, end),
  };
}

async function writeReport(
  file: string,
  pair: ComparedPair,
  terminal: { readonly note: (text: string) => void },
): Promise<void> {
  const { renderComparisonReport } = await import('../views/comparison-report.tsx');
  try {
    writeFileSync(file, renderComparisonReport(pair));
  } catch (error) {
    throw new RapporteurError('file-unwritable', `File: ${file}.`, { cause: error });
  }
  terminal.note(`Comparison in ${file}\n`);
}
