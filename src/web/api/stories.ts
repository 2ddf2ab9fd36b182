import { storySchema } from '../../schemas/story.ts';
import { renderStoryList, storyListSchema } from '../../schemas/story-list.ts';
import { storyData } from '../data/story-data.ts';
import { apiRoute } from './api-route.ts';
import { shownRow } from './articles.ts';
import { given } from './pages.ts';
import { cursorParameter, limitParameter } from './parameters.ts';

const tag = 'stories';

const storyList = apiRoute({
  path: '/stories',
  tag,
  summary: 'Stories, the newest first',
  noun: 'stories',
  answer: storyListSchema,
  query: { limit: limitParameter(20, 100), cursor: cursorParameter },
  async read({ room, query }) {
    const page = await room.store.articles.listStories(given(query));
    return renderStoryList({ ...page, items: page.items.map((one) => ({ ...one, lead: shownRow(one.lead, room) })) });
  },
});

const story = apiRoute({
  path: '/stories/{id}',
  tag,
  summary: 'One event as every outlet tells it',
  idText: 'Id of the story.',
  noun: 'story',
  answer: storySchema,
  query: {},
  read: ({ room, id }) => storyData(room, id),
});

export const storyRoutes = [storyList, story];
