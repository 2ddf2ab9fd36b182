import type { Article, BlockLabel } from '../core/model/article.ts';
import type { Span } from '../core/model/evidence.ts';
import type { ArticleRecord, Claim, Meeting, MeetingStatus, MeetingType, Person, Topic } from '../core/model/record.ts';
import type { FusionSource } from '../core/record/fuse/fusion-source.ts';
import type { RecordForFusion } from '../core/record/fuse/reports.ts';
import type { AccessTokenStore } from './access-tokens.ts';
import type { AccountStore } from './accounts/accounts.ts';
import type { PasswordHash } from './accounts/password-hash.ts';
import type { ArchiveCounts } from './archive-counts.ts';
import type { ArticleRow, Publish } from './article-row.ts';
import type { CollectStore } from './collecting.ts';
import type { DecisionStore, NumberedChange, ReaderReportStore, RecordChange, Withdrawal } from './editing.ts';
import type { StoreFinding } from './finding.ts';
import type { FusedRecord, FusionChange, ReplaceOptions } from './fused-record.ts';
import type { GroupingStore } from './grouping.ts';
import type { HostStore } from './host-store.ts';
import type { HubStore } from './hub-store.ts';
import type { ImportStore } from './importing.ts';
import type { KeepingStore } from './keeping.ts';
import type { MeetingFacets } from './meeting-facets.ts';
import type { NoveltyStore } from './novelty.ts';
import type { NewPage, PageOrigin, StoredPage } from './page.ts';
import type { Queue } from './queue/queue.ts';
import type { ReaderStore } from './readers/readers.ts';
import type { SearchStore } from './searching.ts';
import type { SnapshotStore } from './snapshot/snapshot.ts';
import type { WebhookStore } from './webhooks.ts';

export type { ArchiveCounts } from './archive-counts.ts';
export type { ArticleRow, Publish } from './article-row.ts';
export type { FusedRecord, FusionChange, FusionIndexChange, ReplaceOptions } from './fused-record.ts';
export type { FacetCount, MeetingFacets } from './meeting-facets.ts';
export type { NewPage, PageOrigin, StoredPage } from './page.ts';

/**
 * The archive behind everything: one interface, two databases (SQLite, PostgreSQL), one contract suite
 * (`src/testing/store-contract.ts`). Every write method is one transaction; every method may throw `RapporteurError`
 * (`database-busy`, `database-unreachable`, `disk-full`, …).
 */
export interface Store {
  readonly dialect: 'sqlite' | 'postgres';
  readonly pages: PageStore;
  readonly articles: ArticleStore;
  readonly grouping: GroupingStore;
  readonly record: RecordStore;
  readonly novelty: NoveltyStore;
  readonly outlets: OutletStore;
  readonly hosts: HostStore;
  readonly collect: CollectStore;
  readonly hubs: HubStore;
  readonly tokens: AccessTokenStore;
  readonly webhooks: WebhookStore;
  readonly imports: ImportStore;
  readonly decisions: DecisionStore;
  readonly reports: ReaderReportStore;
  readonly readers: ReaderStore;
  readonly search: SearchStore;
  readonly queue: Queue;
  readonly keeping: KeepingStore;
  readonly snapshot: SnapshotStore;
  /** Accounts of people; `secret` signs their cookies and is not kept here. Loaded when it is asked for. */
  accounts(secret: string, hash?: PasswordHash): Promise<AccountStore>;
  /** Brings the schema up to date. Running it twice does no harm. */
  migrate(): Promise<{ readonly from: number; readonly to: number }>;
  /** Findings of `doctor`: half-finished work, dangling rows, search out of step. */
  check(): Promise<readonly StoreFinding[]>;
  /** Small named values: analyser version, sample loaded, secrets are NOT kept here. */
  getSetting(name: string): Promise<string | undefined>;
  setSetting(name: string, value: string): Promise<void>;
  /** Sets a value that stands at `from`; false when it stood at something else. */
  swapSetting(name: string, from: string, to: string): Promise<boolean>;
  /**
   * Does work that only one process may do at a time. On PostgreSQL others wait, on whatever machine; the embedded archive
   * has one writing process anyway, by the lock of its folder.
   */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
  /**
   * A word that is another one after anything in the archive changed, in this process or in another. What was read
   * while it stayed the same is still true.
   */
  revision(): Promise<string>;
  counts(): Promise<ArchiveCounts>;
  close(): Promise<void>;
}

export interface PageStore {
  /**
   * Keeps the original bytes (compressed, by content hash). The same page again changes nothing; another content
   * under the same identity (canonical address, else name, else hash) is a new version and the old one is kept.
   */
  put(page: NewPage): Promise<{ readonly page: StoredPage; readonly change: 'new' | 'same' | 'changed' }>;
  bytes(hash: string): Promise<Uint8Array | undefined>;
  get(hash: string): Promise<StoredPage | undefined>;
  versions(articleId: string): Promise<readonly StoredPage[]>;
  /** Every version of the page at an address, the first one first. */
  at(url: string): Promise<readonly StoredPage[]>;
  /** Newest version of every article, in insertion order, for `rebuild`. */
  each(): AsyncIterable<StoredPage>;
  /** Pages whose newest version has no article yet (an interrupted import). */
  pending(limit: number): Promise<readonly StoredPage[]>;
}

