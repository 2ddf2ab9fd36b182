import type { Basis, Outcome, Statement } from '../../model/record.ts';

/** How sure a claim is at first, by its basis. Several sources raise it later. */
export const CERTAINTY: Readonly<Record<Basis, number>> = {
  explicit: 0.9,
  counterpart: 0.8,
  apposition: 0.85,
  register: 0.7,
  dyad: 0.7,
  issuer: 0.6,
  weekday: 0.8,
  relative: 0.8,
  dateline: 0.6,
  publication: 0.5,
  'inferred-home': 0.5,
  editor: 1,
};

/** A paper or a body is named, or it is not; what is agreed in words is said more loosely, intent and courtesy more so. */
export function certaintyOfOutcome({ kind, instrument, strength }: Omit<Outcome, 'mentions'>): number {
  if (strength === 'courtesy') return 0.6;
  if (strength === 'intent' && kind !== 'signed') return 0.7;
  return instrument !== undefined || kind === 'created' || kind === 'relaunched' ? 0.9 : 0.85;
}

/** Words between quotation marks are the speaker's; reported speech may be shortened. */
export function certaintyOfStatement({ direct }: Pick<Statement, 'direct'>): number {
  return direct ? 0.9 : 0.8;
}
