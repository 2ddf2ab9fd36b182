import type { Meeting } from '../model/record.ts';
import type { GroupArticle, GroupOptions } from './group-article.ts';
import { groupIds } from './group-ids.ts';
import type { Pivot } from './pivot.ts';
import { replayStories, storiesOf } from './story-days.ts';
import type { StoryRules } from './story-decisions.ts';
import { storyLinks } from './story-links.ts';
import { storyPrint } from './story-print.ts';

export interface StoryOptions extends GroupOptions {
  /** How words of two languages find each other. @default what ships */
  readonly pivot?: Pivot;
  /** What editors said: they have the last word. */
  readonly rules?: StoryRules;
  /** Sets of articles that are translations of one text. */
  readonly translations?: readonly (readonly string[])[];
}

/**
 * Brings the reports of one event together, in any language: copies of one text, main reports of one meeting, meetings
 * of one visit on one day, and texts of the same days that are alike, in their words or in the names, places, numbers
 * and common words that languages share, and do not tell of different meetings.
 * @param dispatches from `groupDispatches`
 * @param meetings from fusion
 * @returns story id by article id, for every article
 *
 * @example
 * import { groupDispatches, groupStories } from 'rapporteur';
 *
 * const articles = [{ id: 'a', language: 'en', text: 'The ferry sailed again on Monday.', published: '2024-01-19' }];
 * const stories = groupStories(articles, groupDispatches(articles), []);
 * console.log(stories.get('a'));
 */
export function groupStories(
  articles: readonly GroupArticle[],
  dispatches: ReadonlyMap<string, string>,
  meetings: readonly Meeting[],
  options: StoryOptions = {},
): Map<string, string> {
  const ordered = [...articles].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const { rules, translations } = options;
  const links = storyLinks({
    dispatches,
    meetings,
    mainReport: mainReports(ordered),
    ...(rules === undefined ? {} : { rules }),
    ...(translations === undefined ? {} : { translations }),
  });
  const days = replayStories(
    ordered.map((article) => storyPrint(article, options.pivot)),
    links,
  );
  const founders = storiesOf(
    days,
    ordered.map(({ id }) => id),
    links,
  );
  const numbers = new Map<string, number>();
  for (const founder of founders.values()) if (!numbers.has(founder)) numbers.set(founder, numbers.size);
  return groupIds(
    ordered.map((article) => ({ article, root: numbers.get(founders.get(article.id) ?? article.id) ?? -1 })),
    's',
    options.previous,
  );
}

/** The meetings that are the news of each article, by their index in the article's record. */
export function mainReports(
  articles: readonly Pick<GroupArticle, 'id' | 'meetings'>[],
): Map<string, readonly number[]> {
  return new Map(
    articles.map(({ id, meetings = [] }) => [
      id,
      meetings.flatMap(({ index, prominence }) => (prominence === 'main' ? [index] : [])),
    ]),
  );
}
