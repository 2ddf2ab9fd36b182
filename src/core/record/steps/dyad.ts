import type { Basis } from '../../model/record.ts';

/** What the article says as a whole about which two countries it speaks of. */
export interface Dyad {
  /** Both countries when headline or lead names exactly two, or a compound adjective does. */
  readonly pair?: readonly [string, string];
  /** The text joins the two itself ("India and Egypt", "maroco-espagnol"); else they are only the two that it names first. */
  readonly joined?: boolean;
  readonly basis: Basis;
  /** Countries by how often the article names them, most often first. */
  readonly counts: readonly (readonly [code: string, count: number])[];
}
