import type { Meeting, Person } from '../core/model/record.ts';
import type { SearchProblemCode } from '../messages/search-problems.ts';
import type { ArticleRow } from './article-row.ts';

export interface SearchQuery {
  /** Words, `"phrases"`, `-exclusions`, `OR` between alternatives, `field:value` (see `SearchField`). */
  readonly text: string;
  readonly language?: string;
  readonly outlet?: string;
  readonly country?: string;
  readonly from?: string;
  readonly to?: string;
  /** Default `newest`. */
  readonly order?: 'newest' | 'rank';
  readonly limit?: number;
  readonly offset?: number;
  /** Count the matches by outlet, language, country, person, topic and month. */
  readonly facets?: boolean;
  /** Look for meetings, people and dossiers too. */
  readonly related?: boolean;
}

export interface SearchHit {
  readonly article: ArticleRow;
  /** Plain text around the matches. */
  readonly snippet: string;
  /** Ranges of `snippet` that matched. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  readonly titleMarks: readonly { readonly start: number; readonly end: number }[];
  /** The words as typed are not in it: another spelling of a person's name is. */
  readonly bySpelling: boolean;
}

/** What was not understood. `start` and `end` are its place in the query, `instead` what might have been meant. */
export interface SearchProblem {
  readonly code: SearchProblemCode;
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly instead?: string;
}

export type FacetKind = 'outlet' | 'language' | 'country' | 'person' | 'topic' | 'month';

export interface FacetCount {
  /** What a field filter takes: a slug, a code, a month. */
  readonly value: string;
  /** Of outlets and people. */
  readonly name?: string;
  readonly count: number;
}

export interface SearchFacets extends Readonly<Record<FacetKind, readonly FacetCount[]>> {
  /** How many matches were counted, the newest first: all, unless there are very many. */
  readonly counted: number;
}

/** A filter that the query holds, as the archive understood it. */
export interface SearchFilter {
  readonly field: 'outlet' | 'language' | 'country' | 'person' | 'topic' | 'type' | 'days' | 'title';
  readonly values: readonly FacetValue[];
  readonly excluded: boolean;
  readonly start: number;
  readonly end: number;
}

export interface FacetValue {
  readonly value: string;
  readonly name?: string;
}

/** A name that was searched beside the one that was typed. */
export interface SearchSpelling {
  readonly personId: string;
  readonly slug: string;
  readonly name: string;
  readonly spelling: string;
}

/** What the record has on the query. */
export interface RelatedRecord {
  /** Meetings that the newest matches tell of, newest first. */
  readonly meetings: readonly Meeting[];
  readonly people: readonly Person[];
  readonly countries: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
}

export interface SearchResult {
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** What was wrong with the query. Hits may still be there. */
  readonly problems: readonly SearchProblem[];
  readonly filters: readonly SearchFilter[];
  readonly spellings: readonly SearchSpelling[];
  readonly facets?: SearchFacets;
  readonly related?: RelatedRecord;
}

export interface SearchStore {
  /** All words must match; accents, Arabic marks and case never matter. */
  find(query: SearchQuery): Promise<SearchResult>;
  /** True when the index was made by another version of the analyser: `reindex` is due. */
  stale(): Promise<boolean>;
  reindex(): Promise<{ readonly articles: number }>;
}
