import type { Article } from '../model/article.ts';

/** The body as plain text: its paragraphs and headings in page order, one a line. */
export function bodyText(article: Article): string {
  return article.blocks
    .filter(({ label }) => label === 'body')
    .map(({ start, end }) => article.text.slice(start, end))
    .join('\n');
}
