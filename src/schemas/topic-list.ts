import { z } from 'zod';
import { type PageInput, pageSchema, renderPageOf } from './page-of.ts';
import { topicSchema } from './vocabulary.ts';

export const topicCountSchema = z.strictObject({ topic: topicSchema, meetings: z.int().min(0) }).describe('A topic.');

export const topicListSchema = pageSchema('rapporteur.topics/1', topicCountSchema).describe(
  'What meetings are about, the most frequent first.',
);
export type TopicListOut = z.infer<typeof topicListSchema>;

export function renderTopicList(page: PageInput<z.infer<typeof topicCountSchema>>): TopicListOut {
  return renderPageOf('rapporteur.topics/1', page, ({ topic, meetings }) => ({ topic, meetings }));
}
