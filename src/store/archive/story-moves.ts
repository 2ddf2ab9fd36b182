import type { StoryMoves } from '../store.ts';
import type { Queries, StoryMove, Writer } from '../tables.ts';
import { inBatches } from './cursor.ts';

/** Remembers what left a story. Kept by article: wherever it goes later, the old address still finds it. */
export async function writeStoryMoves(tx: Writer, moves: readonly StoryMove[]): Promise<void> {
  for (const some of inBatches(moves, 200)) {
    await tx
      .insertInto('story_moves')
      .values(some)
      .onConflict((conflict) => conflict.columns(['former', 'article_id']).doNothing())
      .execute();
  }
}

/** Where the articles went that a story once had: the story that has most of them first. */
export async function readStoryMoves(db: Queries, id: string): Promise<StoryMoves> {
  const rows = await db
    .selectFrom('story_moves as m')
    .innerJoin('articles as a', 'a.id', 'm.article_id')
    .select(['a.id', 'a.story_id'])
    .where('m.former', '=', id)
    .where('a.story_id', '<>', id)
    .orderBy('a.id')
    .execute();
  const stories = new Map<string, string[]>();
  for (const { id: articleId, story_id: story } of rows) {
    if (story !== null) stories.set(story, [...(stories.get(story) ?? []), articleId]);
  }
  return [...stories]
    .map(([storyId, articleIds]) => ({ storyId, articleIds }))
    .sort((a, b) => b.articleIds.length - a.articleIds.length || (a.storyId < b.storyId ? -1 : 1));
}
