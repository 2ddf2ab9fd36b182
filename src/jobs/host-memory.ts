import { createHostMemory, type HostMemory, hostLines } from '../core/extract/host-memory.ts';
import { hostOf } from '../core/extract/profiles/find-profile.ts';
import type { Article } from '../core/model/article.ts';
import type { Store, StoredPage } from '../store/store.ts';

/**
 * What the archive knows of a page's host, without the page itself. Memory holds one entry an article, so that versions
 * and repeated imports of one page count once, and lines do not depend on labels: with the same pages in the archive a
 * page is read the same, in whatever order they came.
 */
export async function recallHost(store: Store, page: StoredPage): Promise<HostMemory | undefined> {
  const host = hostOf(page.url);
  if (host === undefined) return undefined;
  const others = (await store.hosts.pagesOf(host)).filter(({ articleId }) => articleId !== page.articleId);
  return others.length === 0 ? undefined : createHostMemory(others.map(({ lines }) => lines));
}

/** Adds the page to what is known of its host. Its own address counts, not the one that it names as canonical. */
export async function rememberHost(store: Store, page: StoredPage, article: Article): Promise<void> {
  const host = hostOf(page.url);
  if (host !== undefined) await store.hosts.remember(host, page.articleId, hostLines(article));
}

/** Numbers of pages at which those read before are worth reading again, so that each page is read few times. */
const stages = [4, 8, 16, 32] as const;

function stageOf(pages: number): number {
  return stages.filter((stage) => pages >= stage).length;
}

/** Hosts whose first pages were read when less was known of them than now. */
export async function hostsToReadAgain(store: Store): Promise<readonly { host: string; pages: number }[]> {
  const sizes = await store.hosts.sizes();
  return sizes.filter(({ pages, readWith }) => stageOf(pages) > stageOf(readWith));
}
