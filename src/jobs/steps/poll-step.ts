import type { Visitor } from '../../collect/http/visitor.ts';
import { pollSource } from '../../collect/sources/poll-source.ts';
import type { ErrorCode } from '../../errors.ts';
import type { Source } from '../../store/collecting.ts';
import type { NewJob } from '../../store/queue/queue.ts';
import { siteOf } from '../../store/site-of.ts';
import type { Store } from '../../store/store.ts';
import { nextInterval, nextVisit } from '../collect/rhythm.ts';
import { type HubOptions, nextPollOf, subscribeWhenDue } from '../hubs/subscribe.ts';
import type { Step } from '../worker.ts';

export interface PollOutcome {
  readonly kind: 'polled' | 'unchanged' | 'failed' | 'blocked';
  readonly fresh: number;
  /** Domains of what was found. */
  readonly sites: readonly string[];
  readonly problem?: { readonly code: ErrorCode; readonly detail: string };
}

/** Sources that are asked at once; a domain is asked for one thing at a time all the same. */
const atOnce = 48;
/** Refusals in a row after which people are told that the outlet blocks us. */
const failuresThatShow = 3;

export function pollJob(source: Pick<Source, 'id' | 'address'>): NewJob {
  return { kind: 'poll', key: source.id, about: source.address };
}

export function fetchJob(site: string): NewJob {
  return { kind: 'fetch', key: site };
}

/** Asks a source what is new, and has its pages fetched. */
export function createPollStep(
  store: Store,
  {
    visitor,
    now,
    hubs,
    onPolled,
  }: {
    readonly visitor: Visitor;
    readonly now: () => Date;
    /** Hubs that sources offer are asked to tell of news. @default they are not */
    readonly hubs?: HubOptions;
    readonly onPolled: (source: Source, outcome: PollOutcome) => void;
  },
): Step {
  return {
    kind: 'poll',
    atOnce,
    async run({ key }, signal) {
      const source = await store.collect.source(key);
      if (source === undefined || source.state === 'paused' || source.state === 'gone') return 'done';
      if (signal.aborted) return 'interrupted';
      const outcome = await pollOnce(store, source, { visitor, now, signal, ...(hubs && { hubs }) });
      if (outcome === undefined) return 'interrupted';
      if (outcome === 'removed') return 'done';
      if (outcome.fresh > 0) await store.queue.add(outcome.sites.map(fetchJob));
      onPolled(source, outcome);
      return 'done';
    },
  };
}

async function pollOnce(
  store: Store,
  source: Source,
  {
    visitor,
    now,
    signal,
    hubs,
  }: { readonly visitor: Visitor; readonly now: () => Date; readonly signal: AbortSignal; readonly hubs?: HubOptions },
): Promise<PollOutcome | 'removed' | undefined> {
  const began = now();
  const at = began.toISOString();
  const result = await pollSource(source, visitor, { signal });
  if (signal.aborted) return undefined;
  if ((await store.collect.source(source.id)) === undefined) return 'removed';
  const milliseconds = now().getTime() - began.getTime();
  const { reason, detail, ...plain } = source;
  if (result.kind === 'blocked') {
    await store.collect.noteVisit({
      ...plain,
      state: 'blocked',
      reason: 'outlet-blocks',
      detail: `until ${result.until}`,
      nextPoll: result.until,
      lastPoll: at,
    });
    return {
      kind: 'blocked',
      fresh: 0,
      sites: [],
      problem: { code: 'outlet-blocks', detail: `until ${result.until}` },
    };
  }
  if (result.kind === 'failed') {
    const failures = source.failures + 1;
    const seconds = nextInterval(source, { fresh: 0, failed: true });
    const blocked = result.code === 'outlet-blocks' && failures >= failuresThatShow;
    const state = result.gone ? 'gone' : blocked ? 'blocked' : failures >= failuresThatShow ? 'failing' : 'active';
    await store.collect.noteVisit({
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
    return { kind: 'failed', fresh: 0, sites: [], problem: { code: result.code, detail: result.detail } };
  }
  const items = result.kind === 'items' ? result.items : [];
  const fresh = items.length === 0 ? 0 : await store.collect.addItems(source.id, items, at);
  const seconds = nextInterval(source, {
    fresh,
    failed: false,
    ...(result.quietSeconds === undefined ? {} : { quietSeconds: result.quietSeconds }),
  });
  const hub = (result.kind === 'items' ? result.hub : undefined) ?? source.hub;
  const subscription = hubs === undefined || hub === undefined ? undefined : await store.hubs.of(source.id);
  // A remark on the feed holds while the feed is unchanged.
  const known = { ...(reason && { reason }), ...(detail && { detail }) };
  const { etag: _etag, lastModified: _modified, ...base } = plain;
  const validators =
    result.kind === 'unchanged'
      ? { ...(source.etag && { etag: source.etag }), ...(source.lastModified && { lastModified: source.lastModified }) }
      : {
          ...(result.etag && { etag: result.etag }),
          ...(result.lastModified && { lastModified: result.lastModified }),
        };
  await store.collect.noteVisit({
    ...base,
    ...validators,
    ...(result.kind === 'items' && result.movedTo ? { address: result.movedTo } : {}),
    ...(hub === undefined ? {} : { hub }),
    ...(result.kind === 'items' && result.remark
      ? { reason: result.remark.code, detail: result.remark.detail }
      : result.kind === 'unchanged' && source.state === 'active'
        ? known
        : {}),
    state: 'active',
    failures: 0,
    intervalSeconds: seconds,
    nextPoll: nextPollOf(source, subscription, now(), seconds),
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
  if (hubs !== undefined && hub !== undefined) {
    const topic = (result.kind === 'items' ? result.topic : subscription?.topic) ?? source.address;
    await subscribeWhenDue(store, source, { hub, topic }, now(), hubs);
  }
  return {
    kind: result.kind === 'unchanged' ? 'unchanged' : 'polled',
    fresh,
    sites: [...new Set(items.map(({ address }) => siteOf(address)))],
  };
}
