/** What the generator writes one language with: own sentences about invented people. `{slots}` are filled in. */
export interface PressWords {
  readonly language: 'fr' | 'en' | 'es' | 'ar';
  readonly firstNames: readonly string[];
  /** Family names are put together from these. */
  readonly nameStarts: readonly string[];
  readonly nameEnds: readonly string[];
  readonly cities: readonly string[];
  readonly topics: readonly string[];
  readonly bodies: readonly string[];
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  /** `{day} {month}`, the way the language puts them. */
  readonly date: string;
  readonly headlines: readonly string[];
  /** Sentences of reports. */
  readonly news: readonly string[];
  /** Parts of sentences that no two reports put together alike. */
  readonly things: readonly string[];
  readonly actions: readonly string[];
  readonly ties: readonly string[];
  /** Whole communiqués by template: the first sentence says who, the others are said every time. */
  readonly communiques: readonly (readonly string[])[];
  /** The same news in other words: an outlet's own first sentence. */
  readonly ledes: readonly string[];
  /** Words that an editor puts in. */
  readonly fillers: readonly string[];
}

export function listOf(text: string, separator = ' '): readonly string[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
