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
  const hashes: number[] = [];
  const words: number[] = [];
  for (const token of tokenize(text)) {
    if (token.kind !== 'word') continue;
    words.push(hashWord(token.folded));
    if (words.length < gramLength) continue;
    let hash = 0;
    for (let i = words.length - gramLength; i < words.length; i++) {
      hash = Math.imul(hash, 0x01000193) ^ (words[i] ?? 0);
    }
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    hashes.push((hash ^ (hash >>> 12)) >>> 0);
  }
  return Uint32Array.from(new Set(winnow(hashes))).sort();
}

function winnow(hashes: readonly number[]): number[] {
  if (hashes.length <= winnowWindow) return [...hashes];
  const kept: number[] = [];
  let lastKept = -1;
  for (let i = 0; i + winnowWindow <= hashes.length; i++) {
    let smallest = i;
    for (let j = i + 1; j < i + winnowWindow; j++) {
      if ((hashes[j] ?? 0) <= (hashes[smallest] ?? 0)) smallest = j;
    }
    if (smallest !== lastKept) {
      kept.push(hashes[smallest] ?? 0);
      lastKept = smallest;
    }
  }
  return kept;
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
