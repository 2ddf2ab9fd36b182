import { type MarkupNames, markupNames } from './markup-names.ts';
import type { NodeNames } from './raw-page.ts';

/** Attribute values of one start tag; the first of a name counts. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** An object with every name that is read, so that all tags of all pages share one shape. */
export function blankAttributes(): Record<string, string | undefined> {
  return {
    class: undefined,
    id: undefined,
    itemprop: undefined,
    role: undefined,
    hidden: undefined,
    style: undefined,
    'aria-hidden': undefined,
    lang: undefined,
    datetime: undefined,
    itemscope: undefined,
    itemtype: undefined,
    property: undefined,
    typeof: undefined,
    content: undefined,
    href: undefined,
    rel: undefined,
    src: undefined,
    srcset: undefined,
    'data-src': undefined,
    'data-srcset': undefined,
    'data-original': undefined,
    'data-lazy-src': undefined,
    'data-lazy': undefined,
    alt: undefined,
    width: undefined,
    height: undefined,
    type: undefined,
    poster: undefined,
    title: undefined,
    'data-videoid': undefined,
    videoid: undefined,
    name: undefined,
  };
}

/** All names above. */
export const attributeNames: MarkupNames = markupNames(Object.keys(blankAttributes()));

const everywhere =
  'class id itemprop role hidden style aria-hidden lang datetime itemscope itemtype property typeof content';
const wanted = (more: string): ReadonlySet<string> => new Set(`${everywhere} ${more}`.split(' '));
/** Attributes that are read on every element. */
export const wantedAnywhere: ReadonlySet<string> = wanted('');
/** Inside of drawings nothing is read. */
export const wantedNowhere: ReadonlySet<string> = new Set();
/** Attributes that are read, by element; reading all would cost more than the rest of the parser. */
export const wantedOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    a: wanted('href rel'),
    img: wanted('src srcset data-src data-srcset data-original data-lazy-src data-lazy alt width height'),
    'amp-img': wanted('src srcset alt width height'),
    source: wanted('src srcset data-srcset data-src type'),
    video: wanted('src poster data-src title'),
    'amp-video': wanted('src poster title'),
    'amp-youtube': wanted('data-videoid title'),
    'lite-youtube': wanted('videoid title'),
    meta: wanted('name'),
    link: wanted('rel href'),
    script: wanted('type'),
    iframe: wanted('src data-src title'),
    time: wanted('title'),
    abbr: wanted('title'),
  }),
);
/** Attributes that make an element part of an item of microdata or RDFa. */
export const itemAttributes: ReadonlySet<string> = new Set(['itemprop', 'itemscope', 'property', 'typeof']);
/** Attributes whose values become metadata: of these the place counts. */
export const placedAttributes: ReadonlySet<string> = new Set(['content', 'href', 'datetime', 'title']);
/** Elements whose values become metadata. */
export const placed: ReadonlySet<string> = new Set(['meta', 'link', 'time', 'abbr', 'span', 'div', 'p', 'i']);

/** What selectors of a profile ask about. */
export function namesOf(attributes: Attributes): NodeNames {
  return {
    id: attributes['id'] ?? '',
    class: attributes['class'] ?? '',
    itemprop: attributes['itemprop'] ?? '',
  };
}

/** Hidden by attribute or by its own style. */
export function isHidden(attributes: Attributes): boolean {
  if (attributes['hidden'] !== undefined && attributes['hidden'] !== 'until-found') return true;
  if (attributes['aria-hidden'] === 'true') return true;
  const style = attributes['style'];
  return style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Address of the widest picture in a `srcset`. */
export function largestOfSrcset(srcset: string | undefined): string | undefined {
  if (!srcset) return undefined;
  let best: string | undefined;
  let bestWidth = -1;
  for (const item of srcset.slice(0, 5000).split(/,\s+/)) {
    const [url, size] = item.trim().split(/\s+/);
    const width = Number.parseFloat(size ?? '0') || 0;
    if (url && width > bestWidth) {
      best = url;
      bestWidth = width;
    }
  }
  return best;
}

/** Microdata, RDFa and the old `abbr` pattern: a date in an attribute of an element that is no `<time>`. */
export function isDated(tag: string, attributes: Attributes): boolean {
  if (tag === 'abbr') return /^\d{4}-\d{2}/.test(attributes['title'] ?? '');
  if (tag === 'meta' || attributes['content'] === undefined) return false;
  return /date|created|issued/i.test(attributes['itemprop'] ?? attributes['property'] ?? '');
}
