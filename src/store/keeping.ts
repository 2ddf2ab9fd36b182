/** Articles of one outlet and language that came on one day (UTC). */
export interface Arrival {
  readonly outletId: string;
  readonly language: string;
  /** ISO day. */
  readonly day: string;
  readonly articles: number;
}

/** What the archive keeps over time: when articles came, how they changed, and what was dropped. */
export interface KeepingStore {
  /** First versions only: an outlet that edits its articles is not more productive for it. */
  arrivals(since: string): Promise<readonly Arrival[]>;
}
