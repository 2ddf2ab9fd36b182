// What runs in each of the threads that read pages.
import { workerData } from 'node:worker_threads';
import type { OutletProfile } from '../../core/extract/outlet-profile.ts';
import type { ArticleRecord } from '../../core/model/record.ts';
import { type CodeToDo, codeArticleOf, type PageToRead, readArticleOf } from './read-article.ts';
import type { ReadArticle } from './reader.ts';

/** The pool gives what it was opened with as the second of a pair. */
const { profiles } = (Array.isArray(workerData) ? workerData[1] : workerData) as {
  readonly profiles?: readonly OutletProfile[];
};

export function read(page: PageToRead): ReadArticle {
  return readArticleOf(page, profiles);
}

export function code(work: CodeToDo): ArticleRecord {
  return codeArticleOf(work);
}
