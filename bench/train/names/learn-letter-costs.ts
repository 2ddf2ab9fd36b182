import { type LetterCosts, moves, spellingColumns } from '../../../src/core/record/letter-costs.ts';
import { isHeldOut, type NamePair, type NameQuestion, questionsOf } from '../../evaluate/names/name-pairs.ts';

export interface LearnOptions {
  readonly rounds: number;
  /** Groups of letters expected less often than this over all pairs are dropped. */
  readonly leastCount: number;
}

export const learnOptions: LearnOptions = { rounds: 8, leastCount: 4 };

/**
 * Learns the costs by expectation and maximisation over all ways to align each pair, then the weights of the columns on
 * true and false pairs. Deterministic: the same pairs give the same table.
 */
export function learnLetterCosts(pairs: readonly NamePair[], options: LearnOptions = learnOptions): LetterCosts {
  let shares = new Map<string, number>();
  for (let round = 0; round < options.rounds; round++) {
    const counts = expect(pairs, round === 0 ? undefined : shares);
    const kept = [...counts].filter(([key, count]) => key.length === 2 || count >= options.leastCount);
    const total = kept.reduce((sum, [, count]) => sum + count, 0);
    shares = new Map(kept.map(([key, count]) => [key, count / total]));
  }
  const costOf = (share: number) => Math.round(-Math.log(share) * 100) / 100;
  const costs = {
    pairs: Object.fromEntries(
      [...shares]
        .filter(([, share]) => share > 1e-6)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, share]) => [key, costOf(share)]),
    ),
    latin: letterCosts(pairs.map(({ latin }) => latin)),
    arabic: letterCosts(pairs.map(({ arabic }) => arabic)),
  };
  const draft: LetterCosts = { schema: 'rapporteur.letter-costs/1', ...costs, weights: [], threshold: 0.5, about: {} };
  // The weights are learned beside the costs on words that the costs saw: the held-out ones stay for measuring.
  const questions = questionsOf(pairs);
  const weights = fitWeights(questions, (one) => spellingColumns(one.latin, one.arabic, draft));
  const fitted = { ...draft, weights };
  return {
    ...fitted,
    threshold: bestThreshold(questions, fitted),
    about: { pairs: pairs.length, rounds: options.rounds },
  };
}

/** Pairs that may be learned from. */
export function trainingPairs(pairs: readonly NamePair[]): NamePair[] {
  return pairs.filter((pair) => !isHeldOut(pair));
}

/** How far from the straight line between both ends two words may be aligned, as a share of their length. */
const band = 0.45;

/** Expected number of times that each group of letters is written as each other. */
function expect(pairs: readonly NamePair[], shares: ReadonlyMap<string, number> | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { latin, arabic } of pairs) {
    const a = `^${latin}$`;
    const b = `^${arabic}$`;
    const width = b.length + 1;
    const steps: { from: number; to: number; key: string; share: number }[] = [];
    const forward = new Float64Array((a.length + 1) * width);
    const backward = new Float64Array(forward.length);
    forward[0] = 1;
    backward[backward.length - 1] = 1;
    for (let i = 0; i <= a.length; i++) {
      for (let j = 0; j <= b.length; j++) {
        const from = i * width + j;
        if (forward[from] === 0) continue;
        for (const [m, n] of moves) {
          if (i + m > a.length || j + n > b.length || Math.abs((i + m) / a.length - (j + n) / b.length) > band)
            continue;
          const key = `${a.slice(i, i + m)}|${b.slice(j, j + n)}`;
          const share = shares === undefined ? firstGuess(key, m, n) : (shares.get(key) ?? (m + n === 1 ? 1e-6 : 0));
          if (share === 0) continue;
          const to = (i + m) * width + j + n;
          steps.push({ from, to, key, share });
          forward[to] = (forward[to] ?? 0) + (forward[from] ?? 0) * share;
        }
      }
    }
    const total = forward[forward.length - 1] ?? 0;
    if (total === 0) continue;
    for (const { from, to, share } of steps.reverse()) {
      backward[from] = (backward[from] ?? 0) + share * (backward[to] ?? 0);
    }
    for (const { from, to, key, share } of steps) {
      const expected = ((forward[from] ?? 0) * share * (backward[to] ?? 0)) / total;
      if (expected > 1e-9) counts.set(key, (counts.get(key) ?? 0) + expected);
    }
  }
  return counts;
}

/** One letter for one letter first; the ends of both words belong together. */
function firstGuess(key: string, m: number, n: number): number {
  const ends = /[$^]/.test(key);
  if (ends && !/^\^.*\|\^|\$\|.*\$$/.test(key)) return 0;
  if (m === 1 && n === 1) return 1e-2;
  if (m + n === 1) return 2e-3;
  return m === 2 && n === 1 ? 1e-3 : 1e-4 / (m + n);
}

function letterCosts(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const word of words) {
    for (const letter of word) {
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
      total++;
    }
  }
  return Object.fromEntries(
    [...counts]
      .filter(([, count]) => count > 2)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([letter, count]) => [letter, Math.round(-Math.log(count / total) * 100) / 100]),
  );
}

/** Logistic regression by gradient descent; true pairs weigh as much as false ones. */
function fitWeights(questions: readonly NameQuestion[], columnsOf: (one: NameQuestion) => readonly number[]): number[] {
  const rows = questions.map((one) => ({ columns: [1, ...columnsOf(one)], right: one.kind === 'pair' ? 1 : 0 }));
  const width = rows[0]?.columns.length ?? 0;
  const share = rows.filter(({ right }) => right === 1).length / rows.length;
  const weights = new Array<number>(width).fill(0);
  for (let round = 0; round < 1500; round++) {
    const slope = new Array<number>(width).fill(0);
    for (const { columns, right } of rows) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += (weights[k] ?? 0) * (columns[k] ?? 0);
      const error = (right - 1 / (1 + Math.exp(-sum))) * (right === 1 ? 0.5 / share : 0.5 / (1 - share));
      for (let k = 0; k < width; k++) slope[k] = (slope[k] ?? 0) + error * (columns[k] ?? 0);
    }
    for (let k = 0; k < width; k++) weights[k] = (weights[k] ?? 0) + (3 * (slope[k] ?? 0)) / rows.length;
  }
  return weights.map((weight) => Math.round(weight * 1000) / 1000);
}

function bestThreshold(questions: readonly NameQuestion[], costs: LetterCosts): number {
  const scored = questions
    .map((one) => {
      const columns = spellingColumns(one.latin, one.arabic, costs);
      const sum = columns.reduce((all, value, k) => all + value * (costs.weights[k + 1] ?? 0), costs.weights[0] ?? 0);
      return { right: one.kind === 'pair', probability: 1 / (1 + Math.exp(-sum)) };
    })
    .sort((a, b) => b.probability - a.probability);
  const all = scored.filter(({ right }) => right).length;
  let found = 0;
  let best = { f1: 0, threshold: 0.5 };
  scored.forEach(({ right, probability }, position) => {
    if (right) found++;
    const f1 = (2 * found) / (position + 1 + all);
    if (f1 > best.f1) best = { f1, threshold: probability };
  });
  return Math.round(best.threshold * 1000) / 1000;
}
