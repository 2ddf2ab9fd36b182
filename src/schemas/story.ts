import { z } from 'zod';
import type { Meeting } from '../core/model/record.ts';
import { type ArticleRowInput, articleRowSchema, renderArticleRow } from './article-row.ts';
import { meetingSummarySchema, renderMeetingSummary } from './meeting.ts';

export const storySchema = z
  .strictObject({
    schema: z.literal('rapporteur.story/1'),
    id: z.string(),
    title: z.string().describe('Headline of the first report.'),
    languages: z.array(z.string()),
    outlets: z.int().min(0).describe('Number of outlets.'),
    independentTexts: z.int().min(0).describe('Number of dispatches: copies of one text count once.'),
    firstPublished: z.string().nullable(),
    lastPublished: z.string().nullable(),
    articles: z.array(articleRowSchema).describe('In the order of publication.'),
    meetings: z.array(meetingSummarySchema),
    movedElsewhere: z
      .array(z.strictObject({ storyId: z.string(), articleIds: z.array(z.string()) }))
      .describe('Articles that once stood in this story, with the stories where they stand now.'),
  })
  .describe('The reports of one event, in any language.');
export type StoryOut = z.infer<typeof storySchema>;

/** @param rows the reports, in any order; at least one */
export function renderStory(
  id: string,
  rows: readonly ArticleRowInput[],
  meetings: readonly Meeting[] = [],
  moved: readonly { readonly storyId: string; readonly articleIds: readonly string[] }[] = [],
): StoryOut {
  const ordered = [...rows].sort((a, b) => compare(a.sortDay, b.sortDay) || compare(a.id, b.id));
  const days = ordered.flatMap((row) => row.published ?? []);
  return {
    schema: 'rapporteur.story/1',
    id,
    title: ordered[0]?.title ?? '',
    languages: [...new Set(ordered.map((row) => row.language))].sort(),
    outlets: new Set(ordered.map((row) => row.outletId ?? row.outletName ?? row.id)).size,
    independentTexts: new Set(ordered.map((row) => row.dispatchId ?? row.id)).size,
    firstPublished: days[0] ?? null,
    lastPublished: days.at(-1) ?? null,
    articles: ordered.map(renderArticleRow),
    meetings: meetings.map(renderMeetingSummary),
    movedElsewhere: moved.map(({ storyId, articleIds }) => ({ storyId, articleIds: [...articleIds] })),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
