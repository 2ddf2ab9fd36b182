import type { FoundSource } from '../../collect/sources/discover.ts';
import { hash64 } from '../../core/text/hash.ts';
import type { Source } from '../../store/collecting.ts';
import type { Outlet, Store } from '../../store/store.ts';
import { hostOf, outletId } from '../outlets.ts';
import { firstInterval } from './rhythm.ts';

export interface AddOptions {
  /** Name of the outlet. @default what the source calls itself, else its host */
  readonly name?: string;
  readonly folder?: readonly string[];
  readonly allowPrivate: boolean;
  readonly pauseMs?: number;
  /** ISO instant. */
  readonly now: string;
}

export interface AddedSource {
  readonly source: Source;
  readonly outlet: Outlet;
  /** It was followed already; what was set anew is set. */
  readonly known: boolean;
}

/** Follows a source: with a new outlet, or for the outlet of its host that the archive knows. */
export async function addSource(
  store: Store,
  found: Pick<FoundSource, 'kind' | 'address' | 'title' | 'site' | 'language' | 'pattern'>,
  options: AddOptions,
): Promise<AddedSource> {
  const known = await store.collect.source(found.address);
  const outlet = await outletOf(store, found, options, known);
  const source: Source = {
    id: known?.id ?? `source-${hash64(found.address).slice(0, 12)}`,
    state: 'active',
    intervalSeconds: firstInterval,
    nextPoll: options.now,
    failures: 0,
    addedAt: options.now,
    ...known,
    outletId: outlet.id,
    address: found.address,
    kind: found.kind,
    folder: options.folder ?? known?.folder ?? [],
    allowPrivate: options.allowPrivate || (known?.allowPrivate ?? false),
    ...(found.title === undefined ? {} : { title: found.title }),
    ...(found.pattern === undefined ? {} : { pattern: found.pattern }),
    ...(options.pauseMs === undefined ? {} : { pauseMs: options.pauseMs }),
  };
  await store.collect.putSource(source);
  return { source, outlet, known: known !== undefined };
}

async function outletOf(
  store: Store,
  found: Pick<FoundSource, 'address' | 'title' | 'site' | 'language'>,
  options: AddOptions,
  known: Source | undefined,
): Promise<Outlet> {
  const old = known === undefined ? undefined : await store.outlets.get(known.outletId);
  if (old !== undefined && options.name === undefined) return old;
  const host = hostOf(found.site) ?? hostOf(found.address) ?? '';
  const name = options.name ?? plainTitle(found.title) ?? host;
  const id = outletId(name);
  const outlets = await store.outlets.list();
  const same =
    outlets.find((outlet) => outlet.id === id) ??
    // Several newspapers may stand on one machine of a private network.
    (options.allowPrivate ? undefined : outlets.find(({ hosts }) => host !== '' && hosts.includes(host)));
  const language = found.language?.slice(0, 2).toLowerCase();
  const outlet: Outlet = {
    id: same?.id ?? id,
    slug: same?.slug ?? id,
    name: options.name ?? same?.name ?? name,
    hosts: same === undefined || same.hosts.length === 0 ? (host === '' ? [] : [host]) : same.hosts,
    languages: same?.languages ?? (language === undefined ? [] : [language]),
    publish: same?.publish ?? 'excerpt',
    origin: same?.origin ?? 'collect',
    ...(same?.homeCountry === undefined ? {} : { homeCountry: same.homeCountry }),
  };
  await store.outlets.put(outlet);
  return outlet;
}

/** "The Coast Daily - RSS", "Coast Daily » Feed": the name without what a feed adds to it. */
function plainTitle(title: string | undefined): string | undefined {
  const plain = title
    ?.replace(/\s*(?:[-–—|»:]\s*)?(?:rss|atom|feed|flux|canal rss|latest news|all news|خلاصات?)\s*$/iu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain ? plain.slice(0, 120) : undefined;
}
