/**
 * A text as numbers: words, whose lowest byte is a mark that is not compared, and three numbers a sentence, of which the
 * first is its first word.
 */
export interface NumberedText {
  readonly words: Uint32Array;
  readonly sentences: Uint32Array;
}

/** Two sentences that tell the same, with the words that stand in both in the same order. */
export interface SentencePair {
  readonly a: number;
  readonly b: number;
  /** Words of both in common, in order. */
  readonly common: number;
  /** `common` twice, as a share of both lengths. */
  readonly likeness: number;
  /** Runs that stand in place of each other, as word numbers; either may be empty. */
  readonly changes: readonly WordChange[];
}

export interface WordChange {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

export interface SentenceAlignment {
  /** For each sentence of A the likest one of B, in order of A; for sentences of B that nobody chose, theirs of A. */
  readonly pairs: readonly SentencePair[];
  /** Share of A's words that stand in B, sentence against sentence, and of B's in A. */
  readonly coverA: number;
  readonly coverB: number;
}

/** Words in common, of both, from which two sentences are one sentence edited. Strangers of one language reach 0.35. */
const likenessFloor = 0.5;
/** A sentence that was joined to another is in it nearly whole. */
const joinedFloor = 0.8;
const shortestJoined = 6;
/** Words of a sentence that are compared in order. */
const longestSentence = 120;

/**
 * Aligns the sentences of two prints, whatever their order: for each the likest one. Not the alignment of two texts on
 * screen (`compare/align-sentences.ts`): grouping keeps no texts to show, asks this of every pair that shares a few
 * fingerprints, and lets one sentence answer two that were joined, where a reader wants one partner and what moved.
 */
export function alignPrints(a: NumberedText, b: NumberedText): SentenceAlignment {
  const countA = sentenceCount(a);
  const countB = sentenceCount(b);
  const overlaps = overlapTable(a, b);
  const pairs = new Map<number, SentencePair | undefined>();
  const pairOf = (i: number, j: number): SentencePair | undefined => {
    const key = i * countB + j;
    if (!pairs.has(key)) pairs.set(key, comparePair(a, i, b, j));
    return pairs.get(key);
  };
  const chosen = new Set<SentencePair>();
  const lengthsA = sentenceLengths(a);
  const lengthsB = sentenceLengths(b);
  let winner: SentencePair | undefined;
  const consider = (i: number, j: number): void => {
    const common = overlaps[i * countB + j] ?? 0;
    if (common === 0 || !alike(common, lengthsA[i] ?? 0, lengthsB[j] ?? 0)) return;
    const pair = pairOf(i, j);
    if (pair === undefined) return;
    if (winner === undefined || pair.common * pair.likeness > winner.common * winner.likeness) winner = pair;
  };
  const choose = (): number => {
    const found = winner;
    winner = undefined;
    if (found === undefined) return 0;
    chosen.add(found);
    return found.common;
  };
  let commonA = 0;
  for (let i = 0; i < countA; i++) {
    for (let j = 0; j < countB; j++) consider(i, j);
    commonA += choose();
  }
  let commonB = 0;
  for (let j = 0; j < countB; j++) {
    for (let i = 0; i < countA; i++) consider(i, j);
    commonB += choose();
  }
  return {
    pairs: [...chosen].sort((x, y) => x.a - y.a || x.b - y.b),
    coverA: Math.min(1, commonA / Math.max(1, a.words.length)),
    coverB: Math.min(1, commonB / Math.max(1, b.words.length)),
  };
}

export function sentenceCount(text: NumberedText): number {
  return text.sentences.length / 3;
}

/** Words of one sentence. */
export function sentenceWords(text: NumberedText, sentence: number): Uint32Array {
  const from = text.sentences[sentence * 3] ?? 0;
  return text.words.subarray(from, text.sentences[sentence * 3 + 3] ?? text.words.length);
}

function sentenceLengths(text: NumberedText): Uint32Array {
  const lengths = new Uint32Array(sentenceCount(text));
  for (let i = 0; i < lengths.length; i++) lengths[i] = endOf(text, i) - startOf(text, i);
  return lengths;
}

function startOf(text: NumberedText, sentence: number): number {
  return text.sentences[sentence * 3] ?? 0;
}

function endOf(text: NumberedText, sentence: number): number {
  return text.sentences[sentence * 3 + 3] ?? text.words.length;
}

/** Words in common, whatever their order, for every two sentences. */
function overlapTable(a: NumberedText, b: NumberedText): Uint16Array {
  const countB = sentenceCount(b);
  const table = new Uint16Array(sentenceCount(a) * countB);
  const [listA, listB] = [wordList(a), wordList(b)];
  for (let x = 0, y = 0; x < listA.length && y < listB.length; ) {
    const [one, other] = [(listA[x] ?? 0) >>> 8, (listB[y] ?? 0) >>> 8];
    if (one < other) x += 2;
    else if (other < one) y += 2;
    else {
      const from = y;
      for (; x < listA.length && (listA[x] ?? 0) >>> 8 === one; x += 2) {
        const timesA = (listA[x] ?? 0) & mostTimes;
        const row = (listA[x + 1] ?? 0) * countB;
        for (y = from; y < listB.length && (listB[y] ?? 0) >>> 8 === one; y += 2) {
          const timesB = (listB[y] ?? 0) & mostTimes;
          const cell = row + (listB[y + 1] ?? 0);
          table[cell] = (table[cell] ?? 0) + Math.min(timesA, timesB);
        }
      }
    }
  }
  return table;
}

/** A text is compared with many others: its words are put in order once. */
const wordLists = new WeakMap<Uint32Array, Uint32Array>();
/** A word is counted so often in one sentence. */
const mostTimes = 0xff;
const mostSentences = 0x10000;

/** Two numbers for each word of each sentence, by word: the word with how often it stands there, and the sentence. */
function wordList(text: NumberedText): Uint32Array {
  const known = wordLists.get(text.words);
  if (known !== undefined) return known;
  const places = new Float64Array(text.words.length);
  for (let sentence = 0; sentence < sentenceCount(text); sentence++) {
    for (let at = startOf(text, sentence); at < endOf(text, sentence); at++)
      places[at] = ((text.words[at] ?? 0) >>> 8) * mostSentences + sentence;
  }
  places.sort();
  const list = new Uint32Array(places.length * 2);
  let size = 0;
  for (let at = 0; at < places.length; ) {
    const place = places[at] ?? 0;
    let times = 0;
    for (; at < places.length && places[at] === place; at++) times++;
    list[size++] = (Math.floor(place / mostSentences) << 8) | Math.min(times, mostTimes);
    list[size++] = place % mostSentences;
  }
  const found = list.slice(0, size);
  wordLists.set(text.words, found);
  return found;
}

function alike(common: number, lengthA: number, lengthB: number): boolean {
  if (common === 0) return false;
  if (2 * common >= likenessFloor * (lengthA + lengthB)) return true;
  const shorter = Math.min(lengthA, lengthB);
  return shorter >= shortestJoined && common >= joinedFloor * shorter;
}

function comparePair(a: NumberedText, i: number, b: NumberedText, j: number): SentencePair | undefined {
  const wordsA = sentenceWords(a, i).subarray(0, longestSentence);
  const wordsB = sentenceWords(b, j).subarray(0, longestSentence);
  const { common, changes } = diffWords(wordsA, wordsB);
  if (!alike(common, wordsA.length, wordsB.length)) return undefined;
  return { a: i, b: j, common, likeness: (2 * common) / (wordsA.length + wordsB.length), changes };
}

const lengths = new Uint16Array((longestSentence + 1) * (longestSentence + 1));

/** Longest common run of words in order, and what stands in place of each other between them. */
export function diffWords(
  a: Uint32Array,
  b: Uint32Array,
): { readonly common: number; readonly changes: readonly WordChange[] } {
  const changes: WordChange[] = [];
  let start = 0;
  while (start < a.length && start < b.length && sameWord(a[start], b[start])) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && sameWord(a[endA - 1], b[endB - 1])) {
    endA--;
    endB--;
  }
  const width = endB - start + 1;
  for (let i = endA - start; i >= 0; i--) lengths[i * width + width - 1] = 0;
  for (let j = 0; j < width; j++) lengths[(endA - start) * width + j] = 0;
  for (let i = endA - start - 1; i >= 0; i--) {
    for (let j = width - 2; j >= 0; j--) {
      const down = lengths[(i + 1) * width + j] ?? 0;
      const right = lengths[i * width + j + 1] ?? 0;
      lengths[i * width + j] = sameWord(a[start + i], b[start + j])
        ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(down, right);
    }
  }
  const common = start + (a.length - endA) + (lengths[0] ?? 0);
  let goneA: number[] = [];
  let goneB: number[] = [];
  const close = (): void => {
    if (goneA.length + goneB.length > 0) changes.push({ a: goneA, b: goneB });
    goneA = [];
    goneB = [];
  };
  let [i, j] = [0, 0];
  while (start + i < endA || start + j < endB) {
    if (start + i < endA && start + j < endB && sameWord(a[start + i], b[start + j])) {
      close();
      i++;
      j++;
    } else if (
      start + j >= endB ||
      (start + i < endA && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      goneA.push(a[start + i++] ?? 0);
    } else goneB.push(b[start + j++] ?? 0);
  }
  close();
  return { common, changes };
}

function sameWord(a: number | undefined, b: number | undefined): boolean {
  return ((a ?? 0) ^ (b ?? 0)) >>> 8 === 0;
}
