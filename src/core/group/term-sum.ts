import type { TermList } from './story-print.ts';

/** Sum of the weighted terms of some texts, each of length 1. In typed arrays: a day holds thousands of sums. */
export interface TermSum {
  /** In rising order. */
  readonly ids: Uint32Array;
  readonly values: Float64Array;
  readonly texts: number;
  /** Square of the length of the sum. */
  readonly square: number;
}

export const emptySum: TermSum = { ids: new Uint32Array(0), values: new Float64Array(0), texts: 0, square: 0 };

/** Prints keep the strongest terms first; where each stands by its number is asked every day that an article counts. */
const orders = new WeakMap<readonly number[], Uint16Array>();
/** Terms in a list, at most. */
const longestList = 65_536;

/** The sum of one text. */
export function sumOfText(list: TermList, rarity: (term: number) => number): TermSum {
  const order = orderOf(list);
  const ids = new Uint32Array(order.length);
  const values = new Float64Array(order.length);
  let square = 0;
  for (let at = 0; at < order.length; at++) {
    const place = order[at] ?? 0;
    const id = list.ids[place] ?? 0;
    const value = (list.weights[place] ?? 0) * rarity(id);
    ids[at] = id;
    values[at] = value;
    square += value * value;
  }
  if (square === 0) return { ids, values, texts: 1, square: 0 };
  const length = Math.sqrt(square);
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / length;
  return { ids, values, texts: 1, square: 1 };
}

function orderOf({ ids }: TermList): Uint16Array {
  const known = orders.get(ids);
  if (known !== undefined) return known;
  // The place rides below the number: sorting plain numbers is many times as fast as sorting with a comparison.
  const packed = new Float64Array(ids.length);
  for (let place = 0; place < ids.length; place++) packed[place] = (ids[place] ?? 0) * longestList + place;
  packed.sort();
  const order = new Uint16Array(ids.length);
  for (let at = 0; at < ids.length; at++) order[at] = (packed[at] ?? 0) % longestList;
  orders.set(ids, order);
  return order;
}

/** All as one; halves first, so that nothing is copied more often than there are halves. */
export function sumOfAll(sums: readonly TermSum[]): TermSum {
  const [first = emptySum, second] = sums;
  if (second === undefined) return first;
  if (sums.length === 2) return addSums(first, second);
  const middle = sums.length >> 1;
  return addSums(sumOfAll(sums.slice(0, middle)), sumOfAll(sums.slice(middle)));
}

/** Both as one. */
export function addSums(a: TermSum, b: TermSum): TermSum {
  if (a.texts === 0) return b;
  if (b.texts === 0) return a;
  const [sizeA, sizeB] = [a.ids.length, b.ids.length];
  const ids = new Uint32Array(sizeA + sizeB);
  const values = new Float64Array(sizeA + sizeB);
  let [size, product, x, y] = [0, 0, 0, 0];
  for (; x < sizeA && y < sizeB; size++) {
    const [one, other] = [a.ids[x] ?? 0, b.ids[y] ?? 0];
    ids[size] = Math.min(one, other);
    if (one < other) values[size] = a.values[x++] ?? 0;
    else if (other < one) values[size] = b.values[y++] ?? 0;
    else {
      const [left, right] = [a.values[x++] ?? 0, b.values[y++] ?? 0];
      product += left * right;
      values[size] = left + right;
    }
  }
  const [rest, from] = x < sizeA ? [a, x] : [b, y];
  ids.set(rest.ids.subarray(from), size);
  values.set(rest.values.subarray(from), size);
  size += rest.ids.length - from;
  return {
    ids: ids.subarray(0, size),
    values: values.subarray(0, size),
    texts: a.texts + b.texts,
    square: a.square + b.square + 2 * product,
  };
}

/**
 * How alike two sums are, 0 to 1. With `cohesion` 0 it is the mean over all pairs of their texts, with 1 the cosine of
 * the sums, in which the texts of a big story help each other.
 */
export function likeness(a: TermSum, b: TermSum, cohesion: number): number {
  const product = productOf(a, b);
  if (product === 0) return 0;
  return product / ((a.square * b.square) ** (cohesion / 2) * (a.texts * b.texts) ** (1 - cohesion));
}

function productOf(a: TermSum, b: TermSum): number {
  let product = 0;
  for (let x = 0, y = 0; x < a.ids.length && y < b.ids.length; ) {
    const [one, other] = [a.ids[x] ?? 0, b.ids[y] ?? 0];
    if (one === other) product += (a.values[x] ?? 0) * (b.values[y] ?? 0);
    if (one <= other) x++;
    if (other <= one) y++;
  }
  return product;
}

/** The terms that say most about a sum. */
export function strongest({ ids, values }: TermSum, count: number): number[] {
  // Places of the best so far, the best first; of equals the smaller term, which comes first.
  const best: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (best.length === count && value <= (values[best.at(-1) ?? 0] ?? 0)) continue;
    if (best.length === count) best.pop();
    let place = best.length;
    while (place > 0 && (values[best[place - 1] ?? 0] ?? 0) < value) place--;
    best.splice(place, 0, at);
  }
  return best.map((at) => ids[at] ?? 0);
}
