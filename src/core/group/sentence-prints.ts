import { sentenceWords } from './align-prints.ts';
import { type DispatchPrint, fingerprintsOfWords } from './dispatch-print.ts';

/** A text is compared with many others: its sentences are printed once. */
const printsOfSentences = new WeakMap<DispatchPrint, (Uint32Array | undefined)[]>();

export function sentencePrints(text: DispatchPrint, sentence: number): Uint32Array {
  let known = printsOfSentences.get(text);
  if (known === undefined) {
    known = [];
    printsOfSentences.set(text, known);
  }
  known[sentence] ??= fingerprintsOfWords(sentenceWords(text, sentence), text.language);
  return known[sentence];
}
