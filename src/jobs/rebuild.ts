import type { OutletProfile } from '../core/extract/outlet-profile.ts';
import type { Store } from '../store/store.ts';
import { markFusionDue } from './fusion-due.ts';
import { readOlderVersions } from './older-versions.ts';
import { openOutletBook } from './outlets.ts';
import { codeArticle, type ProcessOptions, type ProcessResult, processPending, readAll } from './process.ts';
import { createInlineReader, type Reader } from './reading/reader.ts';
import { openReading } from './reading/reading.ts';

export type RebuildFrom = 'extract' | 'record' | 'group';

export interface RebuildOptions {
  readonly from: RebuildFrom;
  readonly onPage?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** Outlet profiles to read by, when no reader is given. @default those that ship */
  readonly profiles?: readonly OutletProfile[];
  /** What reads pages. @default this thread */
  readonly reader?: Reader;
}

/**
 * Derives the archive again from the bytes that it keeps: `extract` reads every page anew, `record` codes every article
 * anew, `group` only groups and fuses. Ids and editors' decisions stay; decisions that no longer apply are reported.
 */
export async function rebuild(store: Store, options: RebuildOptions): Promise<ProcessResult> {
  const aborted = () => options.signal?.aborted ?? false;
  const reader = options.reader ?? createInlineReader(options.profiles);
  const forwarded: ProcessOptions = {
    alwaysFuse: true,
    reader,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
  await markFusionDue(store);
  let extracted = 0;
  let coded = 0;
  if (options.from === 'extract') {
    const outlets = await openOutletBook(store);
    const { pages } = await store.counts();
    await readAll(store.pages.each(), openReading(store, outlets, reader), reader.threads, aborted, () => {
      extracted += 1;
      coded += 1;
      options.onPage?.(extracted, Math.max(pages, extracted));
    });
    for (const id of await store.keeping.edited({ limit: Number.MAX_SAFE_INTEGER })) {
      if (aborted()) break;
      const page = (await store.articles.get(id))?.page;
      if (page !== undefined) await readOlderVersions(store, page, options.profiles);
    }
  } else if (options.from === 'record') {
    const ids = await store.articles.ids();
    for (const id of ids) {
      if (aborted()) break;
      await codeArticle(store, id, reader);
      coded += 1;
      options.onPage?.(coded, ids.length);
    }
  }
  const result = await processPending(store, forwarded);
  return { ...result, extracted: extracted + result.extracted, coded: coded + result.coded };
}
