import type { Meeting } from '../../core/model/record.ts';
import { renderStory, type StoryOut } from '../../schemas/story.ts';
import type { Store, Story } from '../../store/store.ts';
import { rowLevel } from '../published-article.ts';
import type { Room } from '../room.ts';
import type { Moved } from './moved.ts';

/** `/stories/:id` as data. */
export async function storyData(
  { store, settings }: Pick<Room, 'store' | 'settings'>,
  id: string,
): Promise<StoryOut | Moved | undefined> {
  const moved = await store.articles.storyMoves(id);
  const story = await store.articles.getStory(id);
  if (story === undefined) return moved[0] === undefined ? undefined : { movedTo: moved[0].storyId };
  const rows = story.reports.map((row) => ({ ...row, publish: rowLevel(row, settings) }));
  return renderStory(id, rows, await meetingsOfStory(store, story), moved);
}

/** What a story reports, the most reported meeting first and what it only recalls last. */
export async function meetingsOfStory(store: Store, { meetingIds }: Pick<Story, 'meetingIds'>): Promise<Meeting[]> {
  return [...(await store.record.meetings(meetingIds.slice(0, 20)))].sort(
    (a, b) => Number(a.backgroundOnly) - Number(b.backgroundOnly) || b.reports.length - a.reports.length,
  );
}
