/** A news agency and how pages of one language sign with its name. */
export interface AgencyNames {
  /** Canonical short name, the same in all languages: `MAP`, `AFP`, `Xinhua`. */
  readonly agency: string;
  /**
   * Spellings, `|` between them, compared after `foldName`. Short ones (`map`, `aps`) count only where an agency signs:
   * alone on a line, in brackets, in a dateline, after "source".
   */
  readonly names: string;
}
