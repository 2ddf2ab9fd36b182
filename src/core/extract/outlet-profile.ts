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
  /** A page that shows what the profile is for: its file name beside the profile, or the address of one. */
  readonly examplePage?: string;
  /** Rules that win over everything else, in order; the first that fits a block decides. */
  readonly blockRules?: readonly BlockRule[];
  /**
   * Elements that hold the body, as selectors (see `BlockRule.within`). Where a page has one of them, nothing outside is
   * body and prose inside is; a page without any is read as if this were not said, since outlets change their templates.
   */
  readonly bodyWithin?: readonly string[];
}

/** Labels blocks outright. All conditions that are given must hold. */
export interface BlockRule {
  readonly label: BlockLabel;
  /** The block's text begins like this. */
  readonly startsWith?: string;
  /** A regular expression for the block's text, tried on its first 2,000 characters. */
  readonly matches?: string;
  /**
   * The block stands in such an element: `aside`, `.share`, `#top`, `div.box[itemprop=author]`, `[class*=promo]`, several
   * after a space (one inside the other) or a comma (either). Only elements that make blocks are seen, no `span` or `a`.
   */
  readonly within?: string;
}

/** Whether reading a page for this profile must keep the names of its elements. */
export function usesSelectors(profile: OutletProfile | undefined): boolean {
  return (
    profile !== undefined &&
    ((profile.bodyWithin?.length ?? 0) > 0 || profile.blockRules?.some(({ within }) => within !== undefined) === true)
  );
}
