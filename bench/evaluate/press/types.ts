/** One line of `gold.jsonl`. */
export interface GoldPage {
  readonly id: string;
  readonly lang: string;
  /** `meeting` or `distractor`. */
  readonly kind: string;
  readonly dispatch_group?: string;
  readonly story?: string;
  readonly origin?: string;
  readonly article: GoldArticle;
  readonly events: readonly GoldEvent[];
}

export interface GoldArticle {
  readonly title?: string | null;
  readonly published?: string | null;
  readonly published_month?: string | null;
  /** Range of the page text; null on a page without article. */
  readonly body_span?: readonly [number, number] | null;
  readonly body_exclude?: readonly string[];
}

export interface GoldParticipant {
  readonly name: string;
  readonly as_written?: string;
  readonly country?: string | null;
  readonly minor?: boolean;
}

export interface GoldEvent {
  readonly main?: boolean;
  readonly type: string;
  readonly date?: string | null;
  readonly place?: string | null;
  readonly place_as_written?: string;
  readonly countries: readonly string[];
  readonly participants: readonly GoldParticipant[];
  readonly topics: readonly string[];
  readonly outcomes: readonly { readonly kind: string; readonly what?: string }[];
  readonly status: string;
}

export interface PredictedEvent {
  readonly type?: string;
  readonly date?: string | null;
  readonly place?: string | null;
  readonly country_of_place?: string | null;
  readonly countries?: readonly string[];
  readonly participants?: readonly { readonly name?: string | null; readonly country?: string | null }[];
  readonly topics?: readonly string[];
  readonly outcomes?: readonly (string | { readonly kind?: string; readonly what?: string })[];
  readonly status?: string;
}

/** One line of a predictions file: the answer of the system for one page. */
export interface Prediction {
  readonly id: string;
  readonly title?: string | null;
  /** ISO day. */
  readonly published?: string | null;
  readonly lang?: string;
  readonly body?: string;
  /** Labels of the system's own choosing, equal for pages that it groups. */
  readonly dispatch?: string;
  readonly story?: string;
  readonly events?: readonly PredictedEvent[];
}

/** A page as the system may see it. */
export interface PressPage {
  readonly id: string;
  readonly url?: string;
  readonly text: string;
}
