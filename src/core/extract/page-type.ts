import type { PageType } from '../model/article.ts';
import { zone } from '../read/raw-page.ts';
import type { Draft } from './draft.ts';
import { jsonLdObjects } from './json-ld.ts';
import { metaValue } from './machine-values.ts';

/** Fewer words of body are a note, not an article, unless the page itself says that it is one. */
const shortBody = 18;

/**
 * What kind of page this is, from its structured data, its address and the proportions of its blocks after labelling.
 * An article that is short stays an article; a page of links does not become one by a cookie notice.
 */
export function detectPageType(draft: Draft): PageType {
  const types = new Set(jsonLdObjects(draft.raw).flatMap(({ types }) => types));
  const path = (draft.page.url ?? '').replace(/^[a-z]+:\/\/[^/]*/i, '').toLowerCase();
  const body = bodyShape(draft);
  if (
    types.has('LiveBlogPosting') ||
    (/\/(?:live|directo|en-direct|liveblog|minuto-a-minuto)[/-]/.test(path) && body.times >= 4)
  )
    return 'live-blog';
  if (types.has('DiscussionForumPosting') || types.has('QAPage')) return 'forum';
  const claimed =
    [...types].some((type) => /(?:News|Reportage|Opinion)?Article$|BlogPosting$/.test(type)) ||
    metaValue(draft.raw, ['og:type'])?.value === 'article';
  if (
    body.words < 80 &&
    (types.has('VideoObject') || /\/(?:videos?|watch|tv)\//.test(path)) &&
    draft.raw.videos.length > 0
  )
    return 'video';
  if (
    body.words < 150 &&
    (types.has('ImageGallery') ||
      /\/(?:gallery|galleries|diaporama|galerias?|fotogalerias?|photos|fotos|photostory|slideshow)\//.test(path))
  )
    return 'gallery';
  if (body.items >= 3) return 'several-items';
  if (body.words < (claimed ? 8 : shortBody)) return body.linkLines >= 12 ? 'list' : 'not-an-article';
  if (!claimed && body.words < 120 && body.linkLines >= 40 && body.sentences < 4) return 'list';
  return 'article';
}

interface BodyShape {
  readonly words: number;
  readonly sentences: number;
  /** Lines outside the body that are only a link or a headline of something else. */
  readonly linkLines: number;
  /** Lines that hold a clock time alone. */
  readonly times: number;
  /** Headlines with a publication line or an author of their own. */
  readonly items: number;
}

function bodyShape(draft: Draft): BodyShape {
  let words = 0;
  let sentences = 0;
  let linkLines = 0;
  let times = 0;
  let items = 0;
  for (const [i, features] of draft.features.entries()) {
    const decision = draft.decisions[i];
    const text = draft.raw.blocks[i]?.text ?? '';
    if (decision?.label === 'body') {
      words += features.words;
      sentences += features.sentences;
    } else if (features.words >= 4 && features.linkShare > 0.8) linkLines++;
    else if (draft.raw.format === 'text' && features.words >= 4 && !features.sentenceEnd) linkLines++;
    if (features.words <= 4 && /^\s*\d{1,2}[:h.]\d{2}\b/.test(text)) times++;
    if (decision?.reason === 'publication-line') items++;
    else if (
      features.heading === 1 &&
      features.words >= 4 &&
      (features.zones & zone.article) !== 0 &&
      (features.zones & (zone.related | zone.aside)) === 0 &&
      decision?.label !== 'headline'
    )
      items++;
  }
  return { words, sentences, linkLines, times, items };
}
