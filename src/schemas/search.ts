import { z } from 'zod';
import { type ArticleRowInput, articleRowSchema, renderArticleRow } from './article-row.ts';

const markSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });

export const searchSchema = z
  .strictObject({
    schema: z.literal('rapporteur.search/2'),
    query: z.string(),
    total: z.int().min(0),
    results: z.array(
      z.strictObject({
        article: articleRowSchema,
        snippet: z.string().nullable().describe('Text around the matches; null when the outlet allows no text.'),
        marks: z.array(markSchema).describe('Ranges of the snippet that matched.'),
        titleMarks: z.array(markSchema),
      }),
    ),
    problem: z.string().nullable().describe('Why the query was not understood as written, in English.'),
    problemCode: z.string().nullable().describe('The same as a stable code, for other languages.'),
  })
  .describe('What a search finds.');
export type SearchOut = z.infer<typeof searchSchema>;

interface Mark {
  readonly start: number;
  readonly end: number;
}

export function renderSearch(
  query: string,
  result: {
    readonly total: number;
    readonly hits: readonly {
      readonly article: ArticleRowInput;
      readonly snippet: string;
      readonly marks: readonly Mark[];
      readonly titleMarks: readonly Mark[];
    }[];
    readonly problem?: string;
    readonly problemCode?: string;
  },
): SearchOut {
  return {
    schema: 'rapporteur.search/2',
    query,
    total: result.total,
    results: result.hits.map((hit) => {
      const silent = hit.article.publish === 'facts';
      return {
        article: renderArticleRow(hit.article),
        snippet: silent ? null : hit.snippet,
        marks: silent ? [] : hit.marks.map(({ start, end }) => ({ start, end })),
        titleMarks: hit.titleMarks.map(({ start, end }) => ({ start, end })),
      };
    }),
    problem: result.problem ?? null,
    problemCode: result.problemCode ?? null,
  };
}
