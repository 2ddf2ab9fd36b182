import type { ErrorCode } from '../../errors.ts';

/** The steps of the path from an outlet to the record, in order. */
export const jobKinds = ['poll', 'fetch', 'extract', 'record', 'group'] as const;
export type JobKind = (typeof jobKinds)[number];

/** `failed` is tried again by itself, `dead` only when a person says so. */
export const jobStates = ['waiting', 'running', 'failed', 'dead'] as const;
export type JobState = (typeof jobStates)[number];

export interface NewJob {
  readonly kind: JobKind;
  /** What it is about. While a job of this kind and key is in the queue, in whatever state, another is not added. */
  readonly key: string;
  /** Shown to people: an address, a name. @default the key */
  readonly about?: string;
  /** Higher ones go first. @default 0 */
  readonly priority?: number;
  /** ISO instant before which it rests. @default now */
  readonly runAt?: string;
}

/** A job that this worker holds until its lease ends. */
export interface LeasedJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly key: string;
  /** Leases before this one that were not given back. */
  readonly tries: number;
  /** Proves the lease: who lost it changes nothing any more. */
  readonly lease: string;
}

export interface Job {
  /** Made of kind and key, always the same. */
  readonly id: string;
  readonly kind: JobKind;
  readonly key: string;
  readonly about: string;
  readonly state: JobState;
  readonly priority: number;
  readonly tries: number;
  readonly addedAt: string;
  readonly runAt: string;
  /** While it runs. */
  readonly leasedUntil?: string;
  /** Why the last try failed. */
  readonly reason?: ErrorCode;
  readonly detail?: string;
}

export interface JobFailure {
  readonly code: ErrorCode;
  readonly detail: string;
  /** No further try can help. @default false */
  readonly final?: boolean;
}

export interface JobFilter {
  readonly ids?: readonly string[];
  readonly kinds?: readonly JobKind[];
  readonly states?: readonly JobState[];
  readonly limit?: number;
}

export interface JobCount {
  readonly kind: JobKind;
  readonly state: JobState;
  readonly jobs: number;
  /** Of them, those whose time has come. */
  readonly due: number;
}

/**
 * Work that is to be done once, by whichever worker comes first. A worker leases jobs, extends its leases while it works,
 * and completes, fails or releases each. A lease that nobody extends ends, and another worker gets the job: every step may
 * run twice. Two implementations, one contract (`src/testing/queue-contract.ts`).
 */
export interface Queue {
  /** Adds what is not there; gives how many were added. */
  add(jobs: readonly NewJob[]): Promise<number>;
  /** At most `limit` jobs whose time has come, none of which anybody else holds. */
  lease(kind: JobKind, limit: number): Promise<readonly LeasedJob[]>;
  /** Begins the leases anew; gives the ids of those that were lost. */
  extend(jobs: readonly LeasedJob[]): Promise<readonly string[]>;
  /** The job leaves the queue. */
  complete(jobs: readonly LeasedJob[]): Promise<void>;
  /** Leaves it for a later try, or as dead when it had enough of them. */
  fail(job: LeasedJob, failure: JobFailure): Promise<'failed' | 'dead' | 'lost'>;
  /** Gives back what was not done: no try is counted. */
  release(jobs: readonly LeasedJob[]): Promise<void>;
  /** Those that go next first. */
  list(filter?: JobFilter): Promise<readonly Job[]>;
  counts(): Promise<readonly JobCount[]>;
  /** Lets failed and dead jobs run now, with all their tries; gives how many. */
  retry(filter: JobFilter): Promise<number>;
  /** Takes jobs out that nobody is working on; gives how many. */
  drop(filter: JobFilter): Promise<number>;
}

export interface QueueOptions {
  /** A worker that shows no sign for so long has lost its jobs. @default 20 */
  readonly leaseSeconds?: number;
  /** Leases until a job is dead. @default 5 */
  readonly tries?: number;
  /** Rest after the first failure; each later one doubles it, and chance up to doubles it again. @default 5 */
  readonly backOffSeconds?: number;
  /**
   * Nobody else works here while this is open, as the writer's lock of a data folder warrants: leases that are found at the
   * first look are a killed worker's. Without a meaning where several work on one archive. @default false
   */
  readonly alone?: boolean;
}

export const queueDefaults: Required<QueueOptions> = { leaseSeconds: 20, tries: 5, backOffSeconds: 5, alone: false };
