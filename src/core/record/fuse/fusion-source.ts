import type { CountryCode, Meeting, Person } from '../../model/record.ts';
import type { SpellingCounts } from '../people/spelling-counts.ts';
import type { FusionKey, KeyQuery } from './fusion-keys.ts';
import type { IndexedArticle } from './index-article.ts';
import type { RecordForFusion } from './reports.ts';

/**
 * What the archive gives on demand, as the last fusion left it: nothing in it is a pass over all articles.
 */
export interface FusionSource {
  /** As they are now. */
  records(articleIds: readonly string[]): Promise<readonly RecordForFusion[]>;
  meetings(ids: readonly string[]): Promise<readonly Meeting[]>;
  /** Entries of the index; articles without one are left out. */
  articles(ids: readonly string[]): Promise<readonly IndexedArticle[]>;
  keys(queries: readonly KeyQuery[]): Promise<readonly FusionKey[]>;
  /**
   * Of the keys of one word those of the nearest days after a day (or on it), or before it: whole days, the nearest
   * first, until there are as many as asked.
   */
  nearest(key: string, day: number, direction: 'after' | 'before', least: number): Promise<readonly FusionKey[]>;
  /** Names that anybody gives an office, open ones too (country `?`): keys of spellings that the register knows. */
  knownNames(roleCode: string): Promise<readonly string[]>;
  spellings(countries: readonly CountryCode[]): Promise<readonly SpellingCounts[]>;
  spellingsOf(keys: readonly string[]): Promise<readonly SpellingCounts[]>;
  /** People with an office in one of the countries. */
  people(countries: readonly CountryCode[]): Promise<readonly Person[]>;
  /** Of these ids or addresses those that are taken, and by whom. */
  taken(
    kind: 'meeting-slug' | 'person-slug' | 'person-id',
    values: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
}
