import type { ReportedMeeting } from '../model/record.ts';

/** What grouping needs to know of an article. */
export interface GroupArticle {
  readonly id: string;
  readonly language: string;
  /** The body alone: what the page around it says would make strangers alike. */
  readonly text: string;
  readonly title?: string;
  /** EDTF of the publication. */
  readonly published?: string;
  readonly meetings?: readonly ReportedMeeting[];
}

/** Ids before this run: a group keeps the id that most of its articles had. */
export interface GroupOptions {
  readonly previous?: ReadonlyMap<string, string>;
}
