import type { JSX } from 'hono/jsx/jsx-runtime';
import type { BlockedImage } from '../../store/readers/image-report-store.ts';
import { type NamedImage, namedImages } from '../article-images.ts';
import type { Translator } from '../i18n.ts';
import type { PublishedArticle } from '../published-article.ts';
import { clipText, hostOf } from '../shown-text.ts';
import type { SiteImages } from '../site-images.ts';
import { articlePath } from './article-list.tsx';

/**
 * Pictures of an article. The reader's browser never asks a foreign host: that would tell it who reads what. Shown ones
 * come from this site; the others, and those that fail, are a caption and a link.
 */
export function ArticleImages(props: {
  article: PublishedArticle;
  images: SiteImages | undefined;
  /** By address. */
  blocked: ReadonlyMap<string, BlockedImage>;
  tr: Translator;
}): JSX.Element | null {
  const { article, blocked, tr } = props;
  const named = namedImages(article, props.images);
  if (named.length === 0) return null;
  const words = article.published.publish === 'full';
  return (
    <ul class="images plain">
      {named.map((one, index) => {
        const block = blocked.get(one.url);
        if (block !== undefined) return <Placeholder block={block} tr={tr} />;
        return (
          <li>
            {one.path === undefined ? (
              <Caption named={one} words={words} tr={tr} />
            ) : (
              <figure>
                <Picture named={one} path={one.path} />
                <figcaption>
                  <Caption named={one} words={words} tr={tr} />
                </figcaption>
              </figure>
            )}{' '}
            <a class="report-image meta" href={`${articlePath(article.stored.article.id)}/images/${index}/report`}>
              {tr.t('image.report')}
              <span class="hidden"> ({index + 1})</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** Nothing of a blocked picture is here, its address neither: only why. */
function Placeholder({ block, tr }: { block: BlockedImage; tr: Translator }): JSX.Element {
  return (
    <li>
      <p class="image-blocked">{tr.t('image.blocked', { reason: tr.t(`image.reason.${block.reason}`) })}</p>
    </li>
  );
}

/** Room is kept for it before it comes: by its own size, or as for a photograph. */
function Picture({ named, path }: { named: NamedImage; path: string }): JSX.Element {
  const { alt, width, height } = named.image;
  const known = isSize(width) && isSize(height);
  return (
    <img
      src={path}
      alt={clipText(alt ?? '', 300)}
      width={known ? width : 1200}
      height={known ? height : 800}
      class={known ? undefined : 'is-guessed'}
      loading="lazy"
      decoding="async"
      dir="auto"
    />
  );
}

function isSize(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value > 0 && value <= 20_000;
}

function Caption({ named, words, tr }: { named: NamedImage; words: boolean; tr: Translator }): JSX.Element {
  const { image, url } = named;
  const text = image.caption ?? image.alt;
  return (
    <>
      <a href={url} rel="noopener external">
        {tr.t('article.image-at', { host: hostOf(url) })}
      </a>
      {words && text !== undefined && (
        <span class="meta" dir="auto">
          {' '}
          {clipText(text, 200)}
        </span>
      )}
      {words && image.credit !== undefined && (
        <span class="meta" dir="auto">
          {' '}
          ({clipText(image.credit, 100)})
        </span>
      )}
    </>
  );
}
