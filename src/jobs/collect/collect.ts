import type { Visitor } from '../../collect/http/visitor.ts';
import type { ErrorCode } from '../../errors.ts';
import type { Source, SourceItem } from '../../store/collecting.ts';
import type { LeasedJob } from '../../store/queue/queue.ts';
import type { FusionChange, Store } from '../../store/store.ts';
import { isFusionDue } from '../fusion-due.ts';
import type { HubOptions } from '../hubs/subscribe.ts';
import { openOutletBook } from '../outlets.ts';
import type { Reader } from '../reading/reader.ts';
import { openReading } from '../reading/reading.ts';
import { addDueWork, addReadingsAgain } from '../steps/due-work.ts';
import { createExtractStep } from '../steps/extract-step.ts';
import { createFetchStep, type ItemOutcome } from '../steps/fetch-step.ts';
import { createGroupStep, groupJob } from '../steps/group-step.ts';
import { createPollStep } from '../steps/poll-step.ts';
import { createRecordStep } from '../steps/record-step.ts';
import { workUntilIdle } from '../worker.ts';

export interface CollectOptions {
  readonly visitor: Visitor;
  readonly reader: Reader;
  /** Hubs that sources offer are asked to tell of news. @default they are not */
  readonly hubs?: HubOptions;
  readonly now: () => Date;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  /** No job is begun when so much time has gone by: the next round goes on. @default without end */
  readonly roundMs?: number;
  /** A person waits for it: ends when all work is done, by whichever worker, what failed lately too. @default false */
  readonly waitForOthers?: boolean;
  readonly onProgress?: (progress: CollectProgress) => void;
  /** What kept a job from being done; it is tried again. */
  readonly onProblem?: (problem: unknown, job?: LeasedJob) => void;
}

export type CollectProgress =
  | {
      readonly kind: 'polled';
      readonly source: Source;
      readonly problem?: { readonly code: ErrorCode; readonly detail: string };
    }
  | { readonly kind: 'item'; readonly item: SourceItem; readonly outcome: ItemOutcome }
  | { readonly kind: 'recording' };

export interface CollectReport {
  readonly sources: {
    readonly polled: number;
    readonly unchanged: number;
    readonly failed: number;
    readonly blocked: number;
  };
  readonly items: {
    readonly found: number;
    readonly stored: number;
    readonly failed: number;
    /** Left for a later try. */
    readonly waiting: number;
  };
  readonly change: FusionChange;
  readonly interrupted: boolean;
}

/**
 * One round of work: polls sources and takes what they name, and all that waits in the queue besides, through fetching,
 * reading and recording; then groups. It ends when nothing is due any more, or when its time is over.
 * @param sources those to poll
 */
export async function collectSources(
  store: Store,
  sources: readonly Source[],
  options: CollectOptions,
): Promise<CollectReport> {
  const { visitor, reader, now, maxBytes, signal, onProgress } = options;
  const began = now().getTime();
  const counts = { polled: 0, unchanged: 0, failed: 0, blocked: 0, found: 0 };
  const items = { stored: 0, failed: 0, waiting: 0 };
  const change = { added: 0, changed: 0, removed: 0 };
  const onItem = (item: SourceItem, outcome: ItemOutcome) => {
    items[outcome.kind] += 1;
    onProgress?.({ kind: 'item', item, outcome });
  };
  const reading = openReading(store, await openOutletBook(store), reader);
  const steps = [
    createExtractStep(store, { reading, threads: reader.threads, onRead: onItem }),
    createRecordStep(store, { reader }),
    createFetchStep(store, { visitor, now, maxBytes, onItem }),
    createPollStep(store, {
      visitor,
      now,
      ...(options.hubs && { hubs: options.hubs }),
      onPolled(source, { kind, fresh, problem }) {
        counts[kind] += 1;
        counts.found += fresh;
        onProgress?.({ kind: 'polled', source, ...(problem && { problem }) });
      },
    }),
  ];
  const work = {
    now,
    signal,
    onProblem: options.onProblem ?? (() => {}),
    waitForOthers: options.waitForOthers ?? false,
    ...(options.roundMs === undefined ? {} : { untilMs: began + options.roundMs }),
  };
  await addDueWork(store, sources, now(), { asked: options.waitForOthers ?? false });
  await workUntilIdle(store.queue, steps, work);
  if (!signal.aborted && (await addReadingsAgain(store)) > 0) await workUntilIdle(store.queue, steps, work);
  if (!signal.aborted && (await isFusionDue(store))) {
    onProgress?.({ kind: 'recording' });
    await store.queue.add([groupJob]);
    if (options.waitForOthers === true) await store.queue.retry({ kinds: ['group'] });
    const group = createGroupStep(store, {
      onGrouped(grouped) {
        change.added += grouped.added;
        change.changed += grouped.changed;
        change.removed += grouped.removed;
      },
    });
    const { untilMs: _untilMs, ...unhurried } = { untilMs: 0, ...work };
    await workUntilIdle(store.queue, [group], unhurried);
  }
  const { found, ...polled } = counts;
  return { sources: polled, items: { found, ...items }, change, interrupted: signal.aborted };
}
