import { extractArticle } from '../../../src/core/extract/extract-article.ts';
import type { Article } from '../../../src/core/model/article.ts';
import type { ArticleRecord } from '../../../src/core/model/record.ts';
import { codeRecord } from '../../../src/core/record/code-record.ts';
import { groupsOf } from './groups.ts';
import { predictionOf } from './predict.ts';
import type { Prediction, PressPage } from './types.ts';

export interface Run {
  readonly predictions: readonly Prediction[];
  /** Pages on which the program threw; they have an empty answer. */
  readonly failures: readonly { readonly id: string; readonly message: string }[];
}

/** The whole path from page to record, in memory: no store, no network, no clock. One answer a page, in page order. */
export function runSystem(pages: readonly PressPage[]): Run {
  const read: { page: PressPage; article: Article; record: ArticleRecord }[] = [];
  const failures: { id: string; message: string }[] = [];
  for (const page of pages) {
    try {
      const article = extractArticle(
        { text: page.text, ...(page.url === undefined ? {} : { url: page.url }) },
        { id: `page-${page.id}` },
      );
      read.push({ page, article, record: codeRecord(article) });
    } catch (error) {
      failures.push({ id: page.id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  const groups = groupsOf(read);
  const answers = new Map(
    read.map(({ page, article, record }) => [
      page.id,
      predictionOf(page.id, article, record.meetings, groups.get(article.id) ?? { dispatch: page.id, story: page.id }),
    ]),
  );
  return { predictions: pages.map((page) => answers.get(page.id) ?? { id: page.id, events: [] }), failures };
}
