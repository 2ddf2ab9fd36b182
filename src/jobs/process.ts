import { extractorVersion } from '../core/extract/extract-article.ts';
import type { OutletProfile } from '../core/extract/outlet-profile.ts';
import type { Article } from '../core/model/article.ts';
import type { Problem } from '../core/model/page.ts';
import { coderVersion } from '../core/record/code-record.ts';
import { RapporteurError } from '../errors.ts';
import type { FusionChange, Store, StoredPage } from '../store/store.ts';
import { fuseArchive } from './fuse.ts';
import { fuseAlone, isFusionDue, markFusionDue } from './fusion-due.ts';
import { hostsToReadAgain } from './host-memory.ts';
import { openOutletBook } from './outlets.ts';
import { createInlineReader, type Reader } from './reading/reader.ts';
import { openReading, type Reading } from './reading/reading.ts';

export type ProcessEvent =
  | {
      readonly kind: 'article';
      readonly page: StoredPage;
      readonly article: Article;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'coded'; readonly articleId: string }
  | { readonly kind: 'fusing' };

export interface ProcessOptions {
  /** Outlet profiles to read by, when no reader is given. @default those that ship */
  readonly profiles?: readonly OutletProfile[];
  /** What reads pages. @default this thread */
  readonly reader?: Reader;
  /** Told of each step as it is stored. */
  readonly onProgress?: (event: ProcessEvent) => void;
  /** Stops between two pages; what is done stays done and the next run goes on. */
  readonly signal?: AbortSignal;
  /** Fuses even when no page was new: after a decision, or to finish what was interrupted. @default false */
  readonly alwaysFuse?: boolean;
  /** The decision that the fusion applies: only what it can touch is fused again. */
  readonly decisionId?: string;
}

export interface ProcessResult {
  readonly extracted: number;
  readonly coded: number;
  readonly interrupted: boolean;
  readonly change: FusionChange;
  /** Decisions that no longer apply, by id, and why. */
  readonly decisionProblems: ReadonlyMap<string, string>;
}

const batch = 50;
/** Which engine made the present record. */
export const processedVersionsSetting = 'processed.versions';
const noChange: FusionChange = { added: 0, changed: 0, removed: 0 };

/**
 * Takes every page that has no article yet, and every article without a record, through the whole path: article, record,
 * dispatches and stories, fused meetings. Doing it twice changes nothing; after a kill it goes on where it stopped.
 */
export async function processPending(store: Store, options: ProcessOptions = {}): Promise<ProcessResult> {
  const outlets = await openOutletBook(store);
  const reader = options.reader ?? createInlineReader(options.profiles);
  const reading = openReading(store, outlets, reader);
  const interrupted = () => options.signal?.aborted ?? false;
  let extracted = 0;
  let coded = 0;

  for (let pages = await store.pages.pending(batch); pages.length > 0; pages = await store.pages.pending(batch)) {
    await markFusionDue(store);
    await readAll(pages, reading, reader.threads, interrupted, (page, article) => {
      extracted += 1;
      coded += 1;
      options.onProgress?.({ kind: 'article', page, article, problems: article.problems });
    });
    if (interrupted()) break;
  }
  if (!interrupted()) coded += await readHostsAgain(store, reading, reader.threads, interrupted);
  for (
    let ids = await store.record.uncoded(coderVersion, batch);
    ids.length > 0 && !interrupted();
    ids = await store.record.uncoded(coderVersion, batch)
  ) {
    await markFusionDue(store);
    for (const id of ids) {
      if (interrupted()) break;
      await codeArticle(store, id, reader);
      coded += 1;
      options.onProgress?.({ kind: 'coded', articleId: id });
    }
  }
  const due =
    options.alwaysFuse === true ||
    (await isFusionDue(store)) ||
    // What was removed left nobody behind to say so.
    (await store.record.pending(1)).length > 0;
  if (interrupted() || !due) {
    return { extracted, coded, interrupted: interrupted(), change: noChange, decisionProblems: new Map() };
  }
  options.onProgress?.({ kind: 'fusing' });
  const fused = await groupArticles(store, {
    // A decision is applied to what it can touch.
    whole: options.alwaysFuse === true && options.decisionId === undefined,
    ...(options.decisionId === undefined ? {} : { decisionId: options.decisionId }),
  });
  return { extracted, coded, interrupted: false, ...fused };
}

/** Groups and fuses what the articles that are there tell, one process at a time. */
export async function groupArticles(
  store: Store,
  options: { readonly whole?: boolean; readonly decisionId?: string } = {},
): ReturnType<typeof fuseArchive> {
  return fuseAlone(store, async () => {
    if (await store.search.stale()) await store.search.reindex();
    const fused = await fuseArchive(store, options);
    await store.setSetting(processedVersionsSetting, `${extractorVersion} ${coderVersion}`);
    return fused;
  });
}

/** Reads pages a few at a time, in their order. */
export async function readAll(
  pages: Iterable<StoredPage> | AsyncIterable<StoredPage>,
  reading: Reading,
  threads: number,
  stopped: () => boolean,
  onRead: (page: StoredPage, article: Article) => void,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  // One thread is no pipeline: a page is not begun before the one before is stored, so that stopping stops there.
  const most = threads === 1 ? 1 : threads * 2;
  for await (const page of pages) {
    if (stopped()) break;
    const one = reading.add(page).then((article) => onRead(page, article));
    const settled = one.finally(() => underWay.delete(settled));
    underWay.add(settled);
    if (underWay.size >= most) await Promise.race(underWay);
  }
  await Promise.all(underWay);
}

/**
 * The first pages of a host were read when nothing was known of it: once more is known they are read again. Gives how
 * many were coded.
 */
async function readHostsAgain(
  store: Store,
  reading: Reading,
  threads: number,
  interrupted: () => boolean,
): Promise<number> {
  let coded = 0;
  for (const { host, pages } of await hostsToReadAgain(store)) {
    await markFusionDue(store);
    await readAll(pagesOfHost(store, host), reading, threads, interrupted, () => {
      coded += 1;
    });
    if (interrupted()) return coded;
    await store.hosts.setReadWith(host, pages);
  }
  return coded;
}

/** The pages by which a host is remembered. */
export async function* pagesOfHost(store: Store, host: string): AsyncGenerator<StoredPage> {
  for (const { articleId } of await store.hosts.pagesOf(host)) {
    const page = (await store.articles.get(articleId))?.page;
    if (page !== undefined) yield page;
  }
}

/** One article to its record. */
export async function codeArticle(store: Store, id: string, reader: Reader): Promise<void> {
  const stored = await store.articles.get(id);
  if (stored === undefined) throw new RapporteurError('internal', 'An article to be coded is not in the archive.');
  const { article, outlet } = stored;
  // Without its words a text cannot be coded again: its facts stay as they are.
  if (article.dropped !== undefined) return;
  const homeCountry = outlet?.homeCountry;
  await store.record.putRecord(await reader.code({ article, ...(homeCountry === undefined ? {} : { homeCountry }) }));
}
