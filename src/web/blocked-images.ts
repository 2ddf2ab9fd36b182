import { createHash } from 'node:crypto';
import type { BlockedImage } from '../store/readers/image-report-store.ts';
import type { Store } from '../store/store.ts';
import type { PublishedArticle } from './published-article.ts';
import { safeUrl } from './shown-text.ts';

/** A picture by what it is, wherever it stands. */
export function pictureKey(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** A picture by where it stands, when nobody here has seen it. */
export function addressKey(url: string): string {
  return `address:${createHash('sha256').update(url).digest('hex')}`;
}

/** Which of these addresses lead to a picture that readers or the desk blocked, and why. */
export async function readBlockedImages(
  { readers }: Pick<Store, 'readers'>,
  urls: readonly string[],
): Promise<ReadonlyMap<string, BlockedImage>> {
  const [learned, byAddress] = await Promise.all([
    readers.images.blockedAddresses(urls),
    readers.images.blocked(urls.map(addressKey)),
  ]);
  const found = new Map(learned);
  for (const url of urls) {
    const block = byAddress.get(addressKey(url));
    if (block !== undefined) found.set(url, block);
  }
  return found;
}

/** The article as data: what is blocked is named nowhere. */
export async function withoutBlockedImages(
  store: Pick<Store, 'readers'>,
  article: PublishedArticle,
): Promise<PublishedArticle> {
  const { images } = article.stored.article;
  const blocked = await readBlockedImages(
    store,
    images.flatMap(({ url }) => safeUrl(url) ?? []),
  );
  if (blocked.size === 0) return article;
  const left = images.filter(({ url }) => !blocked.has(safeUrl(url) ?? ''));
  return { ...article, stored: { ...article.stored, article: { ...article.stored.article, images: left } } };
}
