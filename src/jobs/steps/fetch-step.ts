import type { CollectedPage } from '../../collect/collected.ts';
import type { Visitor } from '../../collect/http/visitor.ts';
import { failureOf as failureOfStatus } from '../../collect/sources/poll-source.ts';
import { pageOfFeedItem } from '../../core/extract/extract-feed-item.ts';
import type { FeedItem } from '../../core/model/feed.ts';
import type { ErrorCode } from '../../errors.ts';
import { failureOf } from '../../messages/errors.ts';
import type { Source, SourceItem } from '../../store/collecting.ts';
import { jobId } from '../../store/queue/job-id.ts';
import type { Store } from '../../store/store.ts';
import { nextTry } from '../collect/rhythm.ts';
import { keepPage } from '../import-page.ts';
import type { Step } from '../worker.ts';
import { extractJob } from './extract-step.ts';
import { fetchJob } from './poll-step.ts';

export type ItemOutcome =
  | { readonly kind: 'stored'; readonly articleId: string }
  /** Tried again later. */
  | { readonly kind: 'waiting'; readonly code: ErrorCode; readonly detail: string }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly detail: string };

export interface FetchStepOptions {
  readonly visitor: Visitor;
  readonly now: () => Date;
  readonly maxBytes: number;
  /** Told of items with which nothing more happens; those that are fetched are read first. */
  readonly onItem: (item: SourceItem, outcome: ItemOutcome) => void;
}

/** Domains that are visited at once; most of the time is spent in pauses. */
const atOnce = 48;
/** After so long a domain goes to the end of the line: one with a thousand pages does not hold the others. */
const turnMs = 10_000;
const batch = 100;
/** A feed that carries less than this of an article carries a teaser: better nothing than half of it. */
const shortestFeedText = 600;

/** Fetches what is waiting at a domain, one page after the other, and has each page read. */
export function createFetchStep(store: Store, options: FetchStepOptions): Step {
  const { visitor, now, onItem } = options;

  async function keep(item: SourceItem, page: CollectedPage): Promise<void> {
    const kept = await keepPage(store, page, {
      origin: 'collect',
      maxBytes: options.maxBytes,
      savedAt: now().toISOString(),
      identity: undefined,
      // Another worker may read the page before this one gets further.
      item: item.address,
    });
    if ('failure' in kept) return give(item, kept.failure.code, kept.failure.detail ?? '', false);
    const { hash, articleId } = kept.page;
    const known = kept.change === 'same' ? await store.articles.get(articleId) : undefined;
    const failure = known === undefined ? undefined : failureOf(known.article.problems);
    // Nothing new about a page that was read well. One that was too heavy is read again when a person wants it fetched again.
    if (known !== undefined && failure?.code !== 'page-too-heavy') {
      // A page that holds no article is kept all the same: nothing is fetched twice for it.
      await store.collect.putItem({ ...withoutProblem(item), state: 'stored', articleId, ...reasonOf(failure) });
      return onItem(item, { kind: 'stored', articleId });
    }
    await store.collect.putItem({ ...withoutProblem(item), state: 'fetched', articleId });
    const job = extractJob(hash, item.address);
    if ((await store.queue.add([job])) === 0) await store.queue.retry({ ids: [jobId(job.kind, job.key)] });
  }

  /** Gives up an item, or leaves it for a later try. */
  async function give(item: SourceItem, code: ErrorCode, detail: string, again: boolean): Promise<void> {
    const tries = item.tries + 1;
    const later = again ? nextTry(tries, now()) : undefined;
    const gone = code === 'page-gone';
    await store.collect.putItem({
      ...withoutProblem(item),
      state: later !== undefined ? 'waiting' : gone ? 'gone' : code === 'robots-refused' ? 'refused' : 'failed',
      tries,
      nextTry: later ?? item.nextTry,
      reason: code,
      detail,
    });
    onItem(item, { kind: later === undefined ? 'failed' : 'waiting', code, detail });
  }

  /** Asks for a page; gives what is to be done with the answer, or nothing when it was interrupted. */
  async function fetchItem(
    item: SourceItem,
    source: Source,
    signal: AbortSignal,
  ): Promise<(() => Promise<void>) | undefined> {
    const visit = await visitor.visit({
      address: item.address,
      maxBytes: options.maxBytes,
      allowPrivate: source.allowPrivate,
      signal,
      ...(source.pauseMs === undefined ? {} : { pauseMs: source.pauseMs }),
    });
    if (signal.aborted) return undefined;
    if (visit.kind === 'answer' && visit.status === 200) {
      const contentType = visit.headers['content-type'];
      return () =>
        keep(item, {
          kind: 'page',
          name: item.address,
          url: visit.address,
          bytes: visit.bytes,
          ...(contentType === undefined ? {} : { contentType }),
        });
    }
    const problem =
      visit.kind === 'blocked'
        ? { code: 'outlet-blocks' as const, detail: `until ${visit.until}` }
        : visit.kind === 'failure'
          ? { code: visit.code, detail: visit.detail }
          : failureOfStatus(visit.status);
    const again = visit.kind === 'blocked' || problem.code === 'fetch-failed' || problem.code === 'outlet-blocks';
    // The feed may hold the text that the page is refused for: not asked again, not lost.
    const text = item.feed === undefined ? undefined : feedPage(item.feed);
    if (text !== undefined && (!again || item.tries > 0)) return () => keep(item, text);
    return () => give(item, problem.code, problem.detail, again);
  }

  return {
    kind: 'fetch',
    atOnce,
    async run({ key: site }, signal) {
      const end = now().getTime() + turnMs;
      const sources = new Map<string, Source | undefined>();
      // One page is asked for while the one before is put away.
      let putAway = Promise.resolve();
      for (let more = true; more && !signal.aborted; ) {
        const items = await store.collect.dueItems(now().toISOString(), batch, site);
        more = items.length === batch;
        for (const item of items) {
          if (signal.aborted || now().getTime() >= end) {
            more = false;
            break;
          }
          if (!sources.has(item.sourceId)) sources.set(item.sourceId, await store.collect.source(item.sourceId));
          const source = sources.get(item.sourceId);
          const next = source === undefined ? undefined : await fetchItem(item, source, signal);
          await putAway;
          putAway = next?.() ?? Promise.resolve();
          // Whoever waits for it hears of what went wrong, and that may be in a while.
          putAway.catch(() => {});
        }
        await putAway;
      }
      if (signal.aborted) return 'interrupted';
      // Items that were found while this was running found the job still there: they are looked for after it has left.
      return async () => {
        const left = await store.collect.dueItems(now().toISOString(), 1, site);
        if (left.length > 0) await store.queue.add([fetchJob(site)]);
      };
    },
  };
}

export function withoutProblem(item: SourceItem): SourceItem {
  const { reason: _reason, detail: _detail, ...rest } = item;
  return rest;
}

export function reasonOf(failure: { readonly code: ErrorCode; readonly detail?: string } | undefined) {
  if (failure === undefined) return {};
  return { reason: failure.code, ...(failure.detail === undefined ? {} : { detail: failure.detail }) };
}

function feedPage(feed: FeedItem): CollectedPage | undefined {
  if ((feed.content?.replace(/<[^>]*>/g, '').length ?? 0) < shortestFeedText) return undefined;
  const { text = '', url } = pageOfFeedItem(feed);
  return {
    kind: 'page',
    name: feed.link ?? '',
    bytes: new TextEncoder().encode(text),
    format: 'html',
    contentType: 'text/html; charset=utf-8',
    ...(url === undefined ? {} : { url }),
  };
}
