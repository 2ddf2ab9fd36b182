import type { FeedItem } from '../../core/model/feed.ts';

/** A feed of any kind (RSS 0.9–2.0, RDF, Atom, JSON Feed) in one form. */
export interface Feed {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json';
  readonly title?: string;
  /** Page that the feed belongs to. */
  readonly site?: string;
  readonly language?: string;
  /** WebSub: who tells of news, and under which address the feed is known there. */
  readonly hub?: string;
  readonly self?: string;
  /** Minutes that the feed asks to be left alone between two visits. */
  readonly ttlMinutes?: number;
  readonly items: readonly FeedItem[];
  /** The XML was broken: what could be read of it was. */
  readonly broken: boolean;
  /** It holds more items than are read. */
  readonly cut: boolean;
}
