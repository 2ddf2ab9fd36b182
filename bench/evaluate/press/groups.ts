import type { Article } from '../../../src/core/model/article.ts';
import type { ArticleRecord } from '../../../src/core/model/record.ts';
import type { Groups } from './predict.ts';

/** Labels of dispatch and story by article id. Every page is its own group. */
export function groupsOf(
  read: readonly { readonly article: Article; readonly record: ArticleRecord }[],
): ReadonlyMap<string, Groups> {
  return new Map(read.map(({ article }) => [article.id, { dispatch: article.id, story: article.id }]));
}
