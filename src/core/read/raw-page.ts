import type { BlockKind } from '../model/article.ts';
import type { Span } from '../model/evidence.ts';

/**
 * What the elements around a block say about it: tag names, roles, and the vocabulary of class and id attributes.
 * One bit each (hexadecimal), so that a block's ancestors fold into one number.
 */
export const zone = {
  navigation: 0x1,
  header: 0x2,
  footer: 0x4,
  aside: 0x8,
  form: 0x10,
  figure: 0x20,
  article: 0x40,
  main: 0x80,
  hidden: 0x100,
  related: 0x200,
  share: 0x400,
  comments: 0x800,
  caption: 0x1000,
  credit: 0x2000,
  byline: 0x4000,
  date: 0x8000,
  tags: 0x10000,
  promo: 0x20000,
  breadcrumb: 0x40000,
  ticker: 0x80000,
  legal: 0x100000,
  poll: 0x200000,
  advert: 0x400000,
  standfirst: 0x800000,
  articleBody: 0x1000000,
  headline: 0x2000000,
  quote: 0x4000000,
  table: 0x8000000,
  embed: 0x10000000,
  noscript: 0x20000000,
  video: 0x40000000,
} as const;

/** A run of block text that stands unchanged in the page: `[textStart, pageStart, length]`. */
export type SourceRun = readonly [textStart: number, pageStart: number, length: number];

export interface RawLink {
  /** Offsets in the block's text. */
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** A paragraph, heading, cell or line of a page before anyone has said what it is. */
export interface RawBlock {
  readonly text: string;
  readonly runs: readonly SourceRun[];
  /** Page offset of the first character. */
  readonly pageStart: number;
  readonly kind: BlockKind;
  /** Element that holds it (`p`, `h1`, `li`, `td` …), `line` or `segment` in a text dump. */
  readonly tag: string;
  /** Index of the holding element in `RawPage.nodes`; −1 in a text dump. */
  readonly node: number;
  /** Zones given by inline elements that cover most of the block. */
  readonly inlineZones: number;
  readonly linkChars: number;
  readonly links: readonly RawLink[];
  /** Parts inside elements that name an author (`rel=author`, microdata, byline classes); not given when there is none. */
  readonly bylines?: readonly Span[] | undefined;
  /** Text dumps: empty lines before the block. */
  readonly gapBefore: number;
  /** Text dumps: number of segments that its line was split into, 1 for a whole line. */
  readonly segments: number;
  /** `lang` attribute nearest to the block. */
  readonly lang?: string | undefined;
  /** The text is no part of the page: it came with the feed that led to it. */
  readonly fromFeed?: true;
  /** A row of a table: its cells in order, as ranges of the text. */
  readonly cells?: readonly RawCell[];
}

export interface RawCell {
  readonly start: number;
  readonly end: number;
  readonly header?: true;
}

/** An element that holds blocks. Parents come before children. */
export interface RawNode {
  readonly parent: number;
  readonly tag: string;
  /** Own zones by tag, role and microdata. */
  readonly zones: number;
  /** Own zones by class and id words: weaker, dropped when the element holds most of the page's prose. */
  readonly classZones: number;
  /** The class attribute as it stands, absent when empty. */
  readonly classes?: string | undefined;
  /** Kept only for a profile that asks about elements. */
  readonly names?: NodeNames | undefined;
}

/** What a selector may ask of an element. */
export interface NodeNames {
  readonly id: string;
  readonly class: string;
  readonly itemprop: string;
}

/** A machine-readable value with its place in the page, `end` exclusive. */
export interface RawValue {
  readonly key: string;
  readonly value: string;
  readonly pageStart: number;
  readonly pageEnd: number;
}

export interface RawTime {
  readonly value: string;
  /** Index of the block that the element stands in or before. */
  readonly block: number;
  readonly node: number;
  readonly itemprop: string;
  readonly classWords: string;
  readonly pageStart: number;
  readonly pageEnd: number;
}

export interface RawImage {
  readonly url: string;
  readonly alt?: string;
  /** Index of the block that the element stands in or before. */
  readonly block: number;
  readonly node: number;
  /** As the markup gives them, in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Class of the element itself, lower case. */
  readonly classWords?: string;
  /** Background of an element: decoration, unless the element is called a picture. */
  readonly background?: true;
}

export interface RawVideo {
  readonly url: string;
  readonly kind: 'file' | 'embed';
  /** Whose player it is, as a host: `youtube.com`. */
  readonly provider?: string;
  readonly title?: string;
  readonly poster?: string;
  readonly block: number;
  readonly node: number;
}

/** An element with `itemscope` or `typeof`: its types, and its properties as text, addresses or further items. */
export interface RawItem {
  readonly types: readonly string[];
  readonly fields: Readonly<Record<string, readonly (string | RawItem)[]>>;
  readonly node: number;
  readonly pageStart: number;
  readonly pageEnd: number;
}

/** A page taken apart in one pass: blocks in page order and everything machine-readable beside them. */
export interface RawPage {
  readonly format: 'html' | 'text';
  readonly blocks: readonly RawBlock[];
  readonly nodes: readonly RawNode[];
  /** `<title>`. */
  readonly documentTitle?: RawValue | undefined;
  readonly metas: readonly RawValue[];
  /** Raw text of `application/ld+json` scripts, `value` trimmed. */
  readonly jsonLd: readonly RawValue[];
  readonly times: readonly RawTime[];
  readonly images: readonly RawImage[];
  readonly canonicalUrl?: RawValue | undefined;
  readonly htmlLang?: string | undefined;
  readonly videos: readonly RawVideo[];
  /** Microdata and RDFa, outermost items only. */
  readonly items: readonly RawItem[];
  readonly truncated: boolean;
  /** The page has more text than is read; the rest was left out. */
  readonly textCut?: boolean | undefined;
}

/** The same fields in the same order for all pages: engines compile what reads them once, not once for each shape. */
export function uniformPage(raw: RawPage): RawPage {
  return {
    format: raw.format,
    blocks: raw.blocks,
    nodes: raw.nodes,
    documentTitle: raw.documentTitle,
    metas: raw.metas,
    jsonLd: raw.jsonLd,
    times: raw.times,
    images: raw.images,
    canonicalUrl: raw.canonicalUrl,
    htmlLang: raw.htmlLang,
    videos: raw.videos,
    items: raw.items,
    truncated: raw.truncated,
    textCut: raw.textCut,
  };
}

/** A text dump has blocks and nothing else. */
export const emptyRawPage: RawPage = {
  format: 'text',
  blocks: [],
  nodes: [],
  metas: [],
  jsonLd: [],
  times: [],
  images: [],
  videos: [],
  items: [],
  truncated: false,
};
