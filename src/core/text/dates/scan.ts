import type { Token } from '../tokens.ts';
import {
  type CompiledDates,
  type DateWord,
  type DateWordHit,
  type PhraseList,
  phraseAfter,
  phraseBefore,
} from './compile.ts';

/** Tokens of one stretch of text with the date words found in it: what the grammar reads from. */
export interface DateScan {
  readonly tokens: readonly Token[];
  readonly dates: CompiledDates;
  readonly hits: ReadonlyMap<number, readonly DateWordHit[]>;
  /** Times of day by the token they end before. */
  readonly timesByEnd: ReadonlyMap<number, DateWordHit>;
}

export function scanDates(tokens: readonly Token[], dates: CompiledDates): DateScan {
  const hits = dates.find(tokens);
  const timesByEnd = new Map<number, DateWordHit>();
  for (const list of hits.values()) {
    for (const hit of list) {
      const known = timesByEnd.get(hit.end);
      if (hit.word.kind === 'time' && (known === undefined || known.first > hit.first)) timesByEnd.set(hit.end, hit);
    }
  }
  return { tokens, dates, hits, timesByEnd };
}

type WordOf<K extends DateWord['kind']> = Extract<DateWord, { kind: K }>;

/** The word of a kind that begins at token `at`; a long form goes before a short one. */
export function wordAt<K extends DateWord['kind']>(
  scan: DateScan,
  at: number,
  kind: K,
): { readonly word: WordOf<K>; readonly end: number } | undefined {
  let found: { word: WordOf<K>; end: number } | undefined;
  for (const { word, end } of scan.hits.get(at) ?? []) {
    if (isKind(word, kind) && (found === undefined || !('short' in word && word.short))) found = { word, end };
  }
  return found;
}

function isKind<K extends DateWord['kind']>(word: DateWord, kind: K): word is WordOf<K> {
  return word.kind === kind;
}

/** Steps over a phrase of the list when one begins at `at`. */
export function skip(scan: DateScan, at: number, list: PhraseList): number {
  return phraseAfter(scan.dates.phrases[list], scan.tokens, at);
}

/** Start of a phrase of the list that ends just before `at`, else `at`. */
export function skipBack(scan: DateScan, at: number, list: PhraseList): number {
  return phraseBefore(scan.dates.phrases[list], scan.tokens, at);
}

/** Value of a number token of at most `digits` digits, else `undefined`. */
export function numberAt(scan: DateScan, at: number, digits: number): number | undefined {
  const token = scan.tokens[at];
  if (token?.kind !== 'number' || token.folded.length > digits) return undefined;
  const value = Number(token.folded);
  return Number.isInteger(value) ? value : undefined;
}

export function signAt(scan: DateScan, at: number, sign: string): boolean {
  const token = scan.tokens[at];
  return token?.kind === 'punctuation' && token.folded === sign;
}

/** Two tokens with nothing between them. */
export function touches(scan: DateScan, left: number): boolean {
  return scan.tokens[left]?.end === scan.tokens[left + 1]?.start;
}
