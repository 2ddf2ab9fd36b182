import type { Article } from '../core/model/article.ts';
import type { StoreFinding } from './finding.ts';
import type { StoredPage } from './page.ts';

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

export interface Mended {
  readonly code: StoreFinding['code'];
  readonly count: number;
}

export interface RetentionEntry {
  readonly at: string;
  readonly outletId: string;
  readonly keepDays: number;
  readonly articles: number;
  /** Compressed bytes of pages. */
  readonly bytes: number;
}

/** What the archive keeps over time: when articles came, how they changed, and what was dropped. */
export interface KeepingStore {
  /** First versions only: an outlet that edits its articles is not more productive for it. */
  arrivals(since: string): Promise<readonly Arrival[]>;
  /** The article of an id or an address. */
  findArticle(idOrAddress: string): Promise<string | undefined>;
  /** Every form in which the article was found, by the time of the find. */
  versions(articleId: string): Promise<readonly ArticleVersion[]>;
  /** How long the texts of an outlet are kept; without days for ever. */
  setKeepDays(outletId: string, days: number | undefined): Promise<void>;
  /** Articles of an outlet whose newest form came before an instant and whose text is still there. */
  dueToDrop(outletId: string, before: string, limit: number): Promise<readonly string[]>;
  /**
   * Puts the article without its words in the place of the one with them, in all versions and in search, and gives up
   * the bytes of its pages unless another article needs them. Gives how many bytes that were.
   */
  drop(article: Article): Promise<number>;
  /** Mends what `check` finds and no other work would: leftovers of kills and wrong clocks. */
  mend(): Promise<readonly Mended[]>;
  logRetention(entry: RetentionEntry): Promise<void>;
  /** The last first. */
  retentionLog(limit: number): Promise<readonly RetentionEntry[]>;
  /** Articles that were found in more than one form, the last found first. */
  edited(query: { readonly outletId?: string; readonly limit: number }): Promise<readonly string[]>;
}
