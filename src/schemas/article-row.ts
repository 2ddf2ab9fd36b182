import { z } from 'zod';
import { isoDaySchema } from './evidence.ts';
import { type Publish, publishSchema } from './vocabulary.ts';

export const articleRowSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    standfirst: z.string().nullable().describe('Null when the outlet allows no text.'),
    language: z.string(),
    outletId: z.string().nullable(),
    outlet: z.string().nullable(),
    agency: z.string().nullable(),
    published: z.string().nullable().describe('EDTF.'),
    sortDay: isoDaySchema.or(z.literal('')).describe('Puts undated articles by their upper bound.'),
    url: z.string().nullable(),
    sample: z.boolean().describe('True for the invented sample press.'),
    publish: publishSchema,
    dispatchId: z.string().nullable(),
    storyId: z.string().nullable(),
    meetingIds: z.array(z.string()),
  })
  .describe('An article in short.');
export type ArticleRowOut = z.infer<typeof articleRowSchema>;

/** The row as the archive gives it. */
export interface ArticleRowInput {
  readonly id: string;
  readonly title: string;
  readonly standfirst?: string;
  readonly language: string;
  readonly outletId?: string;
  readonly outletName?: string;
  readonly agency?: string;
  readonly published?: string;
  readonly sortDay: string;
  readonly url?: string;
  readonly origin: 'sample' | 'import' | 'collect';
  readonly publish: Publish;
  readonly dispatchId?: string;
  readonly storyId?: string;
  readonly meetingIds: readonly string[];
}

export function renderArticleRow(row: ArticleRowInput): ArticleRowOut {
  return {
    id: row.id,
    title: row.title,
    standfirst: row.publish === 'facts' ? null : (row.standfirst ?? null),
    language: row.language,
    outletId: row.outletId ?? null,
    outlet: row.outletName ?? null,
    agency: row.agency ?? null,
    published: row.published ?? null,
    sortDay: row.sortDay.slice(0, 10),
    url: row.url ?? null,
    sample: row.origin === 'sample',
    publish: row.publish,
    dispatchId: row.dispatchId ?? null,
    storyId: row.storyId ?? null,
    meetingIds: [...row.meetingIds],
  };
}
