import type { Article } from '../core/model/article.ts';
import type { StoredPage } from './store.ts';

/** Articles of one outlet and language that came on one day (UTC). */
export interface Arrival {
  readonly outletId: string;
  readonly language: string;
  /** ISO day. */
  readonly day: string;
  readonly articles: number;
}

/** One form in which an article was found. */
export interface ArticleVersion {
  readonly page: StoredPage;
  /** Absent when this form was never read. */
  readonly article?: Article;
}

/** What the archive keeps over time: when articles came, how they changed, and what was dropped. */
export interface KeepingStore {
  /** First versions only: an outlet that edits its articles is not more productive for it. */
  arrivals(since: string): Promise<readonly Arrival[]>;
  /** The article of an id or an address. */
  findArticle(idOrAddress: string): Promise<string | undefined>;
  /** Every form in which the article was found, by the time of the find. */
  versions(articleId: string): Promise<readonly ArticleVersion[]>;
  /** Articles that were found in more than one form, the last found first. */
  edited(query: { readonly outletId?: string; readonly limit: number }): Promise<readonly string[]>;
}
