import type { GroupingStore } from '../../grouping.ts';
import type { ArchiveContext } from '../context.ts';
import {
  dayBefore,
  dispatchMembers,
  dropEmptyDays,
  nextDay,
  readOpenStories,
  setRoots,
  setStoryDay,
  storyMembers,
} from './days.ts';
import { articlesDue, daysDue, markArticlesDue, markDaysOf, setArticlesDone, setDaysDone } from './due.ts';
import { readGrouped, readLinked, readLinks, readMainReports, readMerges, setLinks } from './groups.ts';
import { preparePrint, putPrints, readHolders, setGroupDay } from './prints.ts';

export function createGroupingStore({ db, write }: ArchiveContext): GroupingStore {
  return {
    putPrints: async (prints, gone = []) => {
      const prepared = prints.map(preparePrint);
      await write((tx) => putPrints(tx, prepared, gone));
    },
    holders: (articleId) => readHolders(db, articleId),
    setDay: (articleId, day) => write((tx) => setGroupDay(tx, articleId, day)),
    daysDue: (step) => daysDue(db, step),
    articlesDue: (step, limit) => articlesDue(db, step, limit),
    markDue: (step, articleIds) => write((tx) => markArticlesDue(tx, step, articleIds)),
    markDaysDue: (step, articleIds) => write((tx) => markDaysOf(tx, step, articleIds)),
    setDone: (step, articleIds) => write((tx) => setArticlesDone(tx, step, articleIds)),
    setDaysDone: (step, before) =>
      write(async (tx) => {
        if (step === 'story')
          await dropEmptyDays(
            tx,
            (await daysDue(tx, step)).filter((day) => day < (before ?? day + 1)),
          );
        await setDaysDone(tx, step, before);
      }),
    nextDay: (from) => nextDay(db, from),
    dayBefore: (day) => dayBefore(db, day),
    dispatchMembers: (from, to) => dispatchMembers(db, from, to),
    storyMembers: (from, to) => storyMembers(db, from, to),
    setRoots: (day, roots) => write((tx) => setRoots(tx, day, roots)),
    openStories: (day) => readOpenStories(db, day),
    setStoryDay: (result) => write((tx) => setStoryDay(tx, result)),
    articles: (by, keys) => readGrouped(db, by, keys),
    merges: (founders) => readMerges(db, founders),
    mainReports: (articleIds) => readMainReports(db, articleIds),
    linksOf: (articleIds) => readLinks(db, articleIds),
    linked: (links) => readLinked(db, links),
    setLinks: (links) => write((tx) => setLinks(tx, links)),
  };
}