export interface Outlet {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly hosts: readonly string[];
  readonly languages: readonly string[];
  readonly homeCountry?: string;
  /** How much of its texts may be shown; new outlets start with `excerpt`. */
  readonly publish: Publish;
  readonly origin: PageOrigin;
  /** Days after which its texts are dropped; `put` leaves it alone (see `keeping.setKeepDays`). @default never */
  readonly keepDays?: number;
}

export interface OutletSummary extends Outlet {
  readonly articles: number;
  readonly lastPublished?: string;
}

export interface OutletStore {
  put(outlet: Outlet): Promise<void>;
  get(idOrSlug: string): Promise<Outlet | undefined>;
  list(): Promise<readonly OutletSummary[]>;
}

/** An article as the archive knows it: the extraction plus its place among the others. */
export interface StoredArticle {
  readonly article: Article;
  readonly page: StoredPage;
  readonly outlet?: Outlet;
  readonly aggregator?: string;
  readonly dispatchId?: string;
  readonly storyId?: string;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** Opaque; absent on the last page. */
  readonly next?: string;
}

export interface ArticleQuery {
  readonly outlet?: string;
  readonly language?: string;
  readonly storyId?: string;
  readonly dispatchId?: string;
  readonly meetingId?: string;
  readonly country?: string;
  /** Articles that report a meeting of these two countries. */
  readonly pair?: readonly [string, string];
  /** Articles that report any meeting. */
  readonly withMeeting?: boolean;
  /** ISO days of publication, inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** Where an article belongs; what is absent stays as it is. */
export interface Grouping {
  readonly articleId: string;
  readonly dispatchId?: string;
  readonly storyId?: string;
}

export interface StoryQuery {
  readonly limit?: number;
  readonly cursor?: string;
  /** The lead article is one in this language when the story has one. */
  readonly preferLanguage?: string;
}

export interface StoryRow {
  readonly storyId: string;
  /** First article of the dispatch that most outlets print, or of the preferred language. */
  readonly lead: ArticleRow;
  readonly articles: number;
  readonly outlets: number;
  readonly dispatches: number;
  readonly languages: readonly string[];
  readonly meetingIds: readonly string[];
  readonly lastDay: string;
}

export interface Story extends StoryRow {
  /** Every report, oldest first. */
  readonly reports: readonly ArticleRow[];
}

/** Stories that now have articles which another one had. */
export type StoryMoves = readonly { readonly storyId: string; readonly articleIds: readonly string[] }[];

/** What reading one page gave. */
export interface ReadPage {
  readonly pageHash: string;
  readonly article: Article;
  readonly outletId: string | undefined;
  readonly record: ArticleRecord;
  /** By which the page is remembered, and for which host. */
  readonly remember?: { readonly host: string; readonly lines: readonly string[] };
  /** Article without its text, and record, in the form in which they are stored, where they were packed already. */
  readonly packed?: { readonly article?: Uint8Array; readonly record?: Uint8Array };
}

export interface ArticleStore {
  /** Stores one extraction with its search text. The canonical text of a `textVersion` is never rewritten. */
  put(pageHash: string, article: Article, outletId: string | undefined): Promise<void>;
  /** Stores all that reading one page gave, at once: after a kill there is all of it or nothing. */
  putRead(read: ReadPage): Promise<void>;
  get(id: string): Promise<StoredArticle | undefined>;
  /** Those of these ids that there are. */
  many(ids: readonly string[]): Promise<readonly StoredArticle[]>;
  /** Canonical text of an older version, for evidence that points into it. */
  text(articleId: string, textVersion: string): Promise<string | undefined>;
  list(query?: ArticleQuery): Promise<PageOf<ArticleRow>>;
  /** List rows of these articles, in the order asked; unknown ids are left out. */
  rows(ids: readonly string[]): Promise<readonly ArticleRow[]>;
  /** All ids in insertion order. */
  ids(): Promise<readonly string[]>;
  /** Every article in insertion order, read in small batches: for export, grouping and `rebuild`. */
  each(): AsyncIterable<StoredArticle>;
  /** Stories of the front page: newest first, then the widest reported. Articles without a story are not here. */
  listStories(query?: StoryQuery): Promise<PageOf<StoryRow>>;
  getStory(storyId: string, query?: Pick<StoryQuery, 'preferLanguage'>): Promise<Story | undefined>;
  /** Where the articles went that a story once had, most first; also of a story that is no more. */
  storyMoves(storyId: string): Promise<StoryMoves>;
  setGroups(groups: readonly Grouping[]): Promise<void>;
  /** Forgets an article with its pages, and says what of the groups and of the record has to be done again. */
  remove(id: string): Promise<void>;
}

export interface MeetingQuery {
  /** Two ISO codes in either order. */
  readonly pair?: readonly [string, string];
  readonly country?: string;
  readonly personId?: string;
  readonly topic?: Topic;
  readonly type?: MeetingType;
  readonly status?: MeetingStatus;
  /** Office of somebody who met: `minister:interior`. */
  readonly role?: string;
  /** Id of a place of the gazetteer, `@MA` for one of which only the country is known. */
  readonly place?: string;
  /** Address of a mechanism, as `mechanisms` gives it. */
  readonly mechanism?: string;
  readonly articleId?: string;
  /** ISO days, inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** Default `newest`. */
  readonly order?: 'newest' | 'oldest';
  readonly includeBackground?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface PairRow {
  readonly pair: readonly [string, string];
  readonly meetings: number;
  readonly outcomes: number;
  readonly articles: number;
  readonly lastDay?: string;
}

/** A standing body between countries, under the name that the press uses most. */
export interface MechanismRow {
  readonly slug: string;
  readonly name: string;
  readonly countries: readonly string[];
  readonly meetings: number;
  readonly lastDay?: string;
}

export interface RecordStore {
  /** What one article gives, before fusion. */
  putRecord(record: ArticleRecord): Promise<void>;
  getRecord(articleId: string): Promise<ArticleRecord | undefined>;
  /** Every record with what fusion needs to know of its article, in insertion order. */
  eachRecord(): AsyncIterable<RecordForFusion>;
  /** Articles whose newest text has no record of this coder version. */
  uncoded(coderVersion: string, limit: number): Promise<readonly string[]>;
  /** Replaces the fused layer in one transaction. Ids that vanish leave a redirect to the meeting that took their reports. */
  replaceFused(fused: FusedRecord, options?: ReplaceOptions): Promise<FusionChange>;
  /** What a fusion of part of the archive looks up. */
  readonly fusionSource: FusionSource;
  /** Articles that the fused layer does not know as they are, up to `limit` after an id. */
  pending(limit: number, after?: string): Promise<readonly string[]>;
  /** Records of these articles, as `eachRecord` gives them; unknown ids are left out. */
  recordsOf(articleIds: readonly string[]): Promise<readonly RecordForFusion[]>;
  /** Says that the fused layer is behind for these articles. */
  markPending(articleIds: readonly string[]): Promise<void>;
  /** What changed in a meeting or a person, oldest first. */
  history(subjectId: string): Promise<readonly RecordChange[]>;
  /** What changed in meetings behind a number, oldest first, and how many such changes there are. */
  changes(query: {
    readonly after: number;
    readonly limit: number;
  }): Promise<{ readonly total: number; readonly items: readonly NumberedChange[] }>;
  /** Number of the last change; 0 before the first. */
  lastChange(): Promise<number>;
  /** People whom an editor withdrew: their names are told nowhere. */
  withdrawals(): Promise<readonly Withdrawal[]>;
  getMeeting(idOrSlug: string): Promise<Meeting | { readonly movedTo: string } | undefined>;
  listMeetings(query?: MeetingQuery): Promise<PageOf<Meeting>>;
  /** Ids of the first meetings of a query; how many more there are is not counted. */
  meetingIds(query?: MeetingQuery): Promise<readonly string[]>;
  /** Counts over all meetings of a query; its limit and cursor mean nothing here. */
  meetingFacets(query?: MeetingQuery): Promise<MeetingFacets>;
  mechanisms(): Promise<readonly MechanismRow[]>;
  /** Meetings of these ids, in the order asked; unknown ids are left out. */
  meetings(ids: readonly string[]): Promise<readonly Meeting[]>;
  /**
   * "Agreed lately": meetings with outcomes, newest first; those with a signed paper or a commitment come before
   * those with an intention or a courtesy only. Background reports are left out.
   */
  latestOutcomes(limit: number): Promise<readonly Meeting[]>;
  /** Every fused meeting by id, background ones too, read in small batches: for export and the next fusion. */
  eachMeeting(): AsyncIterable<Meeting>;
  eachPerson(): AsyncIterable<Person>;
  /** Claims with their spans in the canonical text, of a meeting or an article. */
  listClaims(query: ClaimQuery): Promise<readonly StoredClaim[]>;
  listPairs(): Promise<readonly PairRow[]>;
  getPerson(idOrSlug: string): Promise<Person | undefined>;
  /** People of these ids, in the order asked; unknown ids are left out. */
  people(ids: readonly string[]): Promise<readonly Person[]>;
  listPeople(query?: {
    readonly country?: string;
    /** Part of a name in any spelling and script that the corpus knows. */
    readonly name?: string;
    readonly limit?: number;
    readonly cursor?: string;
  }): Promise<PageOf<Person>>;
}

export interface ClaimQuery {
  readonly articleId?: string;
  readonly meetingId?: string;
  readonly field?: string;
}

export interface StoredClaim extends Omit<Claim, 'mentions'> {
  readonly articleId: string;
  readonly textVersion: string;
  readonly spans: readonly Span[];
  /** The meeting that the last fusion made of this report. */
  readonly meetingId?: string;
}

const ownLabels: readonly BlockLabel[] = ['headline', 'standfirst', 'dateline', 'body'];
/** Labels whose text belongs to the article itself; search and excerpts use only these. */
export const articleLabels: ReadonlySet<BlockLabel> = new Set(ownLabels);
