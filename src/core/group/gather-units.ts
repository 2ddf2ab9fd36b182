import { storyMargin } from './story-margin.ts';
import { joined, type StoryUnit } from './story-unit.ts';
import { sharedTerms } from './term-frequencies.ts';
import { strongest } from './term-sum.ts';

/**
 * Terms that a unit is looked up by: in each language, and of what languages share. Two languages meet in few of their
 * terms, which may be the strongest of neither text.
 */
const lookupTerms = 14;
const sharedLookupTerms = 28;
/** A term of more units than this finds nobody in particular. */
const longestPosting = 300;
/** Pairs so far below their floor do not come up again when one of them grows. */
const lostMargin = -0.12;

interface Candidate {
  readonly margin: number;
  readonly a: number;
  readonly b: number;
}

/**
 * Joins the units that are most alike, again and again, until no two are alike enough. The whole day at once: nothing
 * depends on who came first, and a chain of texts, each a little like the next, does not become one.
 */
export function gatherUnits(
  units: readonly StoryUnit[],
  mayMeet: (a: StoryUnit, b: StoryUnit) => boolean = () => true,
): StoryUnit[] {
  const live: (StoryUnit | undefined)[] = [...units];
  const near: Set<number>[] = units.map(() => new Set());
  const heap = createHeap();
  const weigh = (a: number, b: number) => {
    const [one, other] = [live[a], live[b]];
    if (one === undefined || other === undefined || !mayMeet(one, other)) return;
    const margin = storyMargin(one, other);
    if (margin === undefined || margin < lostMargin) return;
    near[a]?.add(b);
    near[b]?.add(a);
    if (margin > 0) heap.push({ margin, a: Math.min(a, b), b: Math.max(a, b) });
  };
  for (const [a, b] of likelyPairs(units)) weigh(a, b);
  for (let best = heap.pop(); best !== undefined; best = heap.pop()) {
    const [one, other] = [live[best.a], live[best.b]];
    if (one === undefined || other === undefined) continue;
    const neighbours = new Set([...(near[best.a] ?? []), ...(near[best.b] ?? [])]);
    const first = founderBefore(one, other) ? one : other;
    live[best.a] = undefined;
    live[best.b] = undefined;
    const at = live.length;
    live.push(joined(one, other, first.founder));
    near.push(new Set());
    for (const neighbour of [...neighbours].sort((x, y) => x - y))
      if (live[neighbour] !== undefined) weigh(neighbour, at);
  }
  return live.flatMap((unit) => unit ?? []);
}

/** The story that was there first gives its name. */
export function founderBefore(a: StoryUnit, b: StoryUnit): boolean {
  const [fromA, fromB] = [a.span?.from ?? Infinity, b.span?.from ?? Infinity];
  return fromA !== fromB ? fromA < fromB : a.founder < b.founder;
}

function likelyPairs(units: readonly StoryUnit[]): [number, number][] {
  const postings = new Map<string, Map<number, number[]>>();
  for (const [index, unit] of units.entries()) {
    const post = (language: string, terms: readonly number[]) => {
      let lists = postings.get(language);
      if (lists === undefined) {
        lists = new Map();
        postings.set(language, lists);
      }
      for (const term of terms) {
        const list = lists.get(term);
        if (list === undefined) lists.set(term, [index]);
        else list.push(index);
      }
    };
    for (const [language, sum] of unit.byLanguage) post(language, strongest(sum, lookupTerms));
    post(sharedTerms, strongest(unit.shared, sharedLookupTerms));
  }
  const pairs: [number, number][] = [];
  const seen = new Set<number>();
  for (const posting of [...postings.values()].flatMap((lists) => [...lists.values()])) {
    if (posting.length > longestPosting) continue;
    for (const [at, a] of posting.entries()) {
      for (const b of posting.slice(at + 1)) {
        const key = a * units.length + b;
        if (seen.has(key)) continue;
        seen.add(key);
        pairs.push([a, b]);
      }
    }
  }
  return pairs;
}

function before(x: Candidate, y: Candidate): boolean {
  if (x.margin !== y.margin) return x.margin > y.margin;
  return x.a !== y.a ? x.a < y.a : x.b < y.b;
}

function createHeap(): { push(one: Candidate): void; pop(): Candidate | undefined } {
  const heap: Candidate[] = [];
  return {
    push(one) {
      let at = heap.length;
      heap.push(one);
      while (at > 0) {
        const parent = (at - 1) >> 1;
        const above = heap[parent];
        if (above === undefined || !before(one, above)) break;
        heap[at] = above;
        at = parent;
      }
      heap[at] = one;
    },
    pop() {
      const top = heap[0];
      const last = heap.pop();
      if (top === undefined || last === undefined || heap.length === 0) return top;
      let at = 0;
      for (;;) {
        const left = at * 2 + 1;
        const [one, other] = [heap[left], heap[left + 1]];
        if (one === undefined) break;
        const child = other !== undefined && before(other, one) ? left + 1 : left;
        const below = heap[child];
        if (below === undefined || !before(below, last)) break;
        heap[at] = below;
        at = child;
      }
      heap[at] = last;
      return top;
    },
  };
}
