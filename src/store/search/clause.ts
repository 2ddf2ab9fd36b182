/** One word or one phrase: for each place the terms that may stand there. */
export interface Clause {
  readonly places: readonly (readonly string[])[];
  /** It must stand in the title. */
  readonly title?: boolean;
  /** Not typed: another spelling of a person whom the query names. */
  readonly spelling?: boolean;
}

/** Each phrase with one term in each place, at most `limit` of them. */
export function spellOut(clause: Clause, limit = 48): string[][] {
  let spelled: string[][] = [[]];
  clause.places.forEach((terms, index) => {
    const left = clause.places.length - index;
    // Later places need room too: one term at least for each.
    const room = Math.max(1, Math.floor(limit / spelled.length / (left > 1 ? 2 : 1)));
    spelled = spelled.flatMap((start) => terms.slice(0, room).map((term) => [...start, term]));
  });
  return spelled;
}
