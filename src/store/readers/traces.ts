/** What an account left on the site, for its owner. */
export interface OwnTraces {
  readonly ratings: readonly { readonly articleId: string; readonly stars: number; readonly at: string }[];
  readonly comments: readonly {
    readonly id: string;
    readonly articleId: string;
    readonly text: string;
    readonly state: string;
    readonly at: string;
  }[];
  readonly imageReports: readonly {
    readonly address: string;
    readonly reason: string;
    readonly note: string;
    readonly at: string;
  }[];
  readonly votes: readonly { readonly poll: string; readonly choice: number; readonly at: string }[];
  readonly saved: readonly { readonly articleId: string; readonly at: string }[];
}
