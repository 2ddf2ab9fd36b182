import type { Article } from '../model/article.ts';

/**
 * The body as plain text: its paragraphs and headings in page order, one a line.
 *
 * @example
 * import { bodyText, extractArticle } from 'rapporteur';
 *
 * const html = '<article><h1>Ferry sails again</h1><p>The ferry between the two islands sailed on Monday.</p></article>';
 * console.log(bodyText(extractArticle({ text: html })));
 */
export function bodyText(article: Article): string {
  return article.blocks
    .filter(({ label }) => label === 'body')
    .map(({ start, end }) => article.text.slice(start, end))
    .join('\n');
}
