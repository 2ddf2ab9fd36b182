import type { CollectedPage } from '../../collect/collected.ts';
import type { Visitor } from '../../collect/http/visitor.ts';
import { failureOf as failureOfStatus } from '../../collect/sources/poll-source.ts';
import { pageOfFeedItem } from '../../core/extract/extract-feed-item.ts';
import type { OutletProfile } from '../../core/extract/outlet-profile.ts';
import type { FeedItem } from '../../core/model/feed.ts';
import type { ErrorCode } from '../../errors.ts';
import type { Source, SourceItem } from '../../store/collecting.ts';
import type { Store } from '../../store/store.ts';
import { importPage } from '../import-page.ts';
import type { OutletBook } from '../outlets.ts';
import { createGate } from './gate.ts';
import { nextTry } from './rhythm.ts';

export type ItemOutcome =
  | { readonly kind: 'stored'; readonly articleId: string }
  /** Tried again later. */
  | { readonly kind: 'waiting'; readonly code: ErrorCode; readonly detail: string }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly detail: string }
  | { readonly kind: 'interrupted' };

export interface ItemOptions {
  readonly visitor: Visitor;
  readonly now: () => Date;
  readonly maxBytes: number;
  readonly profiles?: readonly OutletProfile[];
  readonly signal?: AbortSignal;
}

/** A feed that carries less than this of an article carries a teaser: better nothing than half of it. */
const shortestFeedText = 600;

/** Makes the function that fetches one item and takes it into the archive, one after the other. */
export function itemImporter(
  store: Store,
  outlets: OutletBook,
  options: ItemOptions,
): (item: SourceItem, source: Source) => Promise<ItemOutcome> {
  const oneByOne = createGate(1);
  const { visitor, now, signal } = options;

  async function keep(item: SourceItem, page: CollectedPage): Promise<ItemOutcome> {
    const imported = await oneByOne(() =>
      importPage(store, outlets, page, {
        origin: 'collect',
        maxBytes: options.maxBytes,
        savedAt: now().toISOString(),
        identity: undefined,
        ...(options.profiles && { profiles: options.profiles }),
        onKept: (articleId) => store.collect.putItem({ ...item, articleId }),
      }),
    );
    const { articleId, failure } = imported;
    if (articleId !== undefined) {
      // A page that holds no article is kept all the same: nothing is fetched twice for it.
      await store.collect.putItem({
        ...withoutProblem(item),
        state: 'stored',
        articleId,
        ...(failure && { reason: failure.code, ...(failure.detail === undefined ? {} : { detail: failure.detail }) }),
      });
      return { kind: 'stored', articleId };
    }
    return give(item, failure?.code ?? 'internal', failure?.detail ?? '', false);
  }

  /** Gives up an item, or leaves it for a later try. */
  async function give(item: SourceItem, code: ErrorCode, detail: string, again: boolean): Promise<ItemOutcome> {
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
    return { kind: later === undefined ? 'failed' : 'waiting', code, detail };
  }

  return async (item, source) => {
    const visit = await visitor.visit({
      address: item.address,
      maxBytes: options.maxBytes,
      allowPrivate: source.allowPrivate,
      ...(source.pauseMs === undefined ? {} : { pauseMs: source.pauseMs }),
      ...(signal && { signal }),
    });
    if (signal?.aborted === true) return { kind: 'interrupted' };
    if (visit.kind === 'answer' && visit.status === 200) {
      const contentType = visit.headers['content-type'];
      return keep(item, {
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
    if (text !== undefined && (!again || item.tries > 0)) return keep(item, text);
    return give(item, problem.code, problem.detail, again);
  };
}

function withoutProblem(item: SourceItem): SourceItem {
  const { reason: _reason, detail: _detail, ...rest } = item;
  return rest;
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
