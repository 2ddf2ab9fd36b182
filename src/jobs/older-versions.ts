import { languageIdentifier } from '../collect/language-identifier.ts';
import { extractArticle } from '../core/extract/extract-article.ts';
import { createHostMemory, type HostMemory } from '../core/extract/host-memory.ts';
import type { OutletProfile } from '../core/extract/outlet-profile.ts';
import { hostOf } from '../core/extract/profiles/find-profile.ts';
import type { Store, StoredPage } from '../store/store.ts';

/**
 * Reads the earlier versions of an article again: a version that an older reader saw would differ from the present one
 * by the reader. Nothing that is known of the article changes.
 */
export async function readOlderVersions(
  store: Store,
  current: StoredPage,
  profiles?: readonly OutletProfile[],
): Promise<void> {
  const hostMemory = await memoryOfHost(store, current);
  for (const page of await store.pages.versions(current.articleId)) {
    const bytes = page.hash === current.hash ? undefined : await store.pages.bytes(page.hash);
    if (bytes === undefined) continue;
    const { contentType, format, url, savedAt } = page;
    const article = extractArticle(
      { bytes, savedAt, ...(contentType && { contentType }), ...(format && { format }), ...(url && { url }) },
      {
        id: page.articleId,
        languageIdentifier: await languageIdentifier(),
        ...(hostMemory && { hostMemory }),
        ...(profiles && { profiles }),
      },
    );
    await store.articles.put(page.hash, article, undefined);
  }
}

/** What the other pages of its host have in common; undefined when there are none. */
async function memoryOfHost(store: Store, page: StoredPage): Promise<HostMemory | undefined> {
  const host = hostOf(page.url);
  if (host === undefined) return undefined;
  const others = (await store.hosts.pagesOf(host)).filter(({ articleId }) => articleId !== page.articleId);
  return others.length === 0 ? undefined : createHostMemory(others.map(({ lines }) => lines));
}
