import type { Basis } from '../../model/record.ts';

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
