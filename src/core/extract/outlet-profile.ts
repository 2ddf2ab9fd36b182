import type { BlockLabel } from '../model/article.ts';
import type { DetectedLanguage } from '../model/language.ts';
import type { CountryCode } from '../model/record.ts';

/** What is known about an outlet before its page is read. Data, found by host. */
export interface OutletProfile {
  readonly name: string;
  /** Hosts without `www.`; a profile also holds for subdomains. */
  readonly hosts: readonly string[];
  readonly languages: readonly DetectedLanguage[];
  readonly homeCountry?: CountryCode;
  /** Republishes whole pages of other outlets, which its pages name. */
  readonly aggregator?: boolean;
  /** How the outlet's pages look as text, folded as `foldName` does: recognises a dump without an address. */
  readonly fingerprints?: readonly string[];
  /** Names that only the outlet gives to its own programmes; met beside the article they name the outlet of a dump. */
  readonly ownNames?: readonly string[];
  /** Closing words by which the outlet signs for an agency, e.g. `aldar map`, with the agency's short name. */
  readonly agencyHabits?: readonly { readonly line: string; readonly agency: string }[];
  readonly examplePage?: string;
  /** Rules that win over everything else, in order. */
  readonly blockRules?: readonly BlockRule[];
}

export interface BlockRule {
  readonly label: BlockLabel;
  /** The block's text begins like this. */
  readonly startsWith?: string;
  /** A regular expression for the block's text, tried on its first 2,000 characters. */
  readonly matches?: string;
}
