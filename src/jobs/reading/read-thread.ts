// What runs in each of the threads that read pages.
import { workerData } from 'node:worker_threads';
import type { OutletProfile } from '../../core/extract/outlet-profile.ts';
import type { ArticleRecord } from '../../core/model/record.ts';
import { giveWayToOthers } from './give-way.ts';
import { type CodeToDo, codeArticleOf, type PageToRead, readArticleOf } from './read-article.ts';
import type { ReadArticle } from './reader.ts';

/** The pool gives what it was opened with as the second of a pair. */
const { profiles, giveWay } = (Array.isArray(workerData) ? workerData[1] : workerData) as {
  readonly profiles?: readonly OutletProfile[];
  readonly giveWay?: boolean;
};
if (giveWay === true) giveWayToOthers();

/** Work, and where to note that it has begun: the time of a page counts from there. */
interface Task<T> {
  readonly work: T;
  readonly begun: Int32Array;
}

export function read({ work, begun }: Task<PageToRead>): Promise<ReadArticle> {
  Atomics.store(begun, 0, 1);
  return readArticleOf(work, profiles);
}

export function code({ work, begun }: Task<CodeToDo>): ArticleRecord {
  Atomics.store(begun, 0, 1);
  return codeArticleOf(work);
}
