import { extractArticle } from '../core/extract/extract-article.ts';
import type { OutletProfile } from '../core/extract/outlet-profile.ts';
import type { Store, StoredPage } from '../store/store.ts';
import { recallHost } from './host-memory.ts';

/**
 * Reads the earlier versions of an article again: a version that an older reader saw would differ from the present one
 * by the reader. Nothing that is known of the article changes.
 */
export async function readOlderVersions(
  store: Store,
  current: StoredPage,
  profiles?: readonly OutletProfile[],
): Promise<void> {
  const hostMemory = await recallHost(store, current);
  for (const page of await store.pages.versions(current.articleId)) {
    const bytes = page.hash === current.hash ? undefined : await store.pages.bytes(page.hash);
    if (bytes === undefined) continue;
    const { contentType, format, url, savedAt } = page;
    const article = extractArticle(
      { bytes, savedAt, ...(contentType && { contentType }), ...(format && { format }), ...(url && { url }) },
      { id: page.articleId, ...(hostMemory && { hostMemory }), ...(profiles && { profiles }) },
    );
    await store.articles.put(page.hash, article, undefined);
  }
}
