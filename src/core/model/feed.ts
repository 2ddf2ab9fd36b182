/** An item of a feed (RSS, Atom, JSON Feed) as its reader found it: every field is a claim of the outlet. */
export interface FeedItem {
  readonly title?: string;
  readonly link?: string;
  readonly authors?: readonly string[];
  /** As the feed writes it: RFC 822 or ISO 8601. */
  readonly published?: string;
  readonly modified?: string;
  /** The text that the feed carries: a fragment of HTML, or plain text with line breaks. */
  readonly content?: string;
  /** Forces how the content is read; without it the content decides. */
  readonly contentType?: 'html' | 'text';
  /** Name of the feed, when it is the outlet's. */
  readonly outlet?: string;
  readonly language?: string;
}
