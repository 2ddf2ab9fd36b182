import type { ItemState, Source } from '../../store/collecting.ts';
import type { HubSubscription } from '../../store/hub-store.ts';
import type { OutletSummary, Store } from '../../store/store.ts';

/** A source, and how it goes. */
export interface FollowedSource {
  readonly source: Source;
  /** Who tells of its news, when a hub was asked to. */
  readonly hub?: HubSubscription;
  readonly items: Readonly<Partial<Record<ItemState, number>>>;
}

export interface FollowedOutlet {
  readonly outlet: OutletSummary;
  /** None when its articles were only imported. */
  readonly sources: readonly FollowedSource[];
}

/** All outlets of the archive with what is followed of them, by name. */
export async function readFollowed(store: Store): Promise<readonly FollowedOutlet[]> {
  const [outlets, sources, hubs, counts] = await Promise.all([
    store.outlets.list(),
    store.collect.sources(),
    store.hubs.list(),
    store.collect.itemCounts(),
  ]);
  const hubOf = new Map(hubs.map((hub) => [hub.sourceId, hub]));
  const items = new Map<string, Partial<Record<ItemState, number>>>();
  for (const { sourceId, state, items: many } of counts) items.set(sourceId, { ...items.get(sourceId), [state]: many });
  const byOutlet = new Map<string, FollowedSource[]>();
  for (const source of sources) {
    const hub = hubOf.get(source.id);
    const one: FollowedSource = { source, items: items.get(source.id) ?? {}, ...(hub === undefined ? {} : { hub }) };
    const known = byOutlet.get(source.outletId);
    if (known === undefined) byOutlet.set(source.outletId, [one]);
    else known.push(one);
  }
  return outlets.map((outlet) => ({ outlet, sources: byOutlet.get(outlet.id) ?? [] }));
}
