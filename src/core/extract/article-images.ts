import type { ArticleImage, PageType } from '../model/article.ts';
import { pictureKey } from '../read/html-media.ts';
import { type RawImage, zone } from '../read/raw-page.ts';
import { absoluteUrl } from './absolute-url.ts';
import type { CanonicalText } from './canonical-text.ts';
import { splitCaption } from './caption-credit.ts';
import type { Draft } from './draft.ts';
import { articleObjects, stringsAt } from './json-ld.ts';
import { metaValue } from './machine-values.ts';

/** Where pictures of other things stand. */
const elsewhere =
  zone.navigation |
  zone.footer |
  zone.related |
  zone.comments |
  zone.promo |
  zone.advert |
  zone.byline |
  zone.share |
  zone.breadcrumb |
  zone.ticker |
  zone.aside;

/** An article shows few pictures, a gallery many. */
const most = { article: 30, gallery: 200 } as const;

/** A small picture is a sign, not a photograph. */
const leastSide = 90;
/** An address that gives a smaller size is that of a teaser. */
const smallThumbnail = 200;

/**
 * The pictures of the article, the lead first: the one that the metadata names, else the first of the page. Captions and
 * credits come from what the page prints with the picture, with their place; the alternative text stays apart.
 */
export function findImages(draft: Draft, canonical: CanonicalText, pageType: PageType): readonly ArticleImage[] {
  const base = draft.page.url;
  const found: ArticleImage[] = [];
  const known = new Map<string, number>();
  const taken = new Set<number>();
  for (const { url, basis } of machineImages(draft)) {
    const address = absoluteUrl(url, base);
    // Sites without a picture of the article name their own sign.
    if (!address || isSign(address) || known.has(pictureKey(address))) continue;
    known.set(pictureKey(address), found.length);
    found.push({ url: address, basis });
    break;
  }
  const limit = pageType === 'gallery' ? most.gallery : most.article;
  for (const image of imagesInPlace(draft, pageType)) {
    if (found.length >= limit) break;
    const url = absoluteUrl(image.url, base);
    if (!url) continue;
    const printed = printedWith(draft, canonical, image, taken);
    if (isFurniture(image, printed.caption !== undefined)) continue;
    const { width, height, alt } = image;
    const own = {
      ...(alt ? { alt } : {}),
      ...printed,
      ...(width ? { width } : {}),
      ...(height ? { height } : {}),
    };
    const at = known.get(pictureKey(url));
    if (at !== undefined) {
      // The same picture again: what was not known of it yet.
      found[at] = { ...own, ...(found[at] as ArticleImage) };
      continue;
    }
    known.set(pictureKey(url), found.length);
    found.push({ url, ...own, basis: image.background ? 'background' : 'page' });
  }
  const [lead, ...others] = found;
  return lead ? [{ ...lead, lead: true }, ...others] : [];
}

/** Pictures that the metadata names, most trusted first. */
function machineImages({ raw }: Draft): readonly { readonly url: string; readonly basis: string }[] {
  const meta = metaValue(raw, [
    'og:image',
    'og:image:url',
    'og:image:secure_url',
    'twitter:image',
    'twitter:image:src',
  ]);
  return [
    ...(meta ? [{ url: meta.value, basis: meta.key }] : []),
    ...articleObjects(raw).flatMap((object) =>
      [...stringsAt(object, 'image'), ...stringsAt(object, 'thumbnailUrl')].map((url) => ({
        url,
        basis: object.origin,
      })),
    ),
  ];
}

/** Pictures between the headline and the end of the body, or near them; in a gallery all outside of the furniture. */
function imagesInPlace(draft: Draft, pageType: PageType): readonly RawImage[] {
  const { raw, decisions } = draft;
  const labels = decisions.map((decision) => decision?.label);
  const head = labels.indexOf('headline');
  const firstBody = labels.indexOf('body');
  const first = head >= 0 && firstBody >= 0 ? Math.min(head, firstBody) : Math.max(head, firstBody);
  const last = Math.max(labels.lastIndexOf('body'), head);
  return raw.images.filter((image) => {
    if (standsElsewhere(draft, image.node, head)) return false;
    if (image.background && !isCalledPicture(draft, image)) return false;
    if (pageType === 'gallery') return image.block >= head;
    return image.block >= first - 2 && image.block <= last + 2;
  });
}

/** Whether an element around the picture is furniture. A header is, unless it is the article's own. */
function standsElsewhere(draft: Draft, from: number, head: number): boolean {
  const { nodes, blocks } = draft.raw;
  const headline = blocks[head]?.node ?? 0;
  let header = false;
  for (let node = from; node > 0; node = nodes[node]?.parent ?? -1) {
    const own = nodes[node];
    if (!own || own.tag === 'article' || own.tag === 'main') return false;
    const zones = own.zones | own.classZones;
    if ((zones & elsewhere) !== 0) return true;
    if ((zones & zone.articleBody) !== 0) return false;
    header ||= (zones & zone.header) !== 0 && !isWithin(draft, headline, node);
  }
  return header;
}

function isCalledPicture({ raw }: Draft, { node, classWords = '' }: RawImage): boolean {
  return (
    /(?:^|[\s_-])(?:hero|lead|featured?|cover|main|article|post|entry|story)[\w-]{0,20}(?:image|img|photo|picture|media|thumb)|(?:image|photo|picture)[\w-]{0,12}(?:hero|lead|main|cover)|(?:^|[\s_-])(?:hero|figure)(?:$|[\s_-])/.test(
      classWords,
    ) || raw.nodes[node]?.tag === 'figure'
  );
}

