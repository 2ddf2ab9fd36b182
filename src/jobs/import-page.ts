import type { CollectedPage } from '../collect/collected.ts';
import type { OutletProfile } from '../core/extract/outlet-profile.ts';
import type { Problem } from '../core/model/page.ts';
import { readPage } from '../core/read/read-page.ts';
import type { ErrorCode } from '../errors.ts';
import { failureOf } from '../messages/errors.ts';
import type { PageOrigin, Store, StoredPage } from '../store/store.ts';
import type { OutletBook } from './outlets.ts';
import { createInlineReader } from './reading/reader.ts';
import { openReading, type Reading } from './reading/reading.ts';

export interface ImportedPage {
  /** The article, when the bytes are in the archive. */
  readonly articleId?: string;
  readonly change: 'new' | 'same' | 'changed' | 'failed';
  /** Why it failed; with `new`, `same` and `changed` the bytes are in the archive all the same. */
  readonly failure?: { readonly code: ErrorCode; readonly detail?: string };
  /** Remarks on a page that was read. */
  readonly problems: readonly Problem[];
}

export interface ImportOptions {
  readonly origin: PageOrigin;
  readonly maxBytes: number;
  /** ISO instant that stands for the save when the page does not say it. */
  readonly savedAt: string;
  /** Identity of a page without an address, stable from one import to the next. */
  readonly identity: string | undefined;
  /** Outlet profiles to read by. @default those that ship */
  readonly profiles?: readonly OutletProfile[];
}

/**
 * Takes one page into the archive and, when it is new or changed, through to its record. What cannot be read at all
 * (empty, binary, too large) is left out; a page that holds no article is kept, and reported.
 */
export async function importPage(
  store: Store,
  outlets: OutletBook,
  found: CollectedPage,
  options: ImportOptions,
): Promise<ImportedPage> {
  const reading = openReading(store, outlets, createInlineReader(options.profiles));
  return (await beginImport(store, reading, found, options)).ended;
}

/**
 * The same, done when the page's bytes are kept and it stands in line to be read: the next page may be begun before this
 * one's reading has ended.
 */
export async function beginImport(
  store: Store,
  reading: Reading,
  found: CollectedPage,
  options: Omit<ImportOptions, 'profiles'>,
): Promise<{ readonly ended: Promise<ImportedPage> }> {
  const kept = await keepPage(store, found, options);
  if ('failure' in kept)
    return { ended: Promise.resolve({ change: 'failed', failure: kept.failure, problems: [] } as const) };
  const { page, change } = kept;
  const known = change === 'same' ? await store.articles.get(page.articleId) : undefined;
  const article = known === undefined ? reading.add(page) : Promise.resolve(known.article);
  return {
    ended: article.then(({ problems }) => {
      const failure = failureOf(problems);
      const { articleId } = page;
      return failure === undefined
        ? { articleId, change, problems }
        : { articleId, change: 'failed', failure, problems };
    }),
  };
}

/** The bytes of a page, as the archive has them now; nothing is kept of what cannot be read at all. */
export async function keepPage(
  store: Store,
  found: CollectedPage,
  options: Pick<ImportOptions, 'origin' | 'maxBytes' | 'savedAt' | 'identity'> & {
    /** Address by which a source named it. */
    readonly item?: string;
  },
): Promise<
  | { readonly page: StoredPage; readonly change: 'new' | 'same' | 'changed' }
  | { readonly failure: { readonly code: ErrorCode; readonly detail?: string } }
> {
  const given = {
    bytes: found.bytes,
    ...(found.url === undefined ? {} : { url: found.url }),
    ...(found.format === undefined ? {} : { format: found.format }),
    ...(found.contentType === undefined ? {} : { contentType: found.contentType }),
  };
  const unreadable = failureOf(readPage(given, { maxBytes: options.maxBytes }).problems);
  if (unreadable !== undefined) return { failure: unreadable };
  return store.pages.put({
    ...given,
    ...(options.identity === undefined ? {} : { name: options.identity }),
    ...(options.item === undefined ? {} : { item: options.item }),
    origin: options.origin,
    savedAt: found.savedAt ?? options.savedAt,
  });
}
