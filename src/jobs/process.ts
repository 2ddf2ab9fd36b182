import { extractArticle, extractorVersion } from '../core/extract/extract-article.ts';
import type { OutletProfile } from '../core/extract/outlet-profile.ts';
import type { Article } from '../core/model/article.ts';
import type { Problem } from '../core/model/page.ts';
import { codeRecord, coderVersion } from '../core/record/code-record.ts';
import { RapporteurError } from '../errors.ts';
import type { FusionChange, Store, StoredPage } from '../store/store.ts';
import { fuseArchive } from './fuse.ts';
import { hostsToReadAgain, recallHost, rememberHost } from './host-memory.ts';
import { type OutletBook, openOutletBook } from './outlets.ts';

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
  /** Outlet profiles to read by. @default those that ship */
  readonly profiles?: readonly OutletProfile[];
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
/** Set while articles are stored that the fused layer does not know yet: a killed run is finished by the next. */
export const fusionDueSetting = 'fusion.due';
/** Which engine made the present record. */
export const processedVersionsSetting = 'processed.versions';

/**
 * Takes every page that has no article yet, and every article without a record, through the whole path: article, record,
 * dispatches and stories, fused meetings. Doing it twice changes nothing; after a kill it goes on where it stopped.
 */
export async function processPending(store: Store, options: ProcessOptions = {}): Promise<ProcessResult> {
  const outlets = await openOutletBook(store);
  const interrupted = () => options.signal?.aborted ?? false;
  let extracted = 0;
  let coded = 0;

  for (let pages = await store.pages.pending(batch); pages.length > 0; pages = await store.pages.pending(batch)) {
    await markFusionDue(store);
    for (const page of pages) {
      if (interrupted()) break;
      await extractPage(store, outlets, page, options);
      extracted += 1;
    }
    if (interrupted()) break;
  }
  if (!interrupted()) coded += await readHostsAgain(store, outlets, options, interrupted);
  for (
    let ids = await store.record.uncoded(coderVersion, batch);
    ids.length > 0 && !interrupted();
    ids = await store.record.uncoded(coderVersion, batch)
  ) {
    await markFusionDue(store);
    for (const id of ids) {
      if (interrupted()) break;
      await codeArticle(store, id);
      coded += 1;
      options.onProgress?.({ kind: 'coded', articleId: id });
    }
  }
  const due = options.alwaysFuse === true || (await store.getSetting(fusionDueSetting)) === '1';
  if (interrupted() || !due) {
    return {
      extracted,
      coded,
      interrupted: interrupted(),
      change: { added: 0, changed: 0, removed: 0 },
      decisionProblems: new Map(),
    };
  }
  options.onProgress?.({ kind: 'fusing' });
  if (await store.search.stale()) await store.search.reindex();
  const fused = await fuseArchive(store, {
    // A decision is applied to what it can touch.
    whole: options.alwaysFuse === true && options.decisionId === undefined,
    ...(options.decisionId === undefined ? {} : { decisionId: options.decisionId }),
  });
  await store.setSetting(fusionDueSetting, '0');
  await store.setSetting(processedVersionsSetting, `${extractorVersion} ${coderVersion}`);
  return { extracted, coded, interrupted: false, ...fused };
}

/**
 * The first pages of a host were read when nothing was known of it: once more is known they are read again. Gives how
 * many were coded.
 */
async function readHostsAgain(
  store: Store,
  outlets: OutletBook,
  options: ProcessOptions,
  interrupted: () => boolean,
): Promise<number> {
  let coded = 0;
  for (const { host, pages } of await hostsToReadAgain(store)) {
    await markFusionDue(store);
    for (const { articleId } of await store.hosts.pagesOf(host)) {
      if (interrupted()) return coded;
      const page = (await store.articles.get(articleId))?.page;
      if (page === undefined) continue;
      await extractPage(store, outlets, page, { ...(options.profiles ? { profiles: options.profiles } : {}) });
      await codeArticle(store, articleId);
      coded += 1;
    }
    await store.hosts.setReadWith(host, pages);
  }
  return coded;
}

/** Notes, before anything is written, that the fused layer will be behind: a killed run is finished by the next one. */
export async function markFusionDue(store: Store): Promise<void> {
  if ((await store.getSetting(fusionDueSetting)) !== '1') await store.setSetting(fusionDueSetting, '1');
}

/** One page to its article. The original bytes are read back from the archive: what is shown is what is kept. */
export async function extractPage(
  store: Store,
  outlets: OutletBook,
  page: StoredPage,
  options: Pick<ProcessOptions, 'onProgress' | 'profiles'> = {},
): Promise<void> {
  const bytes = await store.pages.bytes(page.hash);
  if (bytes === undefined) {
    // Given up with its text: what was read of it stays.
    if ((await store.articles.get(page.articleId))?.article.dropped !== undefined) return;
    throw new RapporteurError('internal', 'The bytes of a page are missing from the archive.', {
      context: { public: { page: page.hash } },
    });
  }
  const hostMemory = await recallHost(store, page);
  const told = page.origin === 'collect' ? await store.collect.toldOf(page.articleId) : undefined;
  const article = extractArticle(
    {
      bytes,
      ...(page.contentType === undefined ? {} : { contentType: page.contentType }),
      ...(page.format === undefined ? {} : { format: page.format }),
      ...(page.url === undefined ? {} : { url: page.url }),
      savedAt: page.savedAt,
    },
    {
      id: page.articleId,
      ...(hostMemory === undefined ? {} : { hostMemory }),
      ...(told?.feed === undefined ? {} : { feed: told.feed }),
      ...(options.profiles === undefined ? {} : { profiles: options.profiles }),
    },
  );
  const outlet = await outlets.outletOf(article, page.origin, told?.outletId);
  await store.articles.put(page.hash, article, outlet?.id);
  await rememberHost(store, page, article);
  options.onProgress?.({ kind: 'article', page, article, problems: article.problems });
}

/** One article to its record. */
export async function codeArticle(store: Store, id: string): Promise<void> {
  const stored = await store.articles.get(id);
  if (stored === undefined) throw new RapporteurError('internal', 'An article to be coded is not in the archive.');
  if (stored.article.dropped !== undefined) return;
  const homeCountry = stored.outlet?.homeCountry;
  await store.record.putRecord(codeRecord(stored.article, homeCountry === undefined ? {} : { homeCountry }));
}
