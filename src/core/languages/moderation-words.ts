/** What a moderator should see before others do. Patterns of the matcher; one language's folder holds its own. */
export interface ModerationWords {
  /** Insults and threats. */
  readonly held: readonly string[];
  /** What advertisements say. */
  readonly advertising: readonly string[];
}
