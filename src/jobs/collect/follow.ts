import { writeOpml } from '../../collect/sources/opml.ts';
import type { Source } from '../../store/collecting.ts';
import type { Outlet, Publish, Store } from '../../store/store.ts';

/** What a person changes of an outlet; what is absent stays. */
export interface OutletChange {
  readonly name?: string;
  readonly publish?: Publish;
  /** Days after which texts go; `undefined` keeps them for ever. */
  readonly keep?: { readonly days: number | undefined };
}

export interface SourceChange {
  /** Milliseconds between two requests; `undefined` is the usual pause. */
  readonly pause?: { readonly ms: number | undefined };
  readonly allowPrivate?: boolean;
  /** `undefined` follows everything. */
  readonly pattern?: string | undefined;
}

export async function changeOutlet(store: Store, outlet: Outlet, change: OutletChange): Promise<void> {
  await store.outlets.put({ ...outlet, name: change.name ?? outlet.name, publish: change.publish ?? outlet.publish });
  if (change.keep !== undefined) await store.keeping.setKeepDays(outlet.id, change.keep.days);
}

export async function changeSource(store: Store, source: Source, change: SourceChange): Promise<void> {
  const { pauseMs, pattern, ...kept } = source;
  const gap = change.pause === undefined ? pauseMs : change.pause.ms;
  const form = 'pattern' in change ? change.pattern : pattern;
  await store.collect.putSource({
    ...kept,
    ...(gap === undefined ? {} : { pauseMs: gap }),
    ...(form === undefined ? {} : { pattern: form }),
    ...(change.allowPrivate === undefined ? {} : { allowPrivate: change.allowPrivate }),
  });
}

/** Pauses the visits, or has a source visited now: also one that was given up, and what failed of it. */
export async function setFollowing(
  store: Store,
  sources: readonly Source[],
  state: 'active' | 'paused',
  now: string,
): Promise<void> {
  for (const source of sources) {
    const { reason: _reason, detail: _detail, ...rest } = source;
    await store.collect.putSource({ ...rest, state, failures: 0, nextPoll: now });
    if (state === 'active') await store.collect.retryItems(now, source.id);
  }
}

/** Everything that is followed, as OPML for other readers. */
export async function followedAsOpml(store: Store): Promise<string> {
  const outlets = new Map((await store.outlets.list()).map((outlet) => [outlet.id, outlet]));
  const feeds = (await store.collect.sources()).map((source) => {
    const outlet = outlets.get(source.outletId);
    const [host] = outlet?.hosts ?? [];
    return {
      address: source.address,
      folder: source.folder,
      ...(outlet === undefined ? {} : { title: outlet.name }),
      ...(host === undefined ? {} : { site: `https://${host}/` }),
    };
  });
  return `${writeOpml('Rapporteur', feeds).trimEnd()}\n`;
}
