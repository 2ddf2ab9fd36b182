import type { Entry } from './entry.ts';
import type { Instrument, OutcomeStrength, OutcomeVerb } from './record-lexicons.ts';

/** Verbs of a language by what they report; the name says where the object stands. */
export interface OutcomeVerbTable {
  readonly agreed: { readonly commitment: readonly string[] };
  /** Promises: agreed when both sides make them. Only where the verb does not show number. */
  readonly promised?: readonly string[];
  /** Whole phrases that say what was agreed themselves. */
  readonly agreedSelf?: readonly string[];
  /** What both sides wish to go on with: agreed in intent. */
  readonly agreedWish?: readonly string[];
  /** The clause before says what: "…, as both agreed". */
  readonly agreedBefore?: readonly string[];
  readonly signedAfter: readonly string[];
  readonly signedBefore: readonly string[];
  readonly createdAfter: readonly string[];
  readonly createdBefore: readonly string[];
  readonly relaunchedAfter: readonly string[];
  readonly relaunchedBefore: readonly string[];
  readonly invitedAfter: readonly string[];
  readonly announcedAfter: readonly string[];
  /** Next steps told as such: "the next session will be held …". */
  readonly announcedSelf?: readonly string[];
  readonly roadmapAfter: readonly string[];
}

/** Turns the table of a language into matcher entries. */
export function outcomeVerbs(table: OutcomeVerbTable): readonly Entry<OutcomeVerb>[] {
  return [
    ...agreedVerbs('commitment', table.agreed.commitment),
    ...entries<OutcomeVerb>(table.promised ?? [], {
      kind: 'agreed',
      strength: 'commitment',
      object: 'after',
      pair: true,
    }),
    ...entries<OutcomeVerb>(table.agreedSelf ?? [], { kind: 'agreed', strength: 'commitment', object: 'self' }),
    ...entries<OutcomeVerb>(table.agreedWish ?? [], { kind: 'agreed', strength: 'intent', object: 'self', pair: true }),
    ...entries<OutcomeVerb>(table.agreedBefore ?? [], { kind: 'agreed', strength: 'commitment', object: 'clause' }),
    ...entries<OutcomeVerb>(table.signedAfter, {
      kind: 'signed',
      strength: 'commitment',
      object: 'after',
      needs: 'instrument',
    }),
    ...entries<OutcomeVerb>(table.signedBefore, {
      kind: 'signed',
      strength: 'commitment',
      object: 'before',
      needs: 'instrument',
    }),
    ...entries<OutcomeVerb>(table.createdAfter, {
      kind: 'created',
      strength: 'commitment',
      object: 'after',
      needs: 'body',
    }),
    ...entries<OutcomeVerb>(table.createdBefore, {
      kind: 'created',
      strength: 'commitment',
      object: 'before',
      needs: 'body',
    }),
    ...entries<OutcomeVerb>(table.relaunchedAfter, {
      kind: 'relaunched',
      strength: 'commitment',
      object: 'after',
      needs: 'shared',
    }),
    ...entries<OutcomeVerb>(table.relaunchedBefore, {
      kind: 'relaunched',
      strength: 'commitment',
      object: 'before',
      needs: 'shared',
    }),
    ...entries<OutcomeVerb>(table.invitedAfter, {
      kind: 'invited',
      strength: 'courtesy',
      object: 'after',
      needs: 'visit',
    }),
    ...entries<OutcomeVerb>(table.announcedAfter, { kind: 'announced', strength: 'intent', object: 'after' }),
    ...entries<OutcomeVerb>(table.announcedSelf ?? [], { kind: 'announced', strength: 'intent', object: 'self' }),
    ...entries<OutcomeVerb>(table.roadmapAfter, { kind: 'roadmap', strength: 'commitment', object: 'after' }),
  ];
}

export function agreedVerbs(strength: OutcomeStrength, patterns: readonly string[]): readonly Entry<OutcomeVerb>[] {
  return entries<OutcomeVerb>(patterns, { kind: 'agreed', strength, object: 'after' });
}

/** Classes of papers to patterns; the second table holds forms that mean exactly two. */
export function instruments(
  table: Readonly<Record<string, readonly string[]>>,
  dual: Readonly<Record<string, readonly string[]>> = {},
): readonly Entry<Instrument>[] {
  return [
    ...Object.entries(table).flatMap(([name, patterns]) => entries(patterns, { class: name })),
    ...Object.entries(dual).flatMap(([name, patterns]) => entries(patterns, { class: name, count: 2 })),
  ];
}

export function numbers(table: Readonly<Record<string, number>>): readonly Entry<number>[] {
  return Object.entries(table).map(([pattern, value]) => ({ pattern, value }));
}

function entries<V>(patterns: readonly string[], value: V): readonly Entry<V>[] {
  return patterns.map((pattern) => ({ pattern, value }));
}
