import type { StoryPrint } from './story-print.ts';
import { sharedTerms, type TermFrequencies } from './term-frequencies.ts';
import { addSums, emptySum, sumOfAll, sumOfText, type TermSum } from './term-sum.ts';

/** Texts that are one story so far. */
export interface StoryUnit {
  /** Article that names the story. */
  readonly founder: string;
  readonly prints: readonly StoryPrint[];
  readonly byLanguage: ReadonlyMap<string, TermSum>;
  readonly shared: TermSum;
  /** Hours; undefined while no member has a day. */
  readonly span: { readonly from: number; readonly to: number } | undefined;
  /** How many words of its own a member has, on average. */
  readonly size: number;
  /** Marks of the editors' decisions: `x+` never meets `x-`. */
  readonly tags: ReadonlySet<string>;
  readonly meetings: ReadonlySet<string>;
}

export function unitOf(
  founder: string,
  prints: readonly StoryPrint[],
  frequencies: TermFrequencies,
  marks: { readonly tags: ReadonlySet<string>; readonly meetings: ReadonlySet<string> },
): StoryUnit {
  const ofLanguage = new Map<string, TermSum[]>();
  const shared: TermSum[] = [];
  const rarityOfShared = frequencies.rarityIn(sharedTerms);
  let span: StoryUnit['span'];
  let size = 0;
  for (const { language, words, shared: own, from, to } of prints) {
    const sum = sumOfText(words, frequencies.rarityIn(language));
    const sums = ofLanguage.get(language);
    if (sums === undefined) ofLanguage.set(language, [sum]);
    else sums.push(sum);
    shared.push(sumOfText(own, rarityOfShared));
    if (from !== undefined && to !== undefined) span = spanOfBoth(span, { from, to });
    size += words.ids.length / prints.length;
  }
  const byLanguage = new Map([...ofLanguage].map(([language, sums]) => [language, sumOfAll(sums)]));
  return { founder, prints, byLanguage, shared: sumOfAll(shared), span, size, ...marks };
}

/** Both units as one. */
export function joined(a: StoryUnit, b: StoryUnit, founder: string): StoryUnit {
  const byLanguage = new Map(a.byLanguage);
  for (const [language, sum] of b.byLanguage)
    byLanguage.set(language, addSums(byLanguage.get(language) ?? emptySum, sum));
  const count = a.prints.length + b.prints.length;
  return {
    founder,
    prints: a.prints.length >= b.prints.length ? [...a.prints, ...b.prints] : [...b.prints, ...a.prints],
    byLanguage,
    shared: addSums(a.shared, b.shared),
    span: spanOfBoth(a.span, b.span),
    size: (a.size * a.prints.length + b.size * b.prints.length) / count,
    tags: new Set([...a.tags, ...b.tags]),
    meetings: new Set([...a.meetings, ...b.meetings]),
  };
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
