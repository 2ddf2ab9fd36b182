import { languageSamples } from './language-samples.ts';
import { eachWord } from './letter-votes.ts';

/** Languages that letter sequences were learned for, in the order of the scores. */
export const sequenceLanguages: readonly string[] = Object.keys(languageSamples);

const shortest = 2;
const longest = 4;
/** A longer sequence says more; the evidence of sequences that overlap is not independent. */
const weights = [0, 0, 0.5, 1, 1.2] as const;
/** Added to every count: a sequence that a sample lacks may still be one of its language. */
const unseen = 0.35;
/** Names are written alike in many languages: words with a capital inside a text of small letters count less. */
const nameWeight = 0.25;

let learned: ReadonlyMap<string, Float32Array> | undefined;

export interface SequenceScores {
  /** In the order of `sequenceLanguages`. */
  readonly scores: Float64Array;
  /** Words, names counted for the less that they weigh. */
  readonly words: number;
  /** Words without a capital. */
  readonly small: number;
}

/**
 * What the sequences of letters say for each of `sequenceLanguages`: the sum of the logarithms of how much
 * likelier they are there than in all of them.
 */
export function sequenceScores(text: string): SequenceScores {
  learned ??= learn();
  const scores = new Float64Array(sequenceLanguages.length);
  const words: { readonly text: string; readonly name: boolean }[] = [];
  let small = 0;
  eachWord(text, (start, end) => {
    const word = text.slice(start, end);
    const lower = word.toLowerCase();
    const name = word !== lower;
    if (!name) small++;
    words.push({ text: lower, name });
  });
  // In a headline of capitals only they are the text.
  const discount = small * 2 >= words.length ? nameWeight : 1;
  let total = 0;
  for (const word of words) {
    const weight = word.name ? discount : 1;
    total += weight;
    const padded = ` ${word.text} `;
    for (let length = shortest; length <= longest; length++) {
      for (let at = 0; at + length <= padded.length; at++) {
        const gram = learned.get(padded.slice(at, at + length));
        if (gram === undefined) continue;
        for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) + weight * (gram[i] ?? 0);
      }
    }
  }
  return { scores, words: total, small };
}

/** Counts the sequences of the samples and turns them into weights: once, when the first text is asked about. */
function learn(): ReadonlyMap<string, Float32Array> {
  const counts = new Map<string, Float32Array>();
  const totals = new Float64Array(sequenceLanguages.length);
  sequenceLanguages.forEach((language, index) => {
    const sample = languageSamples[language] ?? '';
    eachWord(sample, (start, end) => {
      const padded = ` ${sample.slice(start, end).toLowerCase()} `;
      for (let length = shortest; length <= longest; length++) {
        for (let at = 0; at + length <= padded.length; at++) {
          const gram = padded.slice(at, at + length);
          const row = counts.get(gram) ?? new Float32Array(sequenceLanguages.length);
          counts.set(gram, row);
          row[index] = (row[index] ?? 0) + 1;
          if (length === longest) totals[index] = (totals[index] ?? 0) + 1;
        }
      }
    });
  });
  const mean = totals.reduce((sum, one) => sum + one, 0) / totals.length;
  for (const [gram, row] of counts) {
    let sum = 0;
    for (let i = 0; i < row.length; i++) {
      row[i] = ((row[i] ?? 0) * mean) / (totals[i] ?? mean) + unseen;
      sum += row[i] ?? 0;
    }
    const weight = weights[gram.length as 2 | 3 | 4];
    for (let i = 0; i < row.length; i++) row[i] = weight * Math.log(((row[i] ?? 0) * row.length) / sum);
  }
  return counts;
}
