import type { z } from 'zod';
import { type ArticleRowInput, articleRowSchema, renderArticleRow } from './article-row.ts';
import { type PageInput, pageSchema, renderPageOf } from './page-of.ts';

export const articleListSchema = pageSchema('rapporteur.articles/1', articleRowSchema).describe(
  'Articles in short, the newest first, one page of them.',
);
export type ArticleListOut = z.infer<typeof articleListSchema>;

export function renderArticleList(page: PageInput<ArticleRowInput>): ArticleListOut {
  return renderPageOf('rapporteur.articles/1', page, renderArticleRow);
}
