import { dispatchPrint, dispatchPrintVersion } from '../../core/group/dispatch-print.ts';
import type { GroupArticle } from '../../core/group/group-article.ts';
import { dayMarks, likeliestDay, ownGroupDay } from '../../core/group/group-day.ts';
import type { Pivot } from '../../core/group/pivot.ts';
import { mainReports } from '../../core/group/stories.ts';
import { storyPrint, storyPrintVersion } from '../../core/group/story-print.ts';
import type { Article, BlockLabel } from '../../core/model/article.ts';
import { failureOf } from '../../messages/errors.ts';
import type { GroupPrint } from '../../store/grouping.ts';
import type { Store } from '../../store/store.ts';

/** Which form the kept prints have: others are made anew. */
const printsSetting = 'group.prints';
/** One form of grouping days: raise it when the same prints may be grouped otherwise. */
const groupingVersion = '1';
const batch = 200;

/**
 * Reads the articles that are new or changed since last time, all of them where the kept prints have another form, and
 * dates those that do not say their day. Gives whether all were read.
 */
export async function readPrints(store: Store, pivot: Pivot, options: { readonly whole: boolean }): Promise<boolean> {
  const form = [groupingVersion, dispatchPrintVersion, storyPrintVersion, pivot.id].join(' ');
  const whole = options.whole || (await store.getSetting(printsSetting)) !== form;
  if (whole) {
    const ids = await store.articles.ids();
    for (let from = 0; from < ids.length; from += batch) await readSome(store, ids.slice(from, from + batch), pivot);
    await store.grouping.markDaysDue('dispatch');
    await store.grouping.markDaysDue('story');
  } else {
    for (let after = ''; ; ) {
      const ids = await store.record.pending(batch, after);
      const last = ids.at(-1);
      if (last === undefined) break;
      after = last;
      await readSome(store, ids, pivot);
    }
  }
  await dateArticles(store);
  if (whole) await store.setSetting(printsSetting, form);
  return whole;
}

async function readSome(store: Store, ids: readonly string[], pivot: Pivot): Promise<void> {
  const articles = await store.articles.many(ids);
  const records = new Map((await store.record.recordsOf(ids)).map(({ record }) => [record.articleId, record.meetings]));
  const gone: string[] = [];
  const prints: GroupPrint[] = [];
  for (const { article } of articles) {
    // Its words are given up: what was read of them while they were there stays.
    if (article.dropped !== undefined) continue;
    // Pages that hold no article belong to no story.
    if (failureOf(article.problems) === undefined)
      prints.push(printOf(groupArticleOf(article, records.get(article.id)), pivot));
    else gone.push(article.id);
  }
  await store.grouping.putPrints(prints, gone);
}

function printOf(article: GroupArticle, pivot: Pivot): GroupPrint {
  const dispatch = dispatchPrint(article);
  const own = ownGroupDay(article);
  return {
    articleId: article.id,
    ...(own === undefined ? {} : { own }),
    dispatch,
    story: storyPrint(article, pivot),
    mainReports: mainReports([article]).get(article.id) ?? [],
    marks: dayMarks(dispatch),
  };
}

async function dateArticles(store: Store): Promise<void> {
  for (const id of await store.grouping.articlesDue('day')) {
    const found = await store.grouping.holders(id);
    if (found === undefined) await store.grouping.setDone('day', [id]);
    else await store.grouping.setDay(id, likeliestDay(found.holders, found.bound));
  }
}

const bodyLabels: ReadonlySet<BlockLabel> = new Set<BlockLabel>(['standfirst', 'dateline', 'body']);

function groupArticleOf(article: Article, meetings: GroupArticle['meetings'] = []): GroupArticle {
  const body = article.blocks
    .filter((block) => bodyLabels.has(block.label))
    .map((block) => article.text.slice(block.start, block.end));
  return {
    id: article.id,
    language: article.language.value,
    text: body.join('\n'),
    meetings,
    ...(article.title === undefined ? {} : { title: article.title.value }),
    ...(article.published === undefined ? {} : { published: article.published.value.edtf }),
  };
}