/** The site's own sign, a placeholder or a button, by the words of the address. */
function isSign(url: string): boolean {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  return (
    /(?:^|[/_.-])(?:logos?|icons?|favicon|sprites?|avatars?|gravatar|emojis?|smil(?:ey|ies)|badges?|buttons?|btn|default|placeholder|no-?image|share|og-?image|pixel|loader)(?:[_.-][^/]{0,30})?\.(?:png|jpe?g|gif|svg|webp|ico|avif)$/i.test(
      path,
    ) ||
    /\.(?:svg|ico)$/i.test(path) ||
    /\/(?:avatars?|icons?|logos?|emojis?|smilies|gravatar)\//i.test(path)
  );
}

/** What no reader takes for a picture of the article: signs, heads of authors, counters. */
function isFurniture({ url, width, height, classWords = '' }: RawImage, hasCaption: boolean): boolean {
  if ((width !== undefined && width <= 3) || (height !== undefined && height <= 3)) return true;
  if (hasCaption) return false;
  const named = /(?:^|[^\d])(\d{2,4})x(\d{2,4})(?:[^\d]|$)/.exec(url);
  if (named && Math.max(Number(named[1]), Number(named[2])) < smallThumbnail) return true;
  const larger = Math.max(width ?? 0, height ?? 0);
  if (
    larger > 0 &&
    larger < leastSide &&
    (width === undefined || height === undefined || Math.min(width, height) < leastSide)
  )
    return true;
  if (
    /(?:^|[\s_-])(?:avatar|gravatar|logo|icon|emoji|smiley|wp-smiley|author|byline|pixel|tracking|badge)(?:$|[\s_-])/.test(
      classWords,
    )
  )
    return true;
  return (
    isSign(url) ||
    /gravatar\.com|doubleclick\.net|scorecardresearch|facebook\.com\/tr|google-analytics|\/(?:pixel|beacon|track(?:er|ing)?|counter|stats?|ads?|banners?)(?:[/.?]|$)/i.test(
      url,
    )
  );
}

type Printed = Pick<ArticleImage, 'caption' | 'captionSpan' | 'credit' | 'creditSpan'>;

/** Caption and credit that the page prints with a picture; each block belongs to one picture. */
function printedWith(draft: Draft, canonical: CanonicalText, image: RawImage, taken: Set<number>): Printed {
  let printed: Printed = {};
  for (const block of blocksWith(draft, image)) {
    if (taken.has(block)) continue;
    const text = draft.raw.blocks[block]?.text ?? '';
    const isCredit =
      draft.decisions[block]?.label === 'credit' || ((draft.features[block]?.zones ?? 0) & zone.credit) !== 0;
    const { caption, credit } = isCredit ? creditAlone(text) : splitCaption(text);
    if ((caption && printed.caption !== undefined) || (credit && printed.credit !== undefined && !caption)) continue;
    taken.add(block);
    if (caption)
      printed = {
        ...printed,
        caption: text.slice(caption.start, caption.end),
        captionSpan: canonical.span(block, caption.start, caption.end),
      };
    if (credit && printed.credit === undefined)
      printed = {
        ...printed,
        credit: text.slice(credit.start, credit.end),
        creditSpan: canonical.span(block, credit.start, credit.end),
      };
  }
  return printed;
}

/** A line that the page itself calls a credit. */
function creditAlone(text: string): ReturnType<typeof splitCaption> {
  const { credit } = splitCaption(text);
  if (credit) return { credit };
  // A class may cover caption and credit together.
  return text.length > 110 ? { caption: { start: 0, end: text.length } } : { credit: { start: 0, end: text.length } };
}

/** Blocks that may speak of the picture: those of its figure, else the captions right after it, else right before it. */
function blocksWith(draft: Draft, { node, block }: RawImage): readonly number[] {
  const zonesOf = (index: number): number => draft.features[index]?.zones ?? 0;
  const isOf = (index: number): boolean => {
    const label = draft.decisions[index]?.label;
    return label === 'caption' || label === 'credit' || (zonesOf(index) & (zone.caption | zone.credit)) !== 0;
  };
  const figure = figureOf(draft, node);
  if (figure >= 0) {
    const inside: number[] = [];
    for (let i = Math.max(0, block - 3); i < Math.min(draft.raw.blocks.length, block + 12); i++) {
      const own = draft.raw.blocks[i];
      if (!own || !isWithin(draft, own.node, figure)) continue;
      if (isOf(i)) inside.push(i);
    }
    // First what follows the picture: several pictures may share one frame.
    if (inside.length > 0) return inside.sort((a, b) => Number(a < block) - Number(b < block) || a - b);
  }
  const after = [block, block + 1].filter(isOf);
  if (after.length > 0) return after;
  return isOf(block - 1) && (draft.raw.blocks[block - 1]?.text.length ?? 0) > 3 ? [block - 1] : [];
}

/** The nearest figure, or box that a class calls one. */
function figureOf({ raw }: Draft, from: number): number {
  for (let node = from, steps = 0; node > 0 && steps < 6; node = raw.nodes[node]?.parent ?? -1, steps++) {
    const own = raw.nodes[node];
    if (own && (own.tag === 'figure' || ((own.zones | own.classZones) & (zone.figure | zone.caption)) !== 0))
      return node;
  }
  return -1;
}

function isWithin({ raw }: Draft, from: number, holder: number): boolean {
  let node = from;
  while (node > holder) node = raw.nodes[node]?.parent ?? -1;
  return node === holder;
}
