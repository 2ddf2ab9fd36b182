import { z } from 'zod';
import type { Article } from '../core/model/article.ts';
import type { ArticleRecord } from '../core/model/record.ts';
import { articleCoreSchema, contentProblemSchema, renderArticleCore } from './article.ts';
import { publishedText, quoteFrom } from './publish.ts';
import { evidenceSpansOf, recordCoreSchema, renderRecordCore } from './record.ts';
import type { Publish } from './vocabulary.ts';

export const readingSchema = z
  .strictObject({
    schema: z.literal('rapporteur.reading/1'),
    id: z.string().describe('As the input gave it (JSON `id` or file name), else the id of the article.'),
    url: z.string().nullable(),
    article: articleCoreSchema,
    record: recordCoreSchema,
    problems: z.array(contentProblemSchema).describe('What was wrong with the page; it was read all the same.'),
  })
  .describe('What one page gives: the article without the page around it, and the record that it supports.');
export type Reading = z.infer<typeof readingSchema>;

/**
 * A reading is made on the spot from a page that the reader holds, so the text is complete unless told otherwise.
 */
export function renderReading(
  reading: { readonly id?: string; readonly article: Article; readonly record: ArticleRecord },
  options: { /** @default 'full' */ readonly publish?: Publish; readonly blocks?: boolean } = {},
): Reading {
  const { article, record } = reading;
  const publish = options.publish ?? 'full';
  const evidenceSpans = evidenceSpansOf(record);
  const core = renderArticleCore(article, { publish, evidenceSpans, blocks: options.blocks ?? false });
  return {
    schema: 'rapporteur.reading/1',
    id: reading.id ?? article.id,
    url: article.url ?? null,
    article: core,
    record: renderRecordCore(record, quoteFrom(article, publishedText(article, publish, evidenceSpans))),
    problems: core.problems,
  };
}
