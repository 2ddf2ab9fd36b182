import { tellsOfAnother } from './look-alike.ts';
import type { TranslationPrint } from './translation-print.ts';
import { wordMarks } from './word-marks.ts';

/** Two texts of which one is the other in another language. */
export interface TranslationPair {
  readonly a: string;
  readonly b: string;
  /** 0 to 1. */
  readonly certainty: number;
  /** Share of the sentences that stand beside each other, of the shorter text. */
  readonly aligned: number;
  /** Share of what both texts hold of figures, names, countries and days, the rare ones first. */
  readonly anchors: number;
}

/** Days between a dispatch and its translation. */
export const translationDays: number = 3;
/**
 * Certainty from which two texts are one in two languages, chosen on parallel news and on reports that have no
 * translation. Across scripts fewer names are recognised, so true pairs score lower too.
 */
const floors = { sameScript: 0.16, otherScript: 0.11 } as const;
/** A translation is the likest text by a margin; two that are nearly equal are two texts of one template. */
const clearest = 1.15;
/** Texts in other languages that are aligned with a text, the likest by anchors first. */
const mostAligned = 6;
const fewestAnchors = 3;

/**
 * Finds translations among texts of some days. Every text has at most one partner in each other language: its likest,
 * when it is that one's likest too.
 */
export function findTranslations(prints: readonly TranslationPrint[]): TranslationPair[] {
  const ordered = [...prints].sort((a, b) => (a.id < b.id ? -1 : 1));
  const sets = ordered.map(({ anchors }) => new Set(anchors.flatMap((keys) => [...keys])));
  const postings = new Map<number, number[]>();
  for (const [index, keys] of sets.entries()) for (const key of keys) push(postings, key, index);
  const weightOf = (key: number): number => Math.log((ordered.length + 1) / (postings.get(key)?.length ?? 1)) + 0.05;
  const norms = sets.map((keys) => {
    let sum = 0;
    for (const key of keys) sum += weightOf(key) ** 2;
    return Math.sqrt(sum) || 1;
  });
  const scored = new Map<string, TranslationPair>();
  const best = new Map<string, { readonly pair: TranslationPair; readonly next: number }>();
  for (const [index, print] of ordered.entries()) {
    const shared = new Map<number, { weight: number; count: number }>();
    for (const key of sets[index] ?? []) {
      const posting = postings.get(key) ?? [];
      if (posting.length > Math.max(8, ordered.length / 3)) continue;
      for (const other of posting) {
        if (ordered[other]?.language === print.language) continue;
        const known = shared.get(other) ?? { weight: 0, count: 0 };
        known.weight += weightOf(key) ** 2;
        known.count++;
        shared.set(other, known);
      }
    }
    const likely = [...shared]
      .filter(([other, { count }]) => count >= fewestAnchors && possible(print, ordered[other]))
      .map(([other, { weight }]) => ({ other, anchors: weight / ((norms[index] ?? 1) * (norms[other] ?? 1)) }))
      .sort((x, y) => y.anchors - x.anchors || x.other - y.other);
    for (const language of new Set(likely.map(({ other }) => ordered[other]?.language ?? ''))) {
      const ranked = likely
        .filter(({ other }) => ordered[other]?.language === language)
        .slice(0, mostAligned)
        .map(({ other, anchors }) => pairOf(print, ordered[other] as TranslationPrint, anchors, scored, weightOf))
        .sort((x, y) => y.certainty - x.certainty || (x.a + x.b < y.a + y.b ? -1 : 1));
      const [first, second] = ranked;
      if (first !== undefined) best.set(`${print.id}|${language}`, { pair: first, next: second?.certainty ?? 0 });
    }
  }
  const byId = new Map(ordered.map((print) => [print.id, print]));
  return [...new Set([...best.values()].map(({ pair }) => pair))]
    .filter((pair) => {
      const forth = best.get(`${pair.a}|${byId.get(pair.b)?.language ?? ''}`);
      const back = best.get(`${pair.b}|${byId.get(pair.a)?.language ?? ''}`);
      if (forth?.pair !== pair || back?.pair !== pair || pair.certainty < floorOf(byId.get(pair.a), byId.get(pair.b)))
        return false;
      return pair.certainty >= clearest * Math.max(forth.next, back.next);
    })
    .sort((x, y) => (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1));
}

