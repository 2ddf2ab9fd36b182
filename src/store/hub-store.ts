import type { Selectable } from 'kysely';

/** `asked`: the hub has not confirmed yet. `refused`: it does not want to, or could not be reached. */
export type HubState = 'asked' | 'active' | 'refused';

/** That a hub tells us of the news of one source (WebSub). */
export interface HubSubscription {
  readonly sourceId: string;
  readonly hub: string;
  /** Address under which the hub knows the source. */
  readonly topic: string;
  /** Chance: the part of our address that only this hub knows. */
  readonly token: string;
  /** Chance: by which the hub signs what it sends. */
  readonly secret: string;
  readonly state: HubState;
  /** ISO instants. */
  readonly askedAt: string;
  /** End of what the hub granted; stays while a longer time is asked for. */
  readonly activeUntil?: string;
  readonly renewAt?: string;
  readonly lastPush?: string;
  /** Why it was refused. */
  readonly detail?: string;
}

export interface HubStore {
  /** One a source. */
  put(subscription: HubSubscription): Promise<void>;
  of(sourceId: string): Promise<HubSubscription | undefined>;
  byToken(token: string): Promise<HubSubscription | undefined>;
  list(): Promise<readonly HubSubscription[]>;
}

export interface HubSubscriptions {
  readonly source_id: string;
  readonly hub: string;
  readonly topic: string;
  readonly token: string;
  readonly secret: string;
  readonly state: string;
  readonly asked_at: string;
  readonly active_until: string | null;
  readonly renew_at: string | null;
  readonly last_push: string | null;
  readonly detail: string | null;
}

export type HubSubscriptionRow = Selectable<HubSubscriptions>;
