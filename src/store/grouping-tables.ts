/** What grouping keeps of an article, so that its text is not read again. `day` and `bound` count from 1970. */
export interface GroupPrints {
  readonly article_id: string;
  readonly day: number;
  /** How the day is known: `GroupDayBasis`. */
  readonly basis: string;
  /** The day by which the article was there. */
  readonly bound: number;
  /** Of both prints and what else is said of the article: equal ones are not written again. */
  readonly digest: string;
  readonly dispatch: Uint8Array;
  readonly story: Uint8Array;
  /** Indexes of the meetings that are its news, JSON. */
  readonly main_reports: string;
  /** The article that founded its dispatch, and the one that founded its story on that day. */
  readonly root: string | null;
  readonly founder: string | null;
}

/** Fingerprints by which an article without a day finds texts like it. */
export interface GroupMarks {
  readonly mark: number;
  readonly article_id: string;
}

/** What a day left for the next: stories that may still grow, JSON. */
export interface GroupDays {
  readonly day: number;
  readonly open_stories: string;
}

export interface StoryMerges {
  readonly day: number;
  readonly founder: string;
  readonly into_founder: string;
}

/** What the record says of articles: those with one link are one story. */
export interface StoryLinkRows {
  readonly link: string;
  readonly article_id: string;
}

/** Days whose dispatches or stories have to be found again. */
export interface GroupDaysDue {
  readonly step: string;
  readonly day: number;
}

/** Articles whose day, dispatch or story has to be found again. */
export interface GroupArticlesDue {
  readonly step: string;
  readonly article_id: string;
}

/** What fusion must know of each article to find the reports that a new one can touch, without reading its record. */
export interface FusionIndex {
  readonly article_id: string;
  readonly data: string;
}

/** Under what a report or a meeting is found by fusion; days count from 1970, far ones stand for open ends. */
export interface FusionKeys {
  readonly look_up: string;
  readonly first_day: number;
  readonly last_day: number;
  /** Article or meeting. */
  readonly owner: string;
  readonly report: string;
}

/** What was seen of each spelling of a name in an office, added up. */
export interface FusionSpellings {
  readonly spelling: string;
  /** `?` where names are asked for whose country the article does not say. */
  readonly country: string;
  readonly role_code: string;
  readonly known: number;
  readonly data: string;
}

/** Articles whose record, group or absence the fused layer does not know yet. */
export interface FusionPending {
  readonly article_id: string;
}
