import { agencyNamed } from '../../extract/agency-index.ts';
import type { Article } from '../../model/article.ts';
import type { ChainLink, ChainLinkKind } from '../../model/attribution-chain.ts';
import type { Sourced, Span } from '../../model/evidence.ts';
import { foldName } from '../../text/normalise.ts';
import type { Found } from '../found.ts';
import type { FoundAttribution } from './attribution.ts';

/** A link before its mentions are written. */
export interface FoundLink {
  readonly link: ChainLink;
  readonly spans: readonly Span[];
}

/** Where the page does not say it but looks like it: its address, a layout that is known, its window title. */
const inferences: ReadonlySet<string> = new Set(['profile', 'fingerprint', 'host', 'title', 'own-name']);
const attributionCertainty = 0.9;
/** An agency that the text quotes wrote what is quoted; the rest may be the outlet's own. */
const quotedAgencyCertainty = 0.7;
/** Letters around the word "agency" that are searched for a name, and words that the longest name has. */
const agencyReach = 60;
const longestName = 6;
/** Between the word "agency" and a name beside it there is a blank, a quotation mark, an article at most. */
const widestGap = 3;

/**
 * The hands that a report went through, the farthest first: communiqué, agency, outlet, aggregator. Only hands that the
 * page tells of are links; each has the words that tell it.
 * @param attributions to whom the part of the text that reports the meeting gives its words, in order
 */
export function findChain(article: Article, attributions: readonly Found<FoundAttribution>[]): FoundLink[] {
  const paper = attributions.find(({ value }) => value.channel === 'communique');
  const communique: FoundLink[] =
    paper === undefined
      ? []
      : [
          {
            link: {
              kind: 'communique',
              ...(paper.value.issuer === undefined ? {} : { name: paper.value.issuer }),
              basis: 'explicit',
              reason: paper.value.kind,
              certainty: attributionCertainty,
            },
            spans: [{ start: paper.start, end: paper.end }],
          },
        ];
  const agency = article.agency === undefined ? quotedAgency(article, attributions) : linkOf('agency', article.agency);
  const outlet = article.outlet === undefined ? undefined : linkOf('outlet', article.outlet);
  const aggregator = article.aggregator === undefined ? undefined : linkOf('aggregator', article.aggregator);
  // An agency that prints its own dispatch is one hand.
  const itself = agency !== undefined && outlet !== undefined && isSameHand(agency.link, outlet.link);
  return [...communique, agency, itself ? undefined : outlet, aggregator].filter((link) => link !== undefined);
}

function linkOf(kind: ChainLinkKind, { value, basis, certainty, spans }: Sourced<string>): FoundLink {
  // A line that is known to stand on every dispatch is printed on the page: for agencies a profile only reads it.
  const inferred = inferences.has(basis) && kind !== 'agency';
  return { link: { kind, name: value, basis: inferred ? 'inferred' : 'explicit', reason: basis, certainty }, spans };
}

/** "According to the agency X": named in the sentence, not in the credits. */
function quotedAgency(article: Article, attributions: readonly Found<FoundAttribution>[]): FoundLink | undefined {
  for (const found of attributions) {
    const hit = found.value.kind === 'agency' ? agencyBeside(article.text, found) : undefined;
    if (hit === undefined) continue;
    return {
      link: {
        kind: 'agency',
        name: hit.agency,
        basis: 'explicit',
        reason: 'quoted',
        certainty: quotedAgencyCertainty,
      },
      spans: [hit.span],
    };
  }
  return undefined;
}

/** The longest name of an agency that touches the word "agency". */
function agencyBeside(text: string, word: Span): { readonly agency: string; readonly span: Span } | undefined {
  const from = Math.max(0, word.start - agencyReach);
  const words = [...text.slice(from, word.end + agencyReach).matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
  for (let length = longestName; length > 0; length--) {
    for (let first = 0; first + length <= words.length; first++) {
      const [start, end] = [words[first]?.start ?? 0, words[first + length - 1]?.end ?? 0];
      if (start > word.end + widestGap || end < word.start - widestGap) continue;
      const agency = agencyNamed(text.slice(start, end));
      if (agency !== undefined) return { agency, span: { start, end } };
    }
  }
  return undefined;
}

function isSameHand(agency: ChainLink, outlet: ChainLink): boolean {
  return foldName(agency.name ?? '') === foldName(outlet.name ?? '');
}
