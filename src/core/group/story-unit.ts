import type { StoryPrint, TermList } from './story-print.ts';
import { sharedTerms, type TermFrequencies } from './term-frequencies.ts';

/** Sum of the weighted terms of some texts, each of length 1. */
export interface TermSum {
  readonly terms: Map<number, number>;
  texts: number;
  /** Square of the length of the sum. */
  square: number;
}

/** Texts that are one story so far. */
export interface StoryUnit {
  /** Article that names the story. */
  readonly founder: string;
  readonly prints: StoryPrint[];
  readonly byLanguage: Map<string, TermSum>;
  readonly shared: TermSum;
  /** Hours; undefined while no member has a day. */
  span: { readonly from: number; readonly to: number } | undefined;
  /** How many words of its own a member has, on average. */
  size: number;
  /** Marks of the editors' decisions: `x+` never meets `x-`. */
  readonly tags: ReadonlySet<string>;
  readonly meetings: ReadonlySet<string>;
}

export function vectorOf(list: TermList, language: string, frequencies: TermFrequencies): Map<number, number> {
  const vector = new Map<number, number>();
  let square = 0;
  for (const [at, id] of list.ids.entries()) {
    const value = (list.weights[at] ?? 0) * frequencies.rarity(id, language);
    vector.set(id, value);
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  for (const [id, value] of vector) vector.set(id, value / length);
  return vector;
}

export function unitOf(
  founder: string,
  prints: readonly StoryPrint[],
  frequencies: TermFrequencies,
  marks: { readonly tags: ReadonlySet<string>; readonly meetings: ReadonlySet<string> },
): StoryUnit {
  const unit: StoryUnit = {
    founder,
    prints: [...prints],
    byLanguage: new Map(),
    shared: emptySum(),
    span: undefined,
    size: 0,
    ...marks,
  };
  for (const print of prints) {
    addTo(sumOf(unit, print.language), vectorOf(print.words, print.language, frequencies), 1);
    addTo(unit.shared, vectorOf(print.shared, sharedTerms, frequencies), 1);
    widen(unit, print);
    unit.size += print.words.ids.length / prints.length;
  }
  return unit;
}

/** Both units as one. Neither may be used afterwards: the sums of the larger one are reused. */
export function joined(a: StoryUnit, b: StoryUnit, founder: string): StoryUnit {
  const [large, small] = a.prints.length >= b.prints.length ? [a, b] : [b, a];
  for (const [language, sum] of small.byLanguage) addTo(sumOf(large, language), sum.terms, sum.texts);
  addTo(large.shared, small.shared.terms, small.shared.texts);
  const count = large.prints.length + small.prints.length;
  return {
    ...large,
    founder,
    prints: [...large.prints, ...small.prints],
    span: spanOfBoth(large.span, small.span),
    size: (large.size * large.prints.length + small.size * small.prints.length) / count,
    tags: new Set([...large.tags, ...small.tags]),
    meetings: new Set([...large.meetings, ...small.meetings]),
  };
}

/**
 * How alike two sums are, 0 to 1. With `cohesion` 0 it is the mean over all pairs of their texts, with 1 the cosine of
 * the sums, in which the texts of a big story help each other.
 */
export function likeness(a: TermSum, b: TermSum, cohesion: number): number {
  const [few, many] = a.terms.size <= b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms];
  let product = 0;
  for (const [id, value] of few) {
    const other = many.get(id);
    if (other !== undefined) product += value * other;
  }
  if (product === 0) return 0;
  return product / ((a.square * b.square) ** (cohesion / 2) * (a.texts * b.texts) ** (1 - cohesion));
}

/** The terms that say most about a unit. */
export function strongest(sum: TermSum, count: number): number[] {
  return [...sum.terms]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, count)
    .map(([id]) => id);
}

/** Hours between the two; 0 where they overlap or nothing is known. */
export function hoursBetween(a: StoryUnit['span'], b: StoryUnit['span']): number {
  if (a === undefined || b === undefined) return 0;
  return Math.max(0, a.from - b.to, b.from - a.to);
}

function spanOfBoth(a: StoryUnit['span'], b: StoryUnit['span']): StoryUnit['span'] {
  if (a === undefined || b === undefined) return a ?? b;
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

function widen(unit: StoryUnit, { from, to }: StoryPrint): void {
  if (from !== undefined && to !== undefined) unit.span = spanOfBoth(unit.span, { from, to });
}

function sumOf(unit: StoryUnit, language: string): TermSum {
  let sum = unit.byLanguage.get(language);
  if (sum === undefined) {
    sum = emptySum();
    unit.byLanguage.set(language, sum);
  }
  return sum;
}

function emptySum(): TermSum {
  return { terms: new Map(), texts: 0, square: 0 };
}

function addTo(sum: TermSum, vector: ReadonlyMap<number, number>, texts: number): void {
  for (const [id, value] of vector) {
    const before = sum.terms.get(id) ?? 0;
    const after = before + value;
    sum.square += after * after - before * before;
    sum.terms.set(id, after);
  }
  sum.texts += texts;
}
