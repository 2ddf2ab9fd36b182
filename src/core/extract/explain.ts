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

/** The article's blocks in page order, ready to be shown by `--explain`. */
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
