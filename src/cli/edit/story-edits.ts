import { RapporteurError } from '../../errors.ts';
import type { Store, Story } from '../../store/store.ts';
import { type EditKind, undoItself } from './edit-kind.ts';

export const storyEdits: Readonly<Record<string, EditKind>> = {
  merge: {
    usage: 'story merge STORY OTHER',
    min: 2,
    max: 2,
    async make(store, named) {
      const [story, into] = await findTwo(store, named, 'Both are the same story.');
      const [articles, others] = [articlesOf(story), articlesOf(into)];
      return {
        action: { kind: 'story-merge', storyId: story.storyId, articles, intoId: into.storyId, others },
        inverse: { kind: 'story-split', storyId: into.storyId, articles, others },
      };
    },
  },
  split: {
    usage: 'story split STORY ARTICLE…',
    min: 2,
    max: 1000,
    async make(store, [id = '', ...named]) {
      const story = await findStory(store, id);
      const all = articlesOf(story);
      const articles = [...new Set(named)];
      const stranger = articles.find((article) => !all.includes(article));
      if (stranger !== undefined) {
        throw new RapporteurError('not-found', `"${stranger}" is not an article of this story.`);
      }
      const others = all.filter((article) => !articles.includes(article));
      if (others.length === 0) {
        throw new RapporteurError('invalid-parameter', 'These are all its articles: nothing would be left.');
      }
      // The new story has no id yet that a merge could name.
      return { action: { kind: 'story-split', storyId: story.storyId, articles, others }, inverse: undoItself };
    },
  },
  'not-same': {
    usage: 'story not-same STORY OTHER',
    min: 2,
    max: 2,
    async make(store, named) {
      const [story, other] = await findTwo(store, named, 'Both are the same story; use split.');
      const [articles, others] = [articlesOf(story), articlesOf(other)];
      return {
        action: { kind: 'story-not-same', storyId: story.storyId, articles, otherId: other.storyId, others },
        inverse: {
          kind: 'story-merge',
          storyId: other.storyId,
          articles: others,
          intoId: story.storyId,
          others: articles,
        },
      };
    },
  },
};

async function findTwo(store: Store, [first = '', second = '']: readonly string[], same: string) {
  const [story, other] = [await findStory(store, first), await findStory(store, second)];
  if (story.storyId === other.storyId) throw new RapporteurError('invalid-parameter', same);
  return [story, other] as const;
}

async function findStory(store: Store, id: string): Promise<Story> {
  const found = (await store.articles.getStory(id)) ?? (await movedStory(store, id));
  if (found === undefined) throw new RapporteurError('not-found', `There is no story "${id}".`);
  return found;
}

/** An id from before: the story that has most of its articles now. */
async function movedStory(store: Store, id: string): Promise<Story | undefined> {
  const [into] = await store.articles.storyMoves(id);
  return into === undefined ? undefined : store.articles.getStory(into.storyId);
}

function articlesOf({ reports }: Story): string[] {
  return reports.map(({ id }) => id).sort();
}
