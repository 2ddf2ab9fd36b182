import { groupDispatches } from '../../../src/core/group/dispatches.ts';
import type { GroupArticle } from '../../../src/core/group/group-article.ts';
import { groupStories } from '../../../src/core/group/stories.ts';
import type { Article } from '../../../src/core/model/article.ts';
import type { ArticleRecord } from '../../../src/core/model/record.ts';
import { fuseMeetings } from '../../../src/core/record/fuse/fuse-meetings.ts';
import type { RecordForFusion } from '../../../src/core/record/fuse/reports.ts';
import { type Groups, toldText } from './predict.ts';

export interface ReadPage {
  readonly article: Article;
  readonly record: ArticleRecord;
}

/** Labels of dispatch and story by article id: the same grouping and fusion that an archive gets. */
export function groupsOf(read: readonly ReadPage[]): ReadonlyMap<string, Groups> {
  const articles = read.map(groupArticleOf);
  const dispatches = groupDispatches(articles);
  const { meetings } = fuseMeetings(read.map((page) => recordForFusion(page, dispatches.get(page.article.id))));
  const stories = groupStories(articles, dispatches, meetings);
  return new Map(articles.map(({ id }) => [id, { dispatch: dispatches.get(id) ?? id, story: stories.get(id) ?? id }]));
}

function groupArticleOf({ article, record }: ReadPage): GroupArticle {
  return {
    id: article.id,
    language: article.language.value,
    text: toldText(article),
    meetings: record.meetings,
    ...(article.title === undefined ? {} : { title: article.title.value }),
    ...(article.published === undefined ? {} : { published: article.published.value.edtf }),
  };
}

function recordForFusion({ article, record }: ReadPage, dispatchId: string | undefined): RecordForFusion {
  return {
    record,
    language: article.language.value,
    ...(article.outlet === undefined ? {} : { outletId: article.outlet.value, outletName: article.outlet.value }),
    ...(article.published === undefined ? {} : { published: article.published.value.edtf }),
    ...(article.notLaterThan === undefined ? {} : { notLaterThan: article.notLaterThan.value }),
    ...(article.agency === undefined ? {} : { agency: article.agency.value }),
    ...(dispatchId === undefined ? {} : { dispatchId }),
  };
}
