/** Where a page came from decides whether it may be shown in full (see `publish`). */
export type PageOrigin = 'sample' | 'import' | 'collect';

export interface NewPage {
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly format?: 'html' | 'text';
  readonly url?: string;
  /** File name or item id, shown when there is no address. */
  readonly name?: string;
  readonly origin: PageOrigin;
  /** ISO instant. */
  readonly savedAt: string;
  /** Address by which a source named it: what the source says of it is known from the moment that the page is there. */
  readonly item?: string;
}

export interface StoredPage extends Omit<NewPage, 'bytes' | 'item'> {
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  readonly articleId: string;
  readonly size: number;
  /** 1 for the first version of the article. */
  readonly version: number;
}
