import type { FeedItem } from '../core/model/feed.ts';
import type { ErrorCode } from '../errors.ts';

/** `blocked`: the outlet refuses us. `gone`: the address says that it is no more. `failing`: it did not work lately. */
export type SourceState = 'active' | 'paused' | 'blocked' | 'gone' | 'failing';

/** A feed, sitemap or listing page of an outlet that is followed. */
export interface Source {
  readonly id: string;
  readonly outletId: string;
  readonly address: string;
  readonly kind: 'feed' | 'sitemap' | 'listing';
  readonly title?: string;
  /** Folders of an OPML file, from the outside in. */
  readonly folder: readonly string[];
  /** Of a listing or sitemap: the form of the addresses that are followed. */
  readonly pattern?: string;
  readonly state: SourceState;
  /** Why it is not active, or why the last visit failed. */
  readonly reason?: ErrorCode;
  readonly detail?: string;
  readonly allowPrivate: boolean;
  /** Milliseconds between two requests to its domain, when a person set them. */
  readonly pauseMs?: number;
  /** Validators, word for word. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly hub?: string;
  /** Adapts to the rhythm of the source. */
  readonly intervalSeconds: number;
  /** ISO instant. */
  readonly nextPoll: string;
  readonly lastPoll?: string;
  readonly lastGood?: string;
  /** Last visit that found something new. */
  readonly lastItem?: string;
  /** In a row. */
  readonly failures: number;
  readonly addedAt: string;
}

/**
 * `waiting` to be fetched, also for a second try; `fetched`: its bytes are in the archive and will be read; `stored`: it is
 * read; the others are final until retried.
 */
export type ItemState = 'waiting' | 'fetched' | 'stored' | 'failed' | 'gone' | 'refused';

/** An address that a source named. */
export interface SourceItem {
  readonly address: string;
  readonly sourceId: string;
  /** What the feed says of it. */
  readonly feed?: FeedItem;
  readonly foundAt: string;
  readonly state: ItemState;
  readonly tries: number;
  readonly nextTry: string;
  readonly reason?: ErrorCode;
  readonly detail?: string;
  readonly articleId?: string;
}

export interface Poll {
  readonly sourceId: string;
  readonly at: string;
  readonly outcome: 'items' | 'unchanged' | 'failed';
  /** Items that the source held, and how many of them nobody knew. */
  readonly found: number;
  readonly fresh: number;
  readonly milliseconds: number;
  readonly reason?: ErrorCode;
}

/** How a registrable domain wants to be treated. */
export interface FetchDomain {
  readonly domain: string;
  readonly blockedUntil?: string;
  /** Refusals (403, 429) in a row. */
  readonly refusals: number;
  /** robots.txt as it was, empty when there is none. */
  readonly robots?: string;
  readonly robotsUntil?: string;
}

export interface CollectStore {
  putSource(source: Source): Promise<void>;
  /**
   * Keeps what a visit told of a source. What people set meanwhile stays: its pause, its pattern, that visits are paused,
   * that it was removed.
   * @returns false when it is no longer there
   */
  noteVisit(source: Source): Promise<boolean>;
  sources(filter?: { readonly outletId?: string }): Promise<readonly Source[]>;
  /** By id or address. */
  source(idOrAddress: string): Promise<Source | undefined>;
  removeSource(id: string): Promise<void>;
  /** Sources that are neither paused nor gone and whose time has come, the longest waiting first. */
  dueSources(now: string, limit: number): Promise<readonly Source[]>;
  /** Adds what is not known yet, lets be fetched again what its source says has changed, and says how many of both. */
  addItems(
    sourceId: string,
    items: readonly { readonly address: string; readonly feed?: FeedItem }[],
    now: string,
  ): Promise<number>;
  /** Waiting items whose time has come, in the order in which they were found; those of paused sources rest. */
  dueItems(now: string, limit: number, site?: string): Promise<readonly SourceItem[]>;
  /** Registrable domains that have such items. */
  dueSites(now: string): Promise<readonly string[]>;
  /** The items that led to an article. */
  itemsOf(articleId: string): Promise<readonly SourceItem[]>;
  /** Keeps what became of an item, unless its source was removed meanwhile. */
  putItem(item: SourceItem): Promise<void>;
  items(filter: {
    readonly sourceId?: string;
    readonly states?: readonly ItemState[];
    readonly limit?: number;
  }): Promise<readonly SourceItem[]>;
  itemCounts(): Promise<readonly { readonly sourceId: string; readonly state: ItemState; readonly items: number }[]>;
  /** Lets failed items be fetched again, and says how many. */
  retryItems(now: string, sourceId?: string): Promise<number>;
  /** What the source that led to an article says of it. */
  toldOf(articleId: string): Promise<{ readonly feed?: FeedItem; readonly outletId: string } | undefined>;
  notePoll(poll: Poll): Promise<void>;
  /** Newest first. */
  polls(sourceId: string, limit: number): Promise<readonly Poll[]>;
  domain(domain: string): Promise<FetchDomain | undefined>;
  putDomain(domain: FetchDomain): Promise<void>;
  /**
   * Takes the next turn at a domain: visitors on several machines ask one after the other, so much apart.
   * @returns ISO instant of the turn
   */
  takeTurn(domain: string, now: string, pauseMs: number): Promise<string>;
}
