import type { CopyEdge } from '../../../src/core/group/copy-graph.ts';
import { bootstrap, type Interval, wilson } from '../press/intervals.ts';
import type { PressText } from './press.ts';

export interface Share {
  readonly value: number;
  readonly ok: number;
  readonly n: number;
  readonly interval: Interval | null;
}

export interface F1 {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Pairs that belong together. */
  readonly n: number;
  readonly interval: Interval | null;
}

export interface Outcome {
  readonly texts: readonly PressText[];
  readonly ids: ReadonlyMap<string, string>;
  readonly reuses: readonly { readonly a: string; readonly b: string }[];
  readonly edges: readonly CopyEdge[];
}

export interface CopyScores {
  readonly texts: number;
  readonly dispatches: F1;
  readonly lookAlikes: Share;
  readonly found: Readonly<Record<'retitled' | 'cut' | 'rewritten', Share>>;
  readonly direction: Share;
  readonly reuse: F1;
  readonly misses: readonly string[];
}

/** Look-alike communiqués are counted when they are printed within this many days: later ones are told by the day alone. */
const lookAlikeDays = 14;

export function scoreCopies(outcome: Outcome): CopyScores {
  const { texts, ids } = outcome;
  const byId = new Map(texts.map((text) => [text.id, text]));
  const misses: string[] = [];
  const found = (made: PressText['made']): Share => {
    const copies = texts.filter((text) => text.made === made);
    const right = copies.filter((text) => ids.get(text.id) === ids.get(text.source ?? ''));
    for (const text of copies) if (!right.includes(text)) misses.push(`- ${made} ${text.source ?? ''} ${text.id}`);
    return share(right.length, copies.length);
  };
  const edges = outcome.edges.filter(
    ({ copy, source }) => byId.get(copy)?.source !== undefined && ids.get(copy) === ids.get(source ?? ''),
  );
  const right = edges.filter(({ copy, source }) => byId.get(copy)?.source === source);
  for (const { copy, source } of edges)
    if (byId.get(copy)?.source !== source) misses.push(`> ${copy} is said to be from ${source}`);
  return {
    texts: texts.length,
    found: { retitled: found('retitled'), cut: found('cut'), rewritten: found('rewritten') },
    dispatches: scoreDispatches(texts, ids),
    lookAlikes: scoreLookAlikes(texts, ids, misses),
    direction: share(right.length, edges.length),
    reuse: scoreReuse(outcome, byId, misses),
    misses,
  };
}

function scoreDispatches(texts: readonly PressText[], ids: ReadonlyMap<string, string>): F1 {
  const gold = countBy(texts, ({ dispatch }) => dispatch);
  const given = countBy(texts, ({ id }) => ids.get(id) ?? id);
  const both = countBy(texts, ({ id, dispatch }) => `${dispatch}|${ids.get(id) ?? id}`);
  const units = new Map<string, { tp: number; wanted: number; given: number }>();
  for (const { id, dispatch } of texts) {
    const unit = units.get(dispatch) ?? { tp: 0, wanted: 0, given: 0 };
    unit.tp += ((both.get(`${dispatch}|${ids.get(id) ?? id}`) ?? 1) - 1) / 2;
    unit.wanted += ((gold.get(dispatch) ?? 1) - 1) / 2;
    unit.given += ((given.get(ids.get(id) ?? id) ?? 1) - 1) / 2;
    units.set(dispatch, unit);
  }
  return f1Of([...units.values()]);
}

function f1Of(units: readonly { readonly tp: number; readonly wanted: number; readonly given: number }[]): F1 {
  const sums = (sample: typeof units) => {
    let [tp, wanted, given] = [0, 0, 0];
    for (const unit of sample) {
      tp += unit.tp;
      wanted += unit.wanted;
      given += unit.given;
    }
    return { tp, wanted, given };
  };
  const f1 = (sample: typeof units): number => {
    const { tp, wanted, given } = sums(sample);
    return wanted + given === 0 ? 1 : (2 * tp) / (wanted + given);
  };
  const { tp, wanted, given } = sums(units);
  return {
    precision: given === 0 ? 1 : tp / given,
    recall: wanted === 0 ? 1 : tp / wanted,
    f1: f1(units),
    n: Math.round(wanted),
    interval: bootstrap(units, f1) ?? null,
  };
}

function scoreLookAlikes(texts: readonly PressText[], ids: ReadonlyMap<string, string>, misses: string[]): Share {
  const communiques = texts.filter(({ template }) => template !== undefined);
  let pairs = 0;
  let merged = 0;
  for (const [at, one] of communiques.entries()) {
    for (const other of communiques.slice(at + 1)) {
      if (other.template !== one.template || other.dispatch === one.dispatch) continue;
      if (Math.abs(dayOf(one) - dayOf(other)) > lookAlikeDays) continue;
      pairs++;
      if (ids.get(one.id) !== ids.get(other.id)) continue;
      merged++;
      misses.push(`+ ${one.id} ${other.id}`);
    }
  }
  return share(merged, pairs);
}

/** An article that lifted must be tied to any text of that dispatch; every other tie is wrong. */
function scoreReuse({ texts, reuses }: Outcome, byId: ReadonlyMap<string, PressText>, misses: string[]): F1 {
  const units = new Map<string, { tp: number; wanted: number; given: number }>();
  const unitOf = (id: string) => {
    const unit = units.get(id) ?? { tp: 0, wanted: 0, given: 0 };
    units.set(id, unit);
    return unit;
  };
  for (const { id, lifted } of texts) if (lifted !== undefined) unitOf(id).wanted++;
  const done = new Set<string>();
  for (const { a, b } of reuses) {
    const [host, other] = byId.get(a)?.lifted === undefined ? [b, a] : [a, b];
    const right = byId.get(host)?.lifted !== undefined && byId.get(host)?.lifted === byId.get(other)?.dispatch;
    if (right && done.has(host)) continue;
    unitOf(host).given++;
    if (right) {
      unitOf(host).tp++;
      done.add(host);
    } else misses.push(`+ reuse ${a} ${b}`);
  }
  for (const { id, lifted } of texts) if (lifted !== undefined && !done.has(id)) misses.push(`- reuse ${id}`);
  return f1Of([...units.values()]);
}

function share(ok: number, n: number): Share {
  return { value: n === 0 ? 0 : ok / n, ok, n, interval: wilson(ok, n) ?? null };
}

function dayOf({ published }: PressText): number {
  return Date.parse(published.slice(0, 10)) / 86_400_000;
}

function countBy(texts: readonly PressText[], keyOf: (text: PressText) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(keyOf(text), (counts.get(keyOf(text)) ?? 0) + 1);
  return counts;
}
