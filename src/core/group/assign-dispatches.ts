import { createUnionFind } from '../record/fuse/union.ts';
import { comparePrints, type LookAlikeReason, type PrintComparison, type ReusedPassage } from './compare-prints.ts';
import { createDispatchIndex, type DispatchCandidate, type DispatchIndex, type LeastShared } from './dispatch-index.ts';
import type { DispatchPrint } from './dispatch-print.ts';
import { longestReprint, tellsOfAnother } from './look-alike.ts';

/**
 * Days before an article in which its original is looked for and formulas are counted. Twice as long as a dispatch is
 * reprinted: a formula needs some time to come back.
 */
export const dispatchWindow: number = 2 * longestReprint;

/** Two texts of one dispatch; `a` stands in the article that was compared later. */
export interface CopyPair {
  readonly a: string;
  readonly b: string;
  readonly coverA: number;
  readonly coverB: number;
}

/** A passage of one text in another that is no copy of it. */
export interface ReusePair {
  readonly a: string;
  readonly b: string;
  readonly passages: readonly ReusedPassage[];
}

/** Two texts of one template that are no copies, and why: for the reader who asks. */
export interface LookAlikePair {
  readonly a: string;
  readonly b: string;
  readonly reason: LookAlikeReason;
}

export interface DispatchAssignment {
  /** For every article of the day: the article that founded its dispatch, itself when it is the first. */
  readonly roots: ReadonlyMap<string, string>;
  readonly copies: readonly CopyPair[];
  readonly reuses: readonly ReusePair[];
  readonly lookAlikes: readonly LookAlikePair[];
}

/** Texts of one dispatch that a new text is compared with: the rest are copies of these. */
const comparedCopies = 3;
/** Texts of its own day that a text is compared with, the likest first. */
const comparedOfDay = 12;
/**
 * Fewer shared fingerprints are chance, and a smaller share is not worth the look. Of a communiqué little is left
 * without its formulas: then fewer are enough.
 */
const leastShared: LeastShared = { fingerprints: 3, share: 0.05, containment: 0.06 };
/** Other texts that one text is compared with. */
const mostCompared = 16;

/**
 * Finds the dispatch of each article of one day among those of the same day and of the days before, which stay as they
 * are. Depends on the articles alone, not on their order, and not on later days: an archive that is grouped day by day
 * and one that is grouped at once have the same dispatches.
 */
export function assignDispatches(input: {
  readonly day: readonly DispatchPrint[];
  /** Articles of the window before that day, with the roots of their dispatches. */
  readonly earlier: readonly { readonly print: DispatchPrint; readonly root: string }[];
}): DispatchAssignment {
  const index = createDispatchIndex();
  for (const { print, root } of input.earlier) index.add(print, root);
  return assignDay(index, input.day);
}

/** The same over an index that holds the window before; the articles of the day are added to it with their roots. */
export function assignDay(index: DispatchIndex, day: readonly DispatchPrint[]): DispatchAssignment {
  const prints = [...day].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const print of prints) {
    const known = index.get(print.id);
    if (known?.print === print && known.root === undefined) continue;
    index.remove(print.id);
    index.add(print);
  }
  const compared = compareAll(
    index,
    prints.flatMap((print) => partnersOf(index, print)),
  );
  const { roots, joined } = joinCopies(index, prints, compared);
  for (const [id, root] of roots) index.setRoot(id, root);
  const rootOf = (id: string): string | undefined => roots.get(id) ?? index.get(id)?.root;
  return {
    roots,
    copies: compared
      .filter(({ a, b, result }) => result.relation === 'copy' && rootOf(a) === rootOf(b))
      .map(({ a, b, result }) => ({ a, b, coverA: result.coverA, coverB: result.coverB })),
    reuses: reusesOf(compared, joined, rootOf),
    lookAlikes: compared.flatMap(({ a, b, result }) =>
      result.lookAlike === undefined || rootOf(a) === rootOf(b) ? [] : [{ a, b, reason: result.lookAlike }],
    ),
  };
}

interface Compared {
  readonly a: string;
  readonly b: string;
  readonly result: PrintComparison;
}

interface Asked {
  readonly a: DispatchPrint;
  readonly b: DispatchPrint;
}

/** Whom to compare a text with: the likest of each dispatch before it, and the likest of its own day. */
function partnersOf(index: DispatchIndex, print: DispatchPrint): Asked[] {
  const ofRoot = new Map<string, DispatchCandidate[]>();
  const ofDay: DispatchCandidate[] = [];
  for (const candidate of index.candidates(print.id, leastShared)) {
    if (candidate.root === undefined) ofDay.push(candidate);
    else {
      const list = ofRoot.get(candidate.root);
      if (list === undefined) ofRoot.set(candidate.root, [candidate]);
      else list.push(candidate);
    }
  }
  const chosen = [...ofRoot.values()].flatMap((list) => likest(list, comparedCopies));
  chosen.push(...likest(ofDay, comparedOfDay));
  return likest(chosen, mostCompared).map((candidate) =>
    candidate.root === undefined && candidate.print.id > print.id
      ? { a: candidate.print, b: print }
      : { a: print, b: candidate.print },
  );
}

