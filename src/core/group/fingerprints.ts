import { tokenize } from '../text/tokens.ts';

/** Words in one fingerprint: long enough that two texts do not share it by chance. */
const gramLength = 5;
/** One fingerprint is kept out of each run of this many: any shared run of `gramLength + window − 1` words is found. */
const winnowWindow = 4;

/**
 * Winnowed fingerprints of a text: 32-bit hashes of five folded words, sorted, without doubles. Numbers and
 * punctuation are left out, so that a corrected figure does not tear a copy from its original.
 */
export function fingerprintsOf(text: string): Uint32Array {
  const words = tokenize(text).flatMap((token) => (token.kind === 'word' ? [hashWord(token.folded)] : []));
  return winnowedGrams(words, words.length);
}

/** The same of hashed words; only the first `length` count. */
export function winnowedGrams(words: ArrayLike<number>, length: number, inGram: number = gramLength): Uint32Array {
  const grams = length - inGram + 1;
  if (grams <= 0) return new Uint32Array(0);
  const hashes = new Uint32Array(grams);
  for (let from = 0; from < grams; from++) {
    let hash = 0;
    for (let i = from; i < from + inGram; i++) hash = Math.imul(hash, 0x01000193) ^ (words[i] ?? 0);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    hashes[from] = (hash ^ (hash >>> 12)) >>> 0;
  }
  return sortedWithoutDoubles(winnow(hashes));
}

/** Of each run the smallest, the last one of equals: what is kept depends on the run alone, not on where it stands. */
function winnow(hashes: Uint32Array): Uint32Array {
  if (hashes.length <= winnowWindow) return hashes;
  const kept = new Uint32Array(hashes.length);
  let size = 0;
  let lastKept = -1;
  for (let i = 0; i + winnowWindow <= hashes.length; i++) {
    let smallest = i;
    for (let j = i + 1; j < i + winnowWindow; j++) {
      if ((hashes[j] ?? 0) <= (hashes[smallest] ?? 0)) smallest = j;
    }
    if (smallest !== lastKept) {
      kept[size++] = hashes[smallest] ?? 0;
      lastKept = smallest;
    }
  }
  return kept.slice(0, size);
}

function sortedWithoutDoubles(hashes: Uint32Array): Uint32Array {
  hashes.sort();
  let size = 0;
  for (let at = 0; at < hashes.length; at++) {
    const hash = hashes[at] ?? 0;
    if (at === 0 || hash !== hashes[size - 1]) hashes[size++] = hash;
  }
  return hashes.slice(0, size);
}

export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
