import type { Article, BlockLabel } from '../model/article.ts';

/** What one part of the page was taken for, and why. */
export interface ExplainedBlock {
  readonly label: BlockLabel;
  readonly probability: number;
  readonly reason: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The article's blocks in page order, ready to be shown by `--explain`.
 *
 * @example
 * import { explainArticle, extractArticle } from 'rapporteur';
 *
 * const html = '<nav><a href="/">Home</a></nav><h1>Ferry sails again</h1><p>It sailed on Monday, three weeks late.</p>';
 * for (const block of explainArticle(extractArticle({ text: html }))) {
 *   console.log(block.label, block.probability, block.reason, block.text);
 * }
 */
export function explainArticle(article: Article): readonly ExplainedBlock[] {
  return article.blocks.map(({ label, probability, reason, start, end }) => ({
    label,
    probability,
    reason,
    text: article.text.slice(start, end),
    start,
    end,
  }));
}
