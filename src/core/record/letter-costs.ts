import costTable from './models/letter-costs.json' with { type: 'json' };
import { soundSimilarity } from './sounds.ts';

/**
 * What it costs to write some Latin letters as some Arabic ones, learned from pairs of spellings by `bench/train`. Only
 * numbers are kept beside the letters; a reader of another schema must refuse the table.
 */
export interface LetterCosts {
  readonly schema: 'rapporteur.letter-costs/1';
  /** `latin|arabic` → cost in nats, in the groups of `moves`. `^` and `$` are the word's ends. */
  readonly pairs: Readonly<Record<string, number>>;
  /** Cost of each letter alone in its own script. */
  readonly latin: Readonly<Record<string, number>>;
  readonly arabic: Readonly<Record<string, number>>;
  /** Weights of the columns of `spellingColumns`, the constant first. */
  readonly weights: readonly number[];
  /** Probability from which two spellings are taken for one name. */
  readonly threshold: number;
  readonly about: Readonly<Record<string, string | number>>;
}

/** How many letters of each script may stand for one another: nothing, one, a group; never a group for nothing. */
export const moves: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [3, 1],
  [1, 2],
  [2, 2],
];

/** Cost of a letter that the table does not know, alone or opposite nothing. */
const unknownLetter = 9;

const shipped = costTable as LetterCosts;

/** Probability, 0 to 1, that a folded Latin and a folded Arabic word are spellings of one name. */
export function spellingProbability(latin: string, arabic: string, costs: LetterCosts = shipped): number {
  const columns = spellingColumns(latin, arabic, costs);
  let sum = costs.weights[0] ?? 0;
  columns.forEach((value, index) => {
    sum += value * (costs.weights[index + 1] ?? 0);
  });
  return 1 / (1 + Math.exp(-sum));
}

/** The learned threshold moved to `floor`: above it the two words are more likely one name than not. */
export function spellingSimilarity(latin: string, arabic: string, floor: number): number {
  const probability = spellingProbability(latin, arabic);
  const { threshold } = shipped;
  return probability < threshold
    ? (probability / threshold) * floor
    : floor + ((probability - threshold) / (1 - threshold)) * (1 - floor);
}

/**
 * How much better the two words explain each other than each stands alone, and how much worse they are than the best
 * spelling that either could have in the other script; both a letter and in all. The
 * hand-made costs have a say too: they know what is rare in any list of names.
 */
export function spellingColumns(latin: string, arabic: string, costs: LetterCosts): readonly number[] {
  const joint = alignmentCost(latin, arabic, costs.pairs);
  const alone = lettersCost(latin, costs.latin) + lettersCost(arabic, costs.arabic);
  const letters = latin.length + arabic.length;
  const overLatin = joint - bestCost(`^${latin}$`, bestOf(costs).latin);
  const overArabic = joint - bestCost(`^${arabic}$`, bestOf(costs).arabic);
  return [
    (alone - joint) / letters,
    (alone - joint) / 10,
    overLatin / letters,
    overLatin / 10,
    overArabic / letters,
    overArabic / 10,
    Math.abs(latin.length - arabic.length) / letters,
    soundSimilarity(latin, arabic),
  ];
}

/** Cost of the cheapest way to write one word as the other. */
export function alignmentCost(latin: string, arabic: string, pairs: Readonly<Record<string, number>>): number {
  const a = `^${latin}$`;
  const b = `^${arabic}$`;
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  best[0] = 0;
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const here = best[i * width + j] ?? 0;
      if (here === Number.POSITIVE_INFINITY) continue;
      for (const [m, n] of moves) {
        if (i + m > a.length || j + n > b.length) continue;
        const cost = pairs[`${a.slice(i, i + m)}|${b.slice(j, j + n)}`] ?? (m + n === 1 ? unknownLetter : undefined);
        if (cost === undefined) continue;
        const at = (i + m) * width + j + n;
        if (here + cost < (best[at] ?? 0)) best[at] = here + cost;
      }
    }
  }
  return best[best.length - 1] ?? 0;
}

interface BestCosts {
  readonly latin: ReadonlyMap<string, number>;
  readonly arabic: ReadonlyMap<string, number>;
}

const bestByTable = new WeakMap<LetterCosts, BestCosts>();

/** The cheapest way to write each group of letters, whatever stands opposite. */
function bestOf(costs: LetterCosts): BestCosts {
  const known = bestByTable.get(costs);
  if (known !== undefined) return known;
  const latin = new Map<string, number>();
  const arabic = new Map<string, number>();
  for (const [key, cost] of Object.entries(costs.pairs)) {
    const [a = '', b = ''] = key.split('|');
    if (a !== '' && cost < (latin.get(a) ?? Number.POSITIVE_INFINITY)) latin.set(a, cost);
    if (b !== '' && cost < (arabic.get(b) ?? Number.POSITIVE_INFINITY)) arabic.set(b, cost);
  }
  const best = { latin, arabic };
  bestByTable.set(costs, best);
  return best;
}

function bestCost(word: string, costs: ReadonlyMap<string, number>): number {
  const best: number[] = [0];
  for (let end = 1; end <= word.length; end++) {
    let least = (best[end - 1] ?? 0) + unknownLetter;
    for (let length = 1; length <= 3 && length <= end; length++) {
      const cost = costs.get(word.slice(end - length, end));
      if (cost !== undefined) least = Math.min(least, (best[end - length] ?? 0) + cost);
    }
    best.push(least);
  }
  return best[word.length] ?? 0;
}

function lettersCost(word: string, costs: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const letter of word) sum += costs[letter] ?? unknownLetter;
  return sum;
}
