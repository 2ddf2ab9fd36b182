import type { Generated, Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { AccessTokens } from './access-tokens.ts';
import type { UserCredentials, UserSessions, Users, UserVerifications } from './account-tables.ts';
import type { FetchDomains, Polls, SourceItems, Sources } from './collect-tables.ts';
import type {
  FusionIndex,
  FusionKeys,
  FusionPending,
  FusionSpellings,
  GroupArticlesDue,
  GroupDays,
  GroupDaysDue,
  GroupMarks,
  GroupPrints,
  StoryLinkRows,
  StoryMerges,
} from './grouping-tables.ts';
import type { HubSubscriptions } from './hub-store.ts';
import type { ImportFailures, ImportInputs } from './import-tables.ts';
import type { RetentionLog } from './keeping-tables.ts';
import type { JobTable } from './queue/job-table.ts';
import type { ReaderTables } from './reader-tables.ts';
import type { SearchDocuments, SearchFacetNames, SearchFacets, SearchFilters, SearchWords } from './search-tables.ts';
import type { Webhooks } from './webhooks.ts';

/**
 * The one typed schema of both databases. Names in SQL are the names here. Days are ISO text, instants ISO text,
 * flags 0 or 1, JSON is text (read whole, never queried inside), bytes are gzip.
 */
export interface Tables extends ReaderTables {
  readonly schema_migrations: SchemaMigrations;
  readonly settings: Settings;
  readonly blobs: Blobs;
  readonly pages: Pages;
  readonly outlets: Outlets;
  readonly host_pages: HostPages;
  readonly hosts: Hosts;
  readonly sources: Sources;
  readonly source_items: SourceItems;
  readonly polls: Polls;
  readonly fetch_domains: FetchDomains;
  readonly hub_subscriptions: HubSubscriptions;
  readonly import_inputs: ImportInputs;
  readonly import_failures: ImportFailures;
  readonly jobs: JobTable;
  readonly retention_log: RetentionLog;
  readonly users: Users;
  readonly user_sessions: UserSessions;
  readonly user_credentials: UserCredentials;
  readonly user_verifications: UserVerifications;
  readonly access_tokens: AccessTokens;
  readonly webhooks: Webhooks;
  readonly articles: Articles;
  readonly article_texts: ArticleTexts;
  readonly stories: Stories;
  readonly records: Records;
  readonly claims: Claims;
  readonly meetings: Meetings;
  readonly meeting_countries: MeetingCountries;
  readonly meeting_people: MeetingPeople;
  readonly meeting_topics: MeetingTopics;
  readonly meeting_marks: MeetingMarks;
  readonly meeting_filters: MeetingFilters;
  readonly meeting_lines: MeetingLines;
  readonly meeting_articles: MeetingArticles;
  readonly meeting_redirects: MeetingRedirects;
  readonly story_moves: StoryMove;
  readonly people: People;
  readonly person_countries: PersonCountries;
  readonly decisions: Decisions;
  readonly person_spellings: PersonSpellings;
  readonly person_posts: PersonPosts;
  readonly withdrawals: Withdrawals;
  readonly changes: Changes;
  readonly reader_reports: ReaderReports;
  readonly fusion_index: FusionIndex;
  readonly fusion_keys: FusionKeys;
  readonly fusion_pending: FusionPending;
  readonly novelty_prints: NoveltyPrints;
  readonly fusion_spellings: FusionSpellings;
  readonly group_prints: GroupPrints;
  readonly group_marks: GroupMarks;
  readonly group_days: GroupDays;
  readonly story_merges: StoryMerges;
  readonly story_links: StoryLinkRows;
  readonly group_days_due: GroupDaysDue;
  readonly group_articles_due: GroupArticlesDue;
  readonly search_words: SearchWords;
  readonly search_documents: SearchDocuments;
  readonly search_facet_names: SearchFacetNames;
  readonly search_filters: SearchFilters;
  readonly search_facets: SearchFacets;
}

export type Database = Kysely<Tables>;
export type Writer = Transaction<Tables>;
/** Whatever can run a query: the database or an open transaction. */
export type Queries = Database | Writer;

interface SchemaMigrations {
  readonly number: number;
  readonly name: string;
  readonly applied_at: string;
}

interface Settings {
  readonly name: string;
  readonly value: string;
}

/** Original bytes, once for each content. The row of dropped ones stays, without them. */
interface Blobs {
  readonly hash: string;
  readonly size: number;
  readonly encoding: 'gzip' | 'raw' | 'dropped';
  readonly bytes: Uint8Array;
}

/** One row for each version of each page; `seq` of the first version orders the archive. */
interface Pages {
  readonly seq: Generated<number>;
  readonly article_id: string;
  readonly identity: string;
  readonly version: number;
  readonly is_current: number;
  readonly hash: string;
  readonly size: number;
  readonly content_type: string | null;
  readonly format: string | null;
  readonly url: string | null;
  readonly name: string | null;
  readonly origin: string;
  readonly saved_at: string;
  /** 1 when a stored article comes from these bytes. */
  readonly is_read: Generated<number>;
}

interface HostPages {
  readonly article_id: string;
  readonly host: string;
  /** Hashes with a space between. */
  readonly lines: string;
}

interface Hosts {
  readonly host: string;
  readonly read_with: number;
}

interface Outlets {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly hosts: string;
  readonly languages: string;
  readonly home_country: string | null;
  readonly publish: string;
  readonly origin: string;
  /** Days after which texts are dropped; absent: never. */
  readonly keep_days: number | null;
}

/** The sentences of an article as hashes of stems. */
interface NoveltyPrints {
  readonly article_id: string;
  readonly data: Uint8Array;
}

/** What lists show. `seq` is that of the first page version. */
interface Articles {
  readonly id: string;
  readonly seq: number;
  readonly page_hash: string;
  readonly text_version: string;
  readonly title: string;
  readonly standfirst: string | null;
  readonly language: string;
  readonly outlet_id: string | null;
  readonly aggregator: string | null;
  readonly agency: string | null;
  readonly published: string | null;
  readonly not_later_than: string | null;
  readonly sort_day: string;
  readonly url: string | null;
  readonly origin: string;
  readonly page_type: string;
  readonly dispatch_id: string | null;
  readonly story_id: string | null;
  /** Version of the coder that read this text; absent while it has no record. */
  readonly coded_with: string | null;
  /** When its text and bytes were dropped; facts, title, address and hash stay. */
  readonly dropped_at: string | null;
}

/** `data` is the article without its text, as gzipped JSON; `parts` is what search reads: `[label, start, end, language][]`. */
interface ArticleTexts {
  readonly article_id: string;
  readonly text_version: string;
  readonly page_hash: string;
  readonly text: string;
  readonly parts: string;
  readonly data: Uint8Array;
}

/** Sums over the articles of a story, kept so that the front page reads no article it does not show. */
interface Stories {
  readonly id: string;
  readonly articles: number;
  readonly outlets: number;
  readonly dispatches: number;
  readonly last_day: string;
}

interface Records {
  readonly article_id: string;
  readonly text_version: string;
  readonly coder_version: string;
  readonly data: Uint8Array;
}

interface Claims {
  readonly article_id: string;
  readonly id: string;
  readonly position: number;
  readonly text_version: string;
  readonly report: number;
  readonly field: string;
  readonly value: string;
  readonly source: string;
  readonly polarity: string;
  readonly certainty: number;
  readonly basis: string;
  readonly spans: string;
}

export interface Meetings {
  readonly id: string;
  readonly slug: string;
  readonly type: string;
  readonly status: string;
  /** First and last day that `when` covers; absent when no day is known. */
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly sort_day: string;
  readonly background: number;
  readonly outcomes: number;
  readonly strong_outcomes: number;
  /** SHA-256 of `data`, to write only what changed. */
  readonly digest: string;
  readonly data: string;
}

interface MeetingCountries {
  readonly meeting_id: string;
  readonly country: string;
}

interface MeetingPeople {
  readonly meeting_id: string;
  readonly person_id: string;
}

interface MeetingTopics {
  readonly meeting_id: string;
  readonly topic: string;
}

/** What else a meeting is looked for by: `place`, `mechanism` and `role`. */
export interface MeetingMarks {
  readonly meeting_id: string;
  readonly kind: 'place' | 'mechanism' | 'role';
  readonly value: string;
  /** In words, where the value alone does not say it. */
  readonly label: string;
}

/** Which meetings have a facet, in the order of lists: for narrowing. */
interface MeetingFilters {
  readonly facet: number;
  readonly sort_day: string;
  readonly meeting_id: string;
  readonly background: number;
}

/** The same by meeting, its numbers with a space between: for counting. */
interface MeetingLines {
  readonly meeting_id: string;
  readonly packed: string;
}

interface MeetingArticles {
  readonly meeting_id: string;
  readonly article_id: string;
  readonly report: number;
}

/** Former ids and addresses of meetings: nothing that was once linked goes dead while its reports live on. */
interface MeetingRedirects {
  readonly former: string;
  readonly moved_to: string;
}

interface People {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly sort_name: string;
  readonly digest: string;
  readonly data: string;
}

interface PersonCountries {
  readonly person_id: string;
  readonly country: string;
}

interface Decisions {
  readonly seq: Generated<number>;
  readonly kind: string;
  readonly meeting_id: string | null;
  readonly other_id: string | null;
  readonly action: string;
  readonly inverse: string;
  readonly actor: string;
  readonly reason: string;
  readonly at: string;
  readonly undone_by: number | null;
  readonly problem: string | null;
  readonly person_id: string | null;
  readonly other_person_id: string | null;
}

/** For finding a person by any spelling. */
interface PersonSpellings {
  readonly person_id: string;
  readonly position: number;
  readonly folded: string;
  readonly full_name: string;
  readonly script: string;
  readonly reports: number;
}

/** Who held what: `held_from` and `held_until` are EDTF. */
interface PersonPosts {
  readonly person_id: string;
  readonly position: number;
  readonly role_code: string;
  readonly country: string;
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  readonly held_from: string | null;
  readonly held_until: string | null;
}

interface Withdrawals {
  readonly person_id: string;
  readonly data: string;
}

/** What each fusion changed, for the history on the pages. Append only. */
export interface Changes {
  readonly seq: Generated<number>;
  readonly subject: string;
  readonly subject_id: string;
  readonly kind: string;
  readonly at: string;
  readonly decision_id: string | null;
  readonly fields: string;
}

interface ReaderReports {
  readonly seq: Generated<number>;
  readonly subject: string;
  readonly subject_id: string;
  readonly message: string;
  readonly contact: string | null;
  readonly language: string;
  readonly at: string;
  readonly closed_at: string | null;
  readonly closed_by: string | null;
  readonly answer: string | null;
}

export type SourceRow = Selectable<Sources>;
export type SourceItemRow = Selectable<SourceItems>;
export type PageRow = Selectable<Pages>;
export type ArticleTableRow = Selectable<Articles>;
export type NewArticleRow = Insertable<Articles>;
export type OutletTableRow = Selectable<Outlets>;
export type MeetingTableRow = Selectable<Meetings>;
export type PersonTableRow = Selectable<People>;
export type DecisionTableRow = Selectable<Decisions>;

export interface StoryMove {
  readonly former: string;
  readonly article_id: string;
}
