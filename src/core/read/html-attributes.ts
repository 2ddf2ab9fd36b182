import { type MarkupNames, markupNames } from './markup-names.ts';
import type { NodeNames } from './raw-page.ts';

const everywhere =
  'class id itemprop role hidden style aria-hidden lang datetime itemscope itemtype property typeof content';
const wanted = (more: string): ReadonlySet<string> => new Set(`${everywhere} ${more}`.split(' '));
/** Attributes that are read on every element. */
export const wantedAnywhere: ReadonlySet<string> = wanted('');
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
    blockquote: wanted('cite'),
  }),
);
/** Attributes that make an element part of an item of microdata or RDFa. */
export const itemAttributes: ReadonlySet<string> = new Set(['itemprop', 'itemscope', 'property', 'typeof']);
/** All names above. */
export const attributeNames: MarkupNames = markupNames([
  ...wantedAnywhere,
  ...[...wantedOf.values()].flatMap((names) => [...names]),
]);
/** Attribute values of one start tag; the first of a name counts. */
export type Attributes = Readonly<Record<string, string>>;
/** Shared by all tags without a wanted attribute. */
export const noAttributes: Attributes = {};
/** Elements whose values become metadata: there the place of each value counts. */
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
