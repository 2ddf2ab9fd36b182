import type { OutletProfile } from '../../core/extract/outlet-profile.ts';
import type { Article } from '../../core/model/article.ts';
import type { ArticleRecord } from '../../core/model/record.ts';
import { type CodeToDo, codeArticleOf, type PageToRead, readArticleOf } from './read-article.ts';

export type { CodeToDo, PageToRead } from './read-article.ts';

export interface ReadArticle {
  readonly article: Article;
  readonly record: ArticleRecord;
  /** By which the host of the page is remembered. */
  readonly lines: readonly string[];
  /** Article without its text, and record, as they are stored: packing is work for the threads that read. */
  readonly packed?: { readonly article: Uint8Array; readonly record: Uint8Array };
}

/** Reads pages and codes articles: in this thread, or in others so that this one stays quick. */
export interface Reader {
  /** Pages that it reads at once. */
  readonly threads: number;
  /** @throws RapporteurError `page-too-heavy` when the page takes more time or memory than any page may */
  read(page: PageToRead): Promise<ReadArticle>;
  code(work: CodeToDo): Promise<ArticleRecord>;
  close(): Promise<void>;
}

/** Reads in this thread, as tests and small tasks do. */
export function createInlineReader(profiles?: readonly OutletProfile[]): Reader {
  return {
    threads: 1,
    read: async (page) => readArticleOf(page, profiles),
    code: async (work) => codeArticleOf(work),
    close: async () => {},
  };
}
