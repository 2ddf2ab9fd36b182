import type { OutletProfile } from '../core/extract/outlet-profile.ts';
import type { Store } from '../store/store.ts';
import { readOlderVersions } from './older-versions.ts';
import { openOutletBook } from './outlets.ts';
import {
  codeArticle,
  extractPage,
  markFusionDue,
  type ProcessOptions,
  type ProcessResult,
  processPending,
} from './process.ts';

export type RebuildFrom = 'extract' | 'record' | 'group';

export interface RebuildOptions {
  readonly from: RebuildFrom;
  readonly onPage?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** Outlet profiles to read by. @default those that ship */
  readonly profiles?: readonly OutletProfile[];
}

/**
 * Derives the archive again from the bytes that it keeps: `extract` reads every page anew, `record` codes every article
 * anew, `group` only groups and fuses. Ids and editors' decisions stay; decisions that no longer apply are reported.
 */
export async function rebuild(store: Store, options: RebuildOptions): Promise<ProcessResult> {
  const aborted = () => options.signal?.aborted ?? false;
  const forwarded: ProcessOptions = {
    alwaysFuse: true,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.profiles === undefined ? {} : { profiles: options.profiles }),
  };
  await markFusionDue(store);
  let extracted = 0;
  let coded = 0;
  if (options.from === 'extract') {
    const outlets = await openOutletBook(store);
    const { pages } = await store.counts();
    const edited = new Set(await store.keeping.edited({ limit: Number.MAX_SAFE_INTEGER }));
    for await (const page of store.pages.each()) {
      if (aborted()) break;
      await extractPage(store, outlets, page, forwarded);
      await codeArticle(store, page.articleId);
      if (edited.has(page.articleId)) await readOlderVersions(store, page, options.profiles);
      extracted += 1;
      coded += 1;
      options.onPage?.(extracted, Math.max(pages, extracted));
    }
  } else if (options.from === 'record') {
    const ids = await store.articles.ids();
    for (const id of ids) {
      if (aborted()) break;
      await codeArticle(store, id);
      coded += 1;
      options.onPage?.(coded, ids.length);
    }
  }
  const result = await processPending(store, forwarded);
  return { ...result, extracted: extracted + result.extracted, coded: coded + result.coded };
}
