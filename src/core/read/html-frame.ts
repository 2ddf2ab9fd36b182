import type { ElementKind } from './html-elements.ts';

/** Deeper elements share their parent's frame: a page of 100,000 nested elements costs no more than a flat one. */
export const maxDepth: number = 400;
/** More elements share their parent's frame too. */
export const maxNodes: number = 200_000;
/** An end tag looks for its element only this far up; more would make badly nested pages quadratic. */
export const maxLookUp: number = 60;
/** Longer attribute values are data, not text. */
export const maxAttribute: number = 20_000;
/** A title that is never closed would be the rest of the page. */
export const maxTitle: number = 10_000;

export interface Frame {
  readonly kind: ElementKind;
  readonly node: number;
  readonly zones: number;
  readonly skip: boolean;
  readonly lang: string | undefined;
  /** Characters in the open block when an inline element with zones opened. */
  readonly inlineStart: number;
  /** Blocks closed when it opened. */
  readonly firstBlock: number;
}
