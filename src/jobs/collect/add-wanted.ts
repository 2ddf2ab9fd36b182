import type { Visitor } from '../../collect/http/visitor.ts';
import { type Discovery, discover, type FoundSource } from '../../collect/sources/discover.ts';
import { isOpml, type OpmlFeed, readOpml } from '../../collect/sources/opml.ts';
import type { ErrorCode } from '../../errors.ts';
import type { Store } from '../../store/store.ts';
import { createGate } from '../gate.ts';
import { type AddedSource, type AddOptions, addSource } from './add-source.ts';

/** One thing to add: an address to look at, or a source that a file names. */
export interface Wanted {
  readonly name: string;
  readonly address: string;
  /** Said by an OPML file: it is a feed, and one that is down today is followed all the same. */
  readonly known?: FoundSource;
  readonly folder?: readonly string[];
}

/** A page without a feed: a person looks at its links first. */
export type Listing = Extract<Discovery, { readonly kind: 'listing' }>;

export interface LookRules {
  readonly allowPrivate: boolean;
  readonly pauseMs?: number;
  readonly signal: AbortSignal;
}

/** Finds out what an address is. */
export type Look = (address: string, rules: LookRules) => Promise<Discovery>;

export interface AddWantedOptions extends Omit<AddOptions, 'folder'> {
  readonly look: Look;
  readonly signal: AbortSignal;
  readonly onAdded: (wanted: Wanted, added: AddedSource, found: FoundSource) => void;
  readonly onFailed: (wanted: Wanted, failure: { readonly code: ErrorCode; readonly detail: string }) => void;
  /** Gives the form of the links to follow; without one nothing is followed. */
  readonly onListing: (wanted: Wanted, listing: Listing) => string | undefined;
}

/** Addresses of a list that are looked at together. */
const atOnce = 16;
const pageBytes = 20 * 1024 * 1024;
const accept =
  'text/html,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5';

/** Looks through a visitor: by the rules of each host, and with a pause between two requests. */
export function openLook(visitor: Visitor): Look {
  return (address, { allowPrivate, pauseMs, signal }) =>
    discover(address, async (one) => {
      const visit = await visitor.visit({
        address: one,
        maxBytes: pageBytes,
        allowPrivate,
        signal,
        accept,
        ...(pauseMs === undefined ? {} : { pauseMs }),
      });
      if (visit.kind !== 'blocked') return visit;
      return { kind: 'failure', code: 'fetch-failed', detail: `refused until ${visit.until}`, redirects: [] };
    });
}

/** An address as somebody types it: `coast.example` is one too. */
export function readAddress(text: string): string | undefined {
  const typed = text.trim();
  if (/^https?:\/\//i.test(typed)) return URL.canParse(typed) ? typed : undefined;
  if (!/^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/:?].*)?$/u.test(typed)) return undefined;
  return URL.canParse(`https://${typed}`) ? `https://${typed}` : undefined;
}

export interface WantedList {
  /** OPML: what it names are feeds, by its own word. */
  readonly feeds: boolean;
  readonly wanted: readonly Wanted[];
}

/** What a file names: the feeds of OPML with their folders, or one address a line. */
export function readWanted(text: string): WantedList {
  if (isOpml(text)) return { feeds: true, wanted: readOpml(text).map(wantedOfFeed) };
  const wanted = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ name: line, address: /^https?:\/\//i.test(line) ? line : `https://${line}` }));
  return { feeds: false, wanted };
}

function wantedOfFeed(feed: OpmlFeed): Wanted {
  return { name: feed.address, address: feed.address, known: sourceOfFeed(feed), folder: feed.folder };
}

function sourceOfFeed({ address, title, site }: OpmlFeed): FoundSource {
  return {
    kind: 'feed',
    address: new URL(address).href,
    ...(title === undefined ? {} : { title }),
    ...(site === undefined || !URL.canParse(site) ? {} : { site }),
    samples: [],
    items: 0,
  };
}

/** Finds out what each is and follows it. What does not work is told, and does not hold the rest. */
export async function addWanted(store: Store, wanted: readonly Wanted[], options: AddWantedOptions): Promise<void> {
  const { look, signal, onAdded, onFailed, onListing, ...how } = options;
  const oneByOne = createGate(1);
  const gate = createGate(atOnce);
  const keep = async (one: Wanted, found: FoundSource): Promise<void> => {
    const folder = one.folder === undefined ? {} : { folder: one.folder };
    onAdded(one, await oneByOne(() => addSource(store, found, { ...how, ...folder })), found);
  };
  const add = async (one: Wanted): Promise<void> => {
    if (signal.aborted) return;
    if (one.known !== undefined) return keep(one, one.known);
    const { allowPrivate, pauseMs } = how;
    const found = await look(one.address, { allowPrivate, signal, ...(pauseMs === undefined ? {} : { pauseMs }) });
    switch (found.kind) {
      case 'failure':
        return onFailed(one, { code: found.code, detail: found.detail });
      case 'found':
        for (const source of found.sources) await keep(one, source);
        return;
      case 'opml':
        for (const feed of found.feeds) await keep({ ...one, folder: feed.folder }, sourceOfFeed(feed));
        return;
      case 'listing': {
        const pattern = onListing(one, found);
        if (pattern !== undefined) await keep(one, { ...found.source, pattern });
      }
    }
  };
  await Promise.all(wanted.map((one) => gate(() => add(one))));
}
