import type { Evidence } from './evidence.ts';

/** Who handed a report on: the communiqué that it tells, the agency that wired it, the outlet, whoever republished it. */
export type ChainLinkKind = 'communique' | 'agency' | 'outlet' | 'aggregator';

/** One hand that a report went through. */
export interface ChainLink {
  readonly kind: ChainLinkKind;
  /** As written, or the short name of an agency; absent when a communiqué is told and nobody says whose. */
  readonly name?: string;
  /** `explicit`: the page says so; `inferred`: its address, its looks or another copy of the text do. */
  readonly basis: 'explicit' | 'inferred';
  /** What says so: `communique`, `statement`, `dateline`, `signature`, `host`, `other-copy` … */
  readonly reason: string;
  /** 0 to 1. */
  readonly certainty: number;
}

/** As one article tells it. */
export interface ReportedChainLink extends ChainLink {
  readonly mentions: readonly string[];
}

/** As the record keeps it: what was inferred from another copy has its evidence there. */
export interface FusedChainLink extends ChainLink {
  readonly evidence: readonly Evidence[];
}
