import type { PageOrigin } from './page.ts';

export type Publish = 'full' | 'excerpt' | 'facts';

/** The row that lists show. `published` is EDTF or absent; `sortDay` puts undated articles by their upper bound. */
export interface ArticleRow {
  readonly id: string;
  readonly title: string;
  readonly standfirst?: string;
  readonly language: string;
  readonly outletId?: string;
  readonly outletName?: string;
  readonly agency?: string;
  readonly published?: string;
  readonly sortDay: string;
  readonly url?: string;
  readonly origin: PageOrigin;
  readonly publish: Publish;
  readonly dispatchId?: string;
  readonly storyId?: string;
  readonly meetingIds: readonly string[];
}
