import type { Visitor } from '../../collect/http/visitor.ts';
import { pollSource } from '../../collect/sources/poll-source.ts';
import type { OutletProfile } from '../../core/extract/outlet-profile.ts';
import type { ErrorCode } from '../../errors.ts';
import type { Source, SourceItem } from '../../store/collecting.ts';
import type { FusionChange, Store } from '../../store/store.ts';
import { openOutletBook } from '../outlets.ts';
import { processPending } from '../process.ts';
import { createGate } from './gate.ts';
import { type ItemOutcome, itemImporter } from './import-item.ts';
import { nextInterval, nextVisit } from './rhythm.ts';

export interface CollectOptions {
  readonly visitor: Visitor;
  readonly now: () => Date;
  readonly maxBytes: number;
  readonly profiles?: readonly OutletProfile[];
  readonly signal?: AbortSignal;
  /** No page is begun when so much time has gone by: the next round goes on. @default without end */
  readonly roundMs?: number;
  readonly onProgress?: (progress: CollectProgress) => void;
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

/** Sources and pages that are asked for at once; a domain is asked for one at a time all the same. */
const atOnce = 24;
const batch = 200;

/**
 * Polls sources and fetches what they name, until all of it is in the archive, in the record and in search, or has to
 * wait for a later try. One page after the other goes into the archive, however many are fetched at once.
 * @param sources those to poll
 */
export async function collectSources(
  store: Store,
  sources: readonly Source[],
  options: CollectOptions,
): Promise<CollectReport> {
  const { visitor, now, signal, onProgress } = options;
  const began = now().getTime();
  const aborted = () => signal?.aborted === true;
  const counts = { polled: 0, unchanged: 0, failed: 0, blocked: 0, found: 0 };
  const gate = createGate(atOnce);
  await Promise.all(
    sources.map((source) =>
      gate(async () => {
        if (aborted()) return;
        const { problem, ...outcome } = await pollOnce(store, source, { visitor, now, ...(signal && { signal }) });
        counts[outcome.kind] += 1;
        counts.found += outcome.fresh;
        onProgress?.({ kind: 'polled', source, ...(problem && { problem }) });
      }),
    ),
  );
  const items = await fetchWaiting(store, options, began);
  onProgress?.({ kind: 'recording' });
  const processed = await processPending(store, {
    ...(signal && { signal }),
    ...(options.profiles && { profiles: options.profiles }),
  });
  const { found, ...polled } = counts;
  return {
    sources: polled,
    items: { found, ...items },
    change: processed.change,
    interrupted: aborted() || processed.interrupted,
  };
}

interface PollOutcome {
  readonly kind: 'polled' | 'unchanged' | 'failed' | 'blocked';
  readonly fresh: number;
  readonly problem?: { readonly code: ErrorCode; readonly detail: string };
}

/** Refusals in a row after which people are told that the outlet blocks us. */
const failuresThatShow = 3;

async function pollOnce(
  store: Store,
  source: Source,
  { visitor, now, signal }: { readonly visitor: Visitor; readonly now: () => Date; readonly signal?: AbortSignal },
): Promise<PollOutcome> {
  const began = now();
  const at = began.toISOString();
  const result = await pollSource(source, visitor, signal && { signal });
  if (signal?.aborted === true) return { kind: 'failed', fresh: 0 };
  const milliseconds = now().getTime() - began.getTime();
  const { reason: _reason, detail: _detail, ...plain } = source;
  if (result.kind === 'blocked') {
    await store.collect.putSource({
      ...plain,
      state: 'blocked',
      reason: 'outlet-blocks',
      detail: `until ${result.until}`,
      nextPoll: result.until,
      lastPoll: at,
    });
    return { kind: 'blocked', fresh: 0, problem: { code: 'outlet-blocks', detail: `until ${result.until}` } };
  }
  if (result.kind === 'failed') {
    const failures = source.failures + 1;
    const seconds = nextInterval(source, { fresh: 0, failed: true });
    const blocked = result.code === 'outlet-blocks' && failures >= failuresThatShow;
    const state = result.gone ? 'gone' : blocked ? 'blocked' : failures >= failuresThatShow ? 'failing' : 'active';
    await store.collect.putSource({
      ...plain,
      state,
      reason: result.code,
      detail: result.detail,
      failures,
      intervalSeconds: seconds,
      nextPoll: nextVisit(source.id, now(), seconds),
      lastPoll: at,
    });
    await store.collect.notePoll({
      sourceId: source.id,
      at,
      outcome: 'failed',
      found: 0,
      fresh: 0,
      milliseconds,
      reason: result.code,
    });
    return { kind: 'failed', fresh: 0, problem: { code: result.code, detail: result.detail } };
  }
  const items = result.kind === 'items' ? result.items : [];
  const fresh = await store.collect.addItems(source.id, items, at);
  const seconds = nextInterval(source, {
    fresh,
    failed: false,
    ...(result.quietSeconds === undefined ? {} : { quietSeconds: result.quietSeconds }),
  });
  const { etag: _etag, lastModified: _modified, ...base } = plain;
  const validators =
    result.kind === 'unchanged'
      ? { ...(source.etag && { etag: source.etag }), ...(source.lastModified && { lastModified: source.lastModified }) }
      : {
          ...(result.etag && { etag: result.etag }),
          ...(result.lastModified && { lastModified: result.lastModified }),
        };
  await store.collect.putSource({
    ...base,
    ...validators,
    ...(result.kind === 'items' && result.movedTo ? { address: result.movedTo } : {}),
    ...(result.kind === 'items' && result.hub ? { hub: result.hub } : {}),
    state: 'active',
    failures: 0,
    intervalSeconds: seconds,
    nextPoll: nextVisit(source.id, now(), seconds),
    lastPoll: at,
    lastGood: at,
    ...(fresh > 0 ? { lastItem: at } : {}),
  });
  await store.collect.notePoll({
    sourceId: source.id,
    at,
    outcome: result.kind,
    found: items.length,
    fresh,
    milliseconds,
  });
  return { kind: result.kind === 'unchanged' ? 'unchanged' : 'polled', fresh };
}

/** Fetches every item whose time has come; items that must wait do not hold the rest. */
async function fetchWaiting(
  store: Store,
  options: CollectOptions,
  began: number,
): Promise<{ readonly stored: number; readonly failed: number; readonly waiting: number }> {
  const counts = { stored: 0, failed: 0, waiting: 0 };
  const outlets = await openOutletBook(store);
  const importItem = itemImporter(store, outlets, options);
  const sources = new Map((await store.collect.sources()).map((source) => [source.id, source]));
  const gate = createGate(atOnce);
  const until = options.now().toISOString();
  const end = began + (options.roundMs ?? Number.POSITIVE_INFINITY);
  const over = () => options.signal?.aborted === true || options.now().getTime() >= end;
  for (let settled = -1; !over(); ) {
    const items = await store.collect.dueItems(until, batch);
    const before = counts.stored + counts.failed + counts.waiting;
    // Items that nothing can be done for, like those of a source that was added meanwhile, wait for the next round.
    if (items.length === 0 || before === settled) break;
    settled = before;
    await Promise.all(
      items.map((item) =>
        gate(async () => {
          const source = sources.get(item.sourceId);
          if (source === undefined || over()) return;
          const outcome = await importItem(item, source);
          if (outcome.kind === 'interrupted') return;
          counts[outcome.kind] += 1;
          options.onProgress?.({ kind: 'item', item, outcome });
        }),
      ),
    );
  }
  return counts;
}
