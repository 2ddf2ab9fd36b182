import type { OpenStory } from '../core/group/assign-stories.ts';
import type { DispatchPrint } from '../core/group/dispatch-print.ts';
import type { GroupDay, GroupDayBasis, MarkHolder } from '../core/group/group-day.ts';
import type { StoryPrint } from '../core/group/story-print.ts';

/** What grouping reads of an article, once; its text is not needed again. */
export interface GroupPrint {
  readonly articleId: string;
  /** What the article itself says of its day; without it others have to date it. */
  readonly own?: GroupDay;
  readonly dispatch: DispatchPrint;
  readonly story: StoryPrint;
  /** Indexes of the meetings that are its news. */
  readonly mainReports: readonly number[];
  /** From `dayMarks`. */
  readonly marks: readonly number[];
}

/** `day`: the day of an article without one; `link`: what the record says of it; `dispatch` and `story`: their ids. */
export type GroupStep = 'day' | 'link' | 'dispatch' | 'story';
export type DayStep = 'dispatch' | 'story';

export interface DispatchMember {
  readonly print: DispatchPrint;
  readonly day: number;
  /** The article that founded its dispatch; absent for one that is new. */
  readonly root?: string;
}

export interface StoryMember {
  readonly print: StoryPrint;
  readonly day: number;
  /** The article that founded its story on that day. */
  readonly founder?: string;
}

/** What a day decided of its stories. */
export interface StoryDay {
  readonly day: number;
  readonly founders: ReadonlyMap<string, string>;
  readonly merges: readonly (readonly [founder: string, into: string])[];
  readonly open: readonly OpenStory[];
}

/** An article as the place that it has among the groups. */
export interface GroupedArticle {
  readonly id: string;
  readonly published?: string;
  readonly day: number;
  readonly root?: string;
  readonly founder?: string;
  readonly dispatchId?: string;
  readonly storyId?: string;
}

/** How articles of one group are found. */
export type GroupedBy = 'id' | 'root' | 'founder' | 'dispatchId' | 'storyId';

/**
 * What dispatches and stories are made of, by day. Whatever is due stays due until it is done: a run that is killed is
 * finished by the next one.
 */
export interface GroupingStore {
  /** Keeps prints and says what is due after those that are others now. Articles in `gone` hold no text to be grouped. */
  putPrints(prints: readonly GroupPrint[], gone?: readonly string[]): Promise<void>;
  /** Texts that share a mark with an article without a day: of each mark all, or more than `mostMarked`. */
  holders(articleId: string): Promise<{ readonly holders: readonly MarkHolder[]; readonly bound: number } | undefined>;
  setDay(articleId: string, day: GroupDay): Promise<void>;
  daysDue(step: DayStep): Promise<readonly number[]>;
  /** Up to `limit` articles by id; all when absent. */
  articlesDue(step: GroupStep, limit?: number): Promise<readonly string[]>;
  markDue(step: GroupStep, articleIds: readonly string[]): Promise<void>;
  /** Says that the days of these articles, or all days, have to be grouped again. */
  markDaysDue(step: DayStep, articleIds?: readonly string[]): Promise<void>;
  setDone(step: GroupStep, articleIds: readonly string[]): Promise<void>;
  /** Of days before `before`, all when absent. */
  setDaysDone(step: DayStep, before?: number): Promise<void>;
  /** The first day at or after one, and the last before one, that has articles. */
  nextDay(from: number): Promise<number | undefined>;
  dayBefore(day: number): Promise<number | undefined>;
  /** By day and id. */
  dispatchMembers(from: number, to: number): Promise<readonly DispatchMember[]>;
  storyMembers(from: number, to: number): Promise<readonly StoryMember[]>;
  /** Keeps the roots that are others now and says that the ids of these articles are due. True when any is. */
  setRoots(day: number, roots: ReadonlyMap<string, string>): Promise<boolean>;
  openStories(day: number): Promise<readonly OpenStory[]>;
  /** The same for stories. */
  setStoryDay(result: StoryDay): Promise<boolean>;
  articles(by: GroupedBy, keys: readonly string[]): Promise<readonly GroupedArticle[]>;
  /** All merges that have one of these founders on either side. */
  merges(founders: readonly string[]): Promise<readonly (readonly [day: number, founder: string, into: string])[]>;
  mainReports(articleIds: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>;
  /** Links of these articles, and of all articles that have one of these links. */
  linksOf(articleIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  linked(links: readonly string[]): Promise<readonly string[]>;
  /** Makes the links of these articles equal to the given ones; where they differ their stories are due. */
  setLinks(links: ReadonlyMap<string, readonly string[]>): Promise<void>;
}

export type { GroupDay, GroupDayBasis, MarkHolder };
