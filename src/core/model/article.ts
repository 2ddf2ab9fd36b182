import type { Sourced, Span } from './evidence.ts';
import type { DetectedLanguage, Direction } from './language.ts';
import type { Problem } from './page.ts';

/** What a part of the page was taken for. Blocks are labelled, never deleted. */
export type BlockLabel =
  | 'headline'
  | 'standfirst'
  | 'body'
  | 'dateline'
  | 'byline'
  | 'publication' // "Publié dans X le …", the line with outlet and date
  | 'agency'
  | 'caption'
  | 'credit'
  | 'ticker'
  | 'related'
  | 'comment'
  | 'form'
  | 'poll'
  | 'rating'
  | 'navigation'
  | 'social'
  | 'source-link'
  | 'notice'
  | 'tags'
  | 'advert'
  | 'legal'
  | 'clock'
  | 'video'
  | 'metadata' // address and machine-readable values, appended after the visible text
  | 'other';

/** Structure inside the body; other labels are always `paragraph`. */
export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'list-item' | 'table-row' | 'code' | 'line';

/**
 * One block of the page. `start`/`end` are offsets in the canonical text.
 * `sourceMap` gives runs `[canonicalStart, pageStart, length]`: inside a run, page offset = pageStart + (offset − canonicalStart).
 */
export interface Block extends Span {
  readonly index: number;
  readonly label: BlockLabel;
  readonly kind: BlockKind;
  /** Level of a heading, 1 to 6; depth of a list item, 1 for the outermost list. */
  readonly level?: number;
  /** Cells of a table row, in order, as ranges of the canonical text. */
  readonly cells?: readonly BlockCell[];
  /** 0 to 1: how sure the label is. */
  readonly probability: number;
  /** Name of the rule or model that decided, for `--explain`. */
  readonly reason: string;
  readonly language: DetectedLanguage;
  readonly direction: Direction;
  readonly sourceMap: readonly (readonly [canonicalStart: number, pageStart: number, length: number])[];
}

export interface BlockCell extends Span {
  readonly header?: true;
}

export type PageType =
  | 'article'
  | 'live-blog'
  | 'several-items'
  | 'list'
  | 'gallery'
  | 'video'
  | 'forum'
  | 'not-an-article';

/** A day, or an instant with its zone, as EDTF (`2024-01-19`, `2024-01`, `2024-01-19T14:05:00+01:00`). */
export interface PublishedDate {
  readonly edtf: string;
  readonly precision: 'time' | 'day' | 'month' | 'year';
}

export interface DateCandidate extends Span {
  readonly edtf: string;
  readonly origin: string;
  readonly accepted: boolean;
  /** Why it was taken or refused: `publication-line`, `site-clock`, `copyright`, `comment`, `future`, … */
  readonly reason: string;
}

export interface ArticleImage {
  readonly url: string;
  /** The text for those who cannot see it; not what the page prints under it. */
  readonly alt?: string;
  readonly caption?: string;
  readonly captionSpan?: Span;
  readonly credit?: string;
  readonly creditSpan?: Span;
  /** Where the picture was found: `og:image`, `json-ld`, `page`, `background`. */
  readonly basis?: string;
  /** The picture that the page puts before the article. */
  readonly lead?: true;
  /** In pixels, as the markup gives them. */
  readonly width?: number;
  readonly height?: number;
}

export interface ArticleVideo {
  readonly url: string;
  /** A file that can be played, or the page of a player. */
  readonly kind: 'file' | 'embed';
  /** Whose player it is, as a host. */
  readonly provider?: string;
  readonly title?: string;
  readonly poster?: string;
  readonly basis: string;
}

/** A post of a social network inside the article; its text is labelled `social`. */
export interface ArticleEmbed {
  readonly url: string;
  readonly provider: string;
  readonly span?: Span;
}

/**
 * One of several things that a page holds: an entry of a live blog, an item of a page with several, a line of a list. Its
 * span covers whole blocks of the canonical text; items stand in the order of the page and never overlap.
 */
export interface ArticleItem extends Span {
  readonly title?: Sourced<string>;
  readonly published?: Sourced<PublishedDate>;
  readonly url?: string;
}

export interface ArticleLink extends Span {
  readonly url: string;
}

/** What is left when the page is gone: labelled text and metadata, each value with its evidence. */
export interface Article {
  readonly id: string;
  /** Names the immutable canonical text: page hash and extractor version. */
  readonly textVersion: string;
  /** The words were given up, to keep to what the outlet allows: blanks stand for all but these spans. */
  readonly dropped?: { readonly at: string; readonly kept: readonly Span[] };
  /** Canonical text: all blocks in page order, joined by one newline, then the `metadata` blocks. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pageType: PageType;
  readonly url?: string;
  readonly title?: Sourced<string>;
  readonly standfirst?: Sourced<string>;
  readonly authors: readonly Sourced<string>[];
  /** Who publishes; on an aggregator's page the original outlet. */
  readonly outlet?: Sourced<string>;
  /** Who republishes whole pages of others. */
  readonly aggregator?: Sourced<string>;
  /** Who wrote the dispatch, canonical short name (MAP, AFP, EFE, Xinhua …). */
  readonly agency?: Sourced<string>;
  readonly published?: Sourced<PublishedDate>;
  readonly modified?: Sourced<PublishedDate>;
  /** Upper bound for the unknown day of publication (site clock, day of the save), ISO day. */
  readonly notLaterThan?: Sourced<string>;
  readonly dateCandidates: readonly DateCandidate[];
  readonly language: Sourced<DetectedLanguage>;
  readonly images: readonly ArticleImage[];
  /** Absent when there is none. */
  readonly videos?: readonly ArticleVideo[];
  /** Absent when there is none. */
  readonly embeds?: readonly ArticleEmbed[];
  /** What a live blog, a list or a page with several items holds; absent elsewhere. */
  readonly items?: readonly ArticleItem[];
  readonly links: readonly ArticleLink[];
  readonly section?: Sourced<string>;
  readonly tags: readonly Sourced<string>[];
  readonly canonicalUrl?: string;
  readonly problems: readonly Problem[];
}
