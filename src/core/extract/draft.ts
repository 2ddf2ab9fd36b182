import type { BlockKind, BlockLabel } from '../model/article.ts';
import type { Page } from '../model/page.ts';
import type { RawPage } from '../read/raw-page.ts';
import type { BlockFeatures } from './block-features.ts';
import type { HostMemory } from './host-memory.ts';
import type { OutletProfile } from './outlet-profile.ts';

/** What one step says about one block. */
export interface LabelDecision {
  readonly block: number;
  readonly label: BlockLabel;
  /** 0 to 1. */
  readonly probability: number;
  /** Name of the rule, shown by `--explain`. */
  readonly reason: string;
  readonly kind?: BlockKind;
}

/** A page on its way to an article: steps read it and return decisions, they never change it. */
export interface Draft {
  readonly page: Page;
  readonly raw: RawPage;
  readonly features: readonly BlockFeatures[];
  readonly profile: OutletProfile | undefined;
  /** Where an outlet without an address is looked for. */
  readonly profiles: readonly OutletProfile[];
  /** What other pages of the host look like, where that is known. */
  readonly hostMemory?: HostMemory | undefined;
  /** The text that the feed which led to the page gives for it. */
  readonly feedContent?: string | undefined;
  /** The decision that stands for each block so far. */
  readonly decisions: readonly (LabelDecision | undefined)[];
}

/** The same fields in the same order for all drafts: engines compile what reads them once, not once for each shape. */
export function draftOf(draft: Draft): Draft {
  const { page, raw, features, profile, profiles, hostMemory, feedContent, decisions } = draft;
  return { page, raw, features, profile, profiles, hostMemory, feedContent, decisions };
}

/** One rule of the ordered list. It can be switched off by its name. */
export interface LabelStep {
  readonly name: string;
  readonly format: 'html' | 'text' | 'both';
  readonly run: (draft: Draft) => Iterable<LabelDecision>;
}