/** Two texts of one day may each ask for the other. */
function compareAll(index: DispatchIndex, asked: readonly Asked[]): Compared[] {
  const done = new Map<string, Compared>();
  for (const { a, b } of asked) {
    const key = pairKey(a.id, b.id);
    if (!done.has(key)) done.set(key, { a: a.id, b: b.id, result: comparePrints(a, b, index) });
  }
  return [...done.values()];
}

function likest(candidates: DispatchCandidate[], most: number): DispatchCandidate[] {
  return candidates
    .sort((a, b) => b.rarity - a.rarity || b.containment - a.containment || (a.print.id < b.print.id ? -1 : 1))
    .slice(0, most);
}

/**
 * Joins copies from the likest on. A text joins one earlier dispatch at most, and one member that tells of another
 * meeting keeps two groups apart: copies of copies must not bridge a veto.
 */
function joinCopies(
  index: DispatchIndex,
  prints: readonly DispatchPrint[],
  compared: readonly Compared[],
): { readonly roots: ReadonlyMap<string, string>; readonly joined: ReadonlySet<string> } {
  const position = new Map(prints.map((print, at) => [print.id, at]));
  const sets = createUnionFind(prints.length);
  const members = new Map(prints.map((_, at) => [at, [at]]));
  /** The earlier dispatch of a set. */
  const homes = new Map<number, string>();
  const apart = new Map(compared.map(({ a, b, result }) => [pairKey(a, b), result.lookAlike !== undefined]));
  const ofRoot = earlierMembers(compared, index);
  const idsOf = (set: number): string[] => (members.get(set) ?? []).map((at) => prints[at]?.id ?? '');
  const differ = (one: string, other: string): boolean => {
    const known = apart.get(pairKey(one, other));
    if (known !== undefined) return known;
    const [a, b] = [index.get(one)?.print.record, index.get(other)?.print.record];
    return a !== undefined && b !== undefined && tellsOfAnother(a, b);
  };
  const joined = new Set<string>();
  const copies = compared
    .filter(({ result }) => result.relation === 'copy')
    .sort((x, y) => y.result.strength - x.result.strength || compareText(x.a, y.a) || compareText(x.b, y.b));
  for (const { a, b } of copies) {
    const setA = sets.find(position.get(a) ?? 0);
    const atB = position.get(b);
    if (atB === undefined) {
      const root = index.get(b)?.root ?? b;
      const home = homes.get(setA);
      if (home !== undefined && home !== root) continue;
      const others = ofRoot.get(root) ?? [];
      if (idsOf(setA).some((one) => others.some((other) => differ(one, other)))) continue;
      homes.set(setA, root);
    } else {
      const setB = sets.find(atB);
      if (setA !== setB) {
        const [homeA, homeB] = [homes.get(setA), homes.get(setB)];
        if (homeA !== undefined && homeB !== undefined && homeA !== homeB) continue;
        const home = homeA ?? homeB;
        const own = [idsOf(setA), idsOf(setB)] as const;
        if (own[0].some((one) => own[1].some((other) => differ(one, other)))) continue;
        const others = home === undefined ? [] : (ofRoot.get(home) ?? []);
        if ([...own[0], ...own[1]].some((one) => others.some((other) => differ(one, other)))) continue;
        sets.union(setA, setB);
        const set = sets.find(setA);
        members.set(set, [...(members.get(setA) ?? []), ...(members.get(setB) ?? [])]);
        if (home !== undefined) homes.set(set, home);
      }
    }
    joined.add(pairKey(a, b));
  }
  const roots = new Map<string, string>();
  for (const [at, print] of prints.entries()) {
    const set = sets.find(at);
    roots.set(print.id, homes.get(set) ?? founderOf(members.get(set) ?? [at], prints));
  }
  return { roots, joined };
}

/** Compared texts of earlier dispatches by root. */
function earlierMembers(compared: readonly Compared[], index: DispatchIndex): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const { b } of compared) {
    const root = index.get(b)?.root;
    if (root === undefined) continue;
    const list = members.get(root);
    if (list === undefined) members.set(root, [b]);
    else if (!list.includes(b)) list.push(b);
  }
  return members;
}

/** The first by id: on one day nothing else is sure, and the order of arrival must not matter. */
function founderOf(members: readonly number[], prints: readonly DispatchPrint[]): string {
  return prints[Math.min(...members)]?.id ?? '';
}

/** A text takes a passage from a dispatch once, however many copies it has. */
function reusesOf(
  compared: readonly Compared[],
  joined: ReadonlySet<string>,
  rootOf: (id: string) => string | undefined,
): ReusePair[] {
  const best = new Map<string, { readonly pair: ReusePair; readonly words: number }>();
  for (const { a, b, result } of compared) {
    const [rootA, rootB] = [rootOf(a), rootOf(b)];
    if (result.passages.length === 0 || rootA === rootB || joined.has(pairKey(a, b))) continue;
    const words = result.passages.reduce((sum, passage) => sum + passage.words, 0);
    const key = `${rootA ?? a}|${rootB ?? b}`;
    const known = best.get(key);
    if (
      known !== undefined &&
      (known.words > words || (known.words === words && `${known.pair.a}|${known.pair.b}` < `${a}|${b}`))
    )
      continue;
    best.set(key, { pair: { a, b, passages: result.passages }, words });
  }
  return [...best.values()].map(({ pair }) => pair).sort((x, y) => compareText(x.a, y.a) || compareText(x.b, y.b));
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
