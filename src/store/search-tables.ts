import type { Generated } from 'kysely';

/** Every folded word that was indexed, with the stems it stands under: queries typed without accents need it. */
export interface SearchWords {
  readonly folded: string;
  readonly stem: string;
}

/**
 * What the index holds. `document` is the row id inside the index: day first, so that "newest first" and date filters
 * are ranges of it. PostgreSQL also keeps `vector` here.
 */
export interface SearchDocuments {
  readonly document: number;
  readonly article_id: string;
  readonly text_version: string;
}

/** By what results are narrowed and counted: languages, outlets, countries … Rows are only ever added. */
export interface SearchFacetNames {
  readonly number: Generated<number>;
  readonly kind: string;
  readonly value: string;
}

/** Which documents have a facet, newest last: for narrowing. */
export interface SearchFilters {
  readonly facet: number;
  readonly document: number;
}

/** The same by document, its numbers with a space between: for counting. */
export interface SearchFacets {
  readonly document: number;
  readonly packed: string;
}
