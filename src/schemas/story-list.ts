import { z } from 'zod';
import { type ArticleRowInput, articleRowSchema, renderArticleRow } from './article-row.ts';
import { type PageInput, pageSchema, renderPageOf } from './page-of.ts';

export const storySummarySchema = z
  .strictObject({
    id: z.string(),
    lead: articleRowSchema.describe('First article of the text that most outlets print.'),
    articles: z.int().min(0),
    outlets: z.int().min(0),
    independentTexts: z.int().min(0).describe('Number of dispatches: copies of one text count once.'),
    languages: z.array(z.string()),
    meetingIds: z.array(z.string()),
    lastDay: z.string(),
  })
  .describe('A story in short.');

export const storyListSchema = pageSchema('rapporteur.stories/1', storySummarySchema).describe(
  'Stories, the newest first, one page of them.',
);
export type StoryListOut = z.infer<typeof storyListSchema>;

export interface StorySummaryInput {
  readonly storyId: string;
  readonly lead: ArticleRowInput;
  readonly articles: number;
  readonly outlets: number;
  readonly dispatches: number;
  readonly languages: readonly string[];
  readonly meetingIds: readonly string[];
  readonly lastDay: string;
}

export function renderStoryList(page: PageInput<StorySummaryInput>): StoryListOut {
  return renderPageOf('rapporteur.stories/1', page, (story) => ({
    id: story.storyId,
    lead: renderArticleRow(story.lead),
    articles: story.articles,
    outlets: story.outlets,
    independentTexts: story.dispatches,
    languages: [...story.languages],
    meetingIds: [...story.meetingIds],
    lastDay: story.lastDay.slice(0, 10),
  }));
}
