/** One sentence as alignment sees it: the keys of its tokens. */
export type SentenceKeys = readonly string[];

export interface AlignedPair {
  readonly before: number;
  readonly after: number;
  /** 0 to 1: share of the words that both have, rare ones weighing more. */
  readonly likeness: number;
  /** Stands in another place among the sentences of the other text. */
  readonly moved: boolean;
}

/** Below this two sentences have formulas in common, not a message. Chosen on invented copies with one word in four changed. */
const leastLikeness = 0.5;
/** The shorter sentence lies in the longer one: a sentence that was cut, or two that were joined. */
const leastContainment = 0.8;
/** Fewer words than this are in any sentence. */
const fewestContained = 5;
/** A word in more sentences than this finds no partner: the rarer words of the sentence do. */
const mostSentences = 300;

/**
 * Pairs the sentences of two texts, wherever they stand: the same ones first, then the likest. Each sentence has one
 * partner at most.
 */
export function alignSentences(before: readonly SentenceKeys[], after: readonly SentenceKeys[]): AlignedPair[] {
  const partnerOf = new Array<number>(before.length).fill(-1);
  const taken = new Array<boolean>(after.length).fill(false);
  const likenessOf = new Array<number>(before.length).fill(0);
  const pair = (a: number, b: number, likeness: number): void => {
    partnerOf[a] = b;
    taken[b] = true;
    likenessOf[a] = likeness;
  };

  const whole = new Map<string, number[]>();
  after.forEach((keys, index) => {
    const key = keys.join(' ');
    const list = whole.get(key);
    if (list === undefined) whole.set(key, [index]);
    else list.push(index);
  });
  before.forEach((keys, index) => {
    const same = whole.get(keys.join(' '))?.shift();
    if (same !== undefined) pair(index, same, 1);
  });

  const weights = weightsOf([...before, ...after]);
  const candidates = candidatesOf(before, after, weights, (a, b) => partnerOf[a] === -1 && taken[b] !== true);
  for (const { a, b, likeness } of candidates) {
    if (partnerOf[a] === -1 && taken[b] !== true) pair(a, b, likeness);
  }

  const pairs = partnerOf.flatMap((partner, index) => (partner === -1 ? [] : [[index, partner] as const]));
  const inPlace = longestRising(
    pairs.map(([, partner]) => partner),
    pairs.map(([index]) => (before[index]?.length ?? 0) + 1),
  );
  return pairs.map(([index, partner], position) => ({
    before: index,
    after: partner,
    likeness: likenessOf[index] ?? 0,
    moved: !inPlace.has(position),
  }));
}

/** A word in many sentences of the two texts says little about which of them belong together. */
function weightsOf(sentences: readonly SentenceKeys[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const keys of sentences) for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const weights = new Map<string, number>();
  for (const [key, count] of counts) weights.set(key, /[\p{L}\p{N}]/u.test(key) ? 1 / Math.sqrt(count) : 0);
  return weights;
}

interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

function candidatesOf(
  before: readonly SentenceKeys[],
  after: readonly SentenceKeys[],
  weights: ReadonlyMap<string, number>,
  free: (a: number, b: number) => boolean,
): Candidate[] {
  const weightOf = (key: string) => weights.get(key) ?? 0;
  const bags = after.map((keys) => bagOf(keys));
  const totals = after.map((keys) => totalOf(keys, weightOf));
  const postings = new Map<string, number[]>();
  bags.forEach((bag, index) => {
    for (const key of bag.keys()) {
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [index]);
      else list.push(index);
    }
  });
  const found: Candidate[] = [];
  before.forEach((keys, a) => {
    const shared = new Map<number, number>();
    for (const [key, count] of bagOf(keys)) {
      const weight = weightOf(key);
      const posting = postings.get(key) ?? [];
      if (weight === 0 || posting.length > mostSentences) continue;
      for (const b of posting) {
        if (free(a, b)) shared.set(b, (shared.get(b) ?? 0) + weight * Math.min(count, bags[b]?.get(key) ?? 0));
      }
    }
    const total = totalOf(keys, weightOf);
    for (const [b, weight] of shared) {
      const other = totals[b] ?? 0;
      const likeness = (2 * weight) / (total + other);
      const contained = weight / Math.min(total, other);
      const words = Math.min(keys.length, after[b]?.length ?? 0);
      if (likeness >= leastLikeness) found.push({ a, b, likeness });
      // Ranked below any two whole sentences that are alike.
      else if (contained >= leastContainment && words >= fewestContained) found.push({ a, b, likeness });
    }
  });
  return found.sort(
    (x, y) => y.likeness - x.likeness || Math.abs(x.a - x.b) - Math.abs(y.a - y.b) || x.a - y.a || x.b - y.b,
  );
}

function bagOf(keys: SentenceKeys): Map<string, number> {
  const bag = new Map<string, number>();
  for (const key of keys) bag.set(key, (bag.get(key) ?? 0) + 1);
  return bag;
}

function totalOf(keys: SentenceKeys, weightOf: (key: string) => number): number {
  let total = 0;
  for (const key of keys) total += weightOf(key);
  return Math.max(total, 1e-9);
}

/**
 * Positions of the heaviest rising part of `values`: the sentences that stayed where they were. A tree of best ends so
 * far keeps it fast for pages of many thousand lines.
 */
function longestRising(values: readonly number[], weights: readonly number[]): ReadonlySet<number> {
  const size = Math.max(0, ...values) + 2;
  const best: number[] = [];
  const from: number[] = [];
  const tree = new Int32Array(size + 1).fill(-1);
  const bestOf = (position: number) => (position === -1 ? 0 : (best[position] ?? 0));
  let last = -1;
  values.forEach((value, i) => {
    let previous = -1;
    for (let at = value; at > 0; at -= at & -at) {
      const candidate = tree[at] ?? -1;
      if (bestOf(candidate) > bestOf(previous)) previous = candidate;
    }
    best.push(bestOf(previous) + (weights[i] ?? 1));
    from.push(previous);
    for (let at = value + 1; at <= size; at += at & -at) if (bestOf(tree[at] ?? -1) < bestOf(i)) tree[at] = i;
    if (bestOf(i) > bestOf(last)) last = i;
  });
  const kept = new Set<number>();
  for (let at = last; at >= 0; at = from[at] ?? -1) kept.add(at);
  return kept;
}
