import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ArticleImage } from '../core/model/article.ts';
import { addressKey, pictureKey } from './blocked-images.ts';
import { problemOf, respondProblem } from './errors.tsx';
import { type PublishedArticle, readPublishedArticle } from './published-article.ts';
import type { WebContext } from './room.ts';
import { safeUrl } from './shown-text.ts';
import type { SiteImages } from './site-images.ts';

/** A picture that the page of an article names. */
export interface NamedImage {
  readonly image: ArticleImage;
  /** At the outlet. */
  readonly url: string;
  /** On this site; absent where it may not be shown. */
  readonly path?: string;
}

const mostImages = 6;

/** The pictures of an article; with `publish` at `facts` they are only linked, at `excerpt` the first is shown. */
export function namedImages({ stored, published }: PublishedArticle, images: SiteImages | undefined): NamedImage[] {
  const { article } = stored;
  const level = article.dropped === undefined ? published.publish : 'facts';
  const shown = images === undefined || level === 'facts' ? 0 : level === 'excerpt' ? 1 : mostImages;
  return article.images
    .flatMap((image) => {
      const url = safeUrl(image.url);
      return url === undefined ? [] : [{ image, url }];
    })
    .slice(0, mostImages)
    .map(({ image, url }, index) => ({
      image,
      url,
      ...(images === undefined || index >= shown
        ? {}
        : { path: `/images/${sign(images.secret, article.id, url)}/${encodeURIComponent(article.id)}/${index}` }),
    }));
}

/** `/images/SIGNATURE/ARTICLE/N`: the picture itself, as long as the article may show it. */
export function imageOfArticle(images: SiteImages | undefined): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const { store, settings } = c.get('room');
    const { signature = '', article: id = '', number = '' } = c.req.param() as Record<string, string>;
    const article =
      images === undefined || !/^\d$/.test(number) ? undefined : await readPublishedArticle(store, id, settings);
    const named = article === undefined ? undefined : namedImages(article, images)[Number(number)];
    const expected = named?.path?.split('/')[2];
    if (images === undefined || named === undefined || expected === undefined || !isSame(signature, expected)) {
      return respondProblem(c, problemOf('not-found'));
    }
    const found = await images.shelf.get(named.url);
    if (found === undefined) return respondProblem(c, problemOf('not-found'));
    // The same picture may stand elsewhere: what it is decides, not where it is.
    const key = pictureKey(found.bytes);
    const { images: reports } = store.readers;
    const blocked = await reports.blocked([key, addressKey(named.url)]);
    if (blocked.size > 0) {
      if (blocked.has(key) && !(await reports.blockedAddresses([named.url])).has(named.url))
        await reports.learnAddress(named.url, key);
      return respondProblem(c, problemOf('not-found'));
    }
    return c.body(new Uint8Array(found.bytes), 200, {
      'Content-Type': found.type,
      'Cache-Control': 'private, max-age=86400',
    });
  };
}

function sign(secret: string, articleId: string, url: string): string {
  return createHmac('sha256', secret).update(`image\n${articleId}\n${url}`).digest('base64url').slice(0, 32);
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
