import type { CollectedPage } from '../collect/collected.ts';
import type { OutletProfile } from '../core/extract/outlet-profile.ts';
import type { Problem } from '../core/model/page.ts';
import { readPage } from '../core/read/read-page.ts';
import { type ErrorCode, RapporteurError } from '../errors.ts';
import { failureOf } from '../messages/errors.ts';
import type { PageOrigin, Store } from '../store/store.ts';
import type { OutletBook } from './outlets.ts';
import { codeArticle, extractPage, markFusionDue } from './process.ts';

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
  /** Called when the bytes are kept, before the page is read: what is known of the page is noted first. */
  readonly onKept?: (articleId: string) => Promise<void>;
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
  const given = {
    bytes: found.bytes,
    ...(found.url === undefined ? {} : { url: found.url }),
    ...(found.format === undefined ? {} : { format: found.format }),
    ...(found.contentType === undefined ? {} : { contentType: found.contentType }),
  };
  const unreadable = failureOf(readPage(given, { maxBytes: options.maxBytes }).problems);
  if (unreadable !== undefined) return { change: 'failed', failure: unreadable, problems: [] };

  await markFusionDue(store);
  const { page, change } = await store.pages.put({
    ...given,
    ...(options.identity === undefined ? {} : { name: options.identity }),
    origin: options.origin,
    savedAt: found.savedAt ?? options.savedAt,
  });
  await options.onKept?.(page.articleId);
  let stored = change === 'same' ? await store.articles.get(page.articleId) : undefined;
  if (stored === undefined) {
    await extractPage(store, outlets, page, options.profiles === undefined ? {} : { profiles: options.profiles });
    await codeArticle(store, page.articleId);
    stored = await store.articles.get(page.articleId);
  }
  if (stored === undefined) throw new RapporteurError('internal', 'An article that was just stored is not there.');
  const { problems } = stored.article;
  const failure = failureOf(problems);
  const { articleId } = page;
  return failure === undefined ? { articleId, change, problems } : { articleId, change: 'failed', failure, problems };
}
