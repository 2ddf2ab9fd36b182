export interface StoreFinding {
  readonly code:
    | 'page-not-extracted'
    | 'article-not-coded'
    | 'search-missing'
    | 'search-stale'
    | 'search-facets'
    | 'meeting-without-report'
    | 'bytes-without-page'
    | 'search-extra'
    | 'item-lost'
    | 'item-stuck'
    | 'source-stuck'
    | 'schema-behind';
  readonly count: number;
  readonly sample: readonly string[];
}
