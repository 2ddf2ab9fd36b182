import { type MarkupNames, markupNames } from './markup-names.ts';

const everywhere = 'class id itemprop role hidden style aria-hidden lang datetime';
const wanted = (more: string): ReadonlySet<string> => new Set(`${everywhere} ${more}`.split(' '));
/** Attributes that are read on every element. */
export const wantedAnywhere: ReadonlySet<string> = wanted('');
/** Attributes that are read, by element; reading all would cost more than the rest of the parser. */
export const wantedOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    a: wanted('href'),
    img: wanted('src srcset data-src data-srcset data-original data-lazy-src alt'),
    'amp-img': wanted('src srcset alt'),
    source: wanted('srcset data-srcset'),
    meta: wanted('content property name'),
    link: wanted('rel href'),
    script: wanted('type'),
    iframe: wanted('src'),
    time: wanted('title content'),
    abbr: wanted('title'),
  }),
);
/** All names above. */
export const attributeNames: MarkupNames = markupNames(
  [wantedAnywhere, ...wantedOf.values()].flatMap((names) => [...names]),
);
/** Attribute values of one start tag; the first of a name counts. */
export type Attributes = Readonly<Record<string, string>>;
/** Shared by all tags without a wanted attribute. */
export const noAttributes: Attributes = {};
/** Elements whose values become metadata: there the place of each value counts. */
export const placed: ReadonlySet<string> = new Set(['meta', 'link', 'time', 'abbr']);

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
