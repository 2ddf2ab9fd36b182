export interface StoreFinding {
  readonly code:
    | 'page-not-extracted'
    | 'article-not-coded'
    | 'search-missing'
    | 'search-stale'
    | 'meeting-without-report'
    | 'schema-behind';
  readonly count: number;
  readonly sample: readonly string[];
}
