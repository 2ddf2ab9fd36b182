import type { Generated } from 'kysely';

export interface Sources {
  readonly id: string;
  readonly outlet_id: string;
  readonly address: string;
  readonly kind: string;
  readonly title: string | null;
  readonly folder: string;
  readonly pattern: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly allow_private: number;
  readonly pause_ms: number | null;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly hub: string | null;
  readonly interval_seconds: number;
  readonly next_poll: string;
  readonly last_poll: string | null;
  readonly last_good: string | null;
  readonly last_item: string | null;
  readonly failures: number;
  readonly added_at: string;
}

export interface SourceItems {
  readonly address: string;
  readonly source_id: string;
  readonly feed: string | null;
  readonly found_at: string;
  readonly state: string;
  readonly tries: number;
  readonly next_try: string;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly article_id: string | null;
  readonly site: string;
}

export interface Polls {
  readonly seq: Generated<number>;
  readonly source_id: string;
  readonly at: string;
  readonly outcome: string;
  readonly found: number;
  readonly fresh: number;
  readonly milliseconds: number;
  readonly reason: string | null;
}

export interface FetchDomains {
  readonly domain: string;
  readonly blocked_until: string | null;
  readonly refusals: number;
  readonly robots: string | null;
  readonly robots_until: string | null;
  readonly next_visit: string | null;
}