function pairOf(
  one: TranslationPrint,
  other: TranslationPrint,
  anchors: number,
  scored: Map<string, TranslationPair>,
  weightOf: (key: number) => number,
): TranslationPair {
  const [a, b] = one.id < other.id ? [one, other] : [other, one];
  const key = `${a.id}|${b.id}`;
  const known = scored.get(key);
  if (known !== undefined) return known;
  const aligned = alignedShare(a, b, weightOf);
  const pair = { a: a.id, b: b.id, aligned, anchors, certainty: Math.min(1, Math.sqrt(anchors * aligned)) };
  scored.set(key, pair);
  return pair;
}

function floorOf(a: TranslationPrint | undefined, b: TranslationPrint | undefined): number {
  const capitals = [a, b].map((print) => wordMarks(print?.language ?? 'und').capitals);
  return capitals[0] === capitals[1] ? floors.sameScript : floors.otherScript;
}

/** Printed within days of each other, and neither the record nor the beginnings tell of others. */
function possible(a: TranslationPrint, b: TranslationPrint | undefined): boolean {
  if (b === undefined) return false;
  if (a.day !== undefined && b.day !== undefined && Math.abs(a.day - b.day) > translationDays) return false;
  const shorter = Math.min(a.lengths.length, b.lengths.length);
  if (shorter * 3 < Math.max(a.lengths.length, b.lengths.length)) return false;
  if (tellsOfAnother(a.record, b.record)) return false;
  return !strangers(a, b, 'countries') && !strangers(a, b, 'dates') && !strangers(a, b, 'names');
}

function strangers(a: TranslationPrint, b: TranslationPrint, kind: keyof TranslationPrint['lead']): boolean {
  const holds = (text: TranslationPrint, key: number): boolean => text.anchors.some((keys) => keys.includes(key));
  return a.lead[kind].some((key) => !holds(b, key)) && b.lead[kind].some((key) => !holds(a, key));
}

/** Sentences that follow in the same order, as a share of the shorter text: held together by anchors, then by length. */
function alignedShare(a: TranslationPrint, b: TranslationPrint, weightOf: (key: number) => number): number {
  const width = b.lengths.length + 1;
  const table = new Float64Array((a.lengths.length + 1) * width);
  for (let i = 1; i <= a.lengths.length; i++) {
    for (let j = 1; j < width; j++) {
      const pair = sentenceLikeness(a, i - 1, b, j - 1, weightOf);
      table[i * width + j] = Math.max(
        (table[(i - 1) * width + j - 1] ?? 0) + pair,
        table[(i - 1) * width + j] ?? 0,
        table[i * width + j - 1] ?? 0,
      );
    }
  }
  return (table.at(-1) ?? 0) / Math.max(1, Math.min(a.lengths.length, b.lengths.length));
}

function sentenceLikeness(
  a: TranslationPrint,
  i: number,
  b: TranslationPrint,
  j: number,
  weightOf: (key: number) => number,
): number {
  const [lengthA, lengthB] = [a.lengths[i] ?? 0, b.lengths[j] ?? 0];
  const length = Math.min(lengthA, lengthB) / Math.max(1, lengthA, lengthB);
  const keysA = a.anchors[i] ?? new Uint32Array(0);
  const keysB = b.anchors[j] ?? new Uint32Array(0);
  let [shared, x, y] = [0, 0, 0];
  let weight = 0;
  while (x < keysA.length && y < keysB.length) {
    const [one, other] = [keysA[x] ?? 0, keysB[y] ?? 0];
    if (one === other) {
      shared++;
      weight += weightOf(one);
    }
    if (one <= other) x++;
    if (other <= one) y++;
  }
  if (shared === 0) return length > 0.6 ? 0.1 : 0;
  return Math.min(1, weight / 4) * length;
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
