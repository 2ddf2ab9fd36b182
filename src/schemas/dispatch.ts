import { z } from 'zod';
import { type ArticleRowInput, articleRowSchema, renderArticleRow } from './article-row.ts';

export const dispatchSchema = z
  .strictObject({
    schema: z.literal('rapporteur.dispatch/1'),
    id: z.string(),
    copies: z.int().min(1).describe('Articles that print the text.'),
    agencies: z.array(z.string()).describe('Who wrote it, as the copies say.'),
    languages: z.array(z.string()),
    storyIds: z.array(z.string()),
    firstPublished: z.string().nullable(),
    lastPublished: z.string().nullable(),
    articles: z.array(articleRowSchema).describe('In the order of publication, at most a thousand of the newest.'),
  })
  .describe('One text and its copies: they count as one source.');
export type DispatchOut = z.infer<typeof dispatchSchema>;

/** @param page the articles of the dispatch, in any order; at least one */
export function renderDispatch(
  id: string,
  page: { readonly total: number; readonly items: readonly ArticleRowInput[] },
): DispatchOut {
  const ordered = [...page.items].sort((a, b) => compare(a.sortDay, b.sortDay) || compare(a.id, b.id));
  const days = ordered.flatMap(({ published }) => published ?? []);
  const valuesOf = (pick: (row: ArticleRowInput) => string | undefined) =>
    [...new Set(ordered.flatMap((row) => pick(row) ?? []))].sort();
  return {
    schema: 'rapporteur.dispatch/1',
    id,
    copies: page.total,
    agencies: valuesOf(({ agency }) => agency),
    languages: valuesOf(({ language }) => language),
    storyIds: valuesOf(({ storyId }) => storyId),
    firstPublished: days[0] ?? null,
    lastPublished: days.at(-1) ?? null,
    articles: ordered.map(renderArticleRow),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
