import { wordSimilarity } from '../record/names.ts';
import { alignSentences, type SentencePair, sentenceCount, sentenceWords } from './align-sentences.ts';
import type { DispatchIndex } from './dispatch-index.ts';
import { type DispatchPrint, fingerprintsOfPrint, wordKinds } from './dispatch-print.ts';
import { hashWord, winnowedGrams } from './fingerprints.ts';
import { tellsOfAnother, yearsApart } from './look-alike.ts';

/** Why two texts of nearly the same words are not one dispatch. */
export type LookAlikeReason =
  | 'other-meeting'
  | 'other-country'
  | 'other-name'
  | 'other-day'
  | 'other-figures'
  | 'reprinted-later';

/** The same passage in two texts, as offsets of both. */
export interface ReusedPassage {
  readonly a: { readonly start: number; readonly end: number };
  readonly b: { readonly start: number; readonly end: number };
  readonly words: number;
}

export interface PrintComparison {
  /** `copy`: one text, cut or edited. `reuse`: passages of one stand in the other. */
  readonly relation: 'copy' | 'reuse' | 'none';
  /** 0 to 1; copies are joined from the likest on. */
  readonly strength: number;
  readonly coverA: number;
  readonly coverB: number;
  /** Set when the texts are alike and something speaks against one dispatch. */
  readonly lookAlike?: LookAlikeReason;
  readonly passages: readonly ReusedPassage[];
}

/** What the archive knows of the words: formulas and common names tell nothing. */
export type ArchiveWords = Pick<DispatchIndex, 'isFormula' | 'isRareName'>;

/** Share of the shorter text that stands in the longer one when it is cut or edited from it. */
const copyFloor = 0.55;
/** A text that holds another and as much again of its own is no copy of it, unless it begins with it. */
const ownTextFloor = 0.4;
/** Words in a row of sentences that make a passage, and how alike each sentence must be. */
const passageWords = 25;
const passageLikeness = 0.75;
/** Texts whose figures nearly all differ are two issues of one bulletin. */
const figuresFloor = 4;
const figuresShare = 0.7;
/** Above it two words are spellings of one name. Stricter than for people: every word meets every other. */
const sameWordFloor = 0.82;
/** Sentences that say whom a text is about. */
const leadSentences = 2;
/** Where texts are equal from end to end, readings of them that differ are errors of reading. */
const identicalFloor = 0.97;

const nothing: PrintComparison = { relation: 'none', strength: 0, coverA: 0, coverB: 0, passages: [] };

/** Compares two texts of one language, sentence against sentence. */
export function comparePrints(a: DispatchPrint, b: DispatchPrint, archive: ArchiveWords): PrintComparison {
  const { pairs, coverA: alignedA, coverB: alignedB } = alignSentences(a, b);
  // Where full stops were lost there are no sentences to align; runs of words still say what was taken.
  const whole = pairs.length === 0 || Math.min(sentenceCount(a), sentenceCount(b)) === 1 ? containments(a, b) : undefined;
  const coverA = Math.max(alignedA, whole?.a ?? 0);
  const coverB = Math.max(alignedB, whole?.b ?? 0);
  if (pairs.length === 0 && Math.max(coverA, coverB) < copyFloor) return nothing;
  const lookAlike = lookAlikeReason(a, b, pairs, archive, Math.min(coverA, coverB));
  const told = { coverA, coverB, ...(lookAlike === undefined ? {} : { lookAlike }) };
  const strength = (Math.max(coverA, coverB) * 2 + Math.min(coverA, coverB)) / 3;
  if (lookAlike === undefined && isCopy(a, pairs, coverA, coverB, archive))
    return { relation: 'copy', strength, ...told, passages: [] };
  const passages = lookAlike === 'reprinted-later' ? [] : passagesOf(a, b, pairs, archive, lookAlike !== undefined);
  return { relation: passages.length > 0 ? 'reuse' : 'none', strength, ...told, passages };
}

function isCopy(
  a: DispatchPrint,
  pairs: readonly SentencePair[],
  coverA: number,
  coverB: number,
  archive: ArchiveWords,
): boolean {
  const lower = Math.min(coverA, coverB);
  if (Math.max(coverA, coverB) < copyFloor) return false;
  if (onlyFormulas(a, pairs, archive)) return false;
  if (lower >= ownTextFloor) return true;
  // The longer text goes on for long after it, or brings it somewhere in the middle of its own.
  const longer = coverA <= coverB ? 'a' : 'b';
  const first = Math.min(...pairs.map((pair) => pair[longer]));
  return pairs.length === 0 || first <= 1;
}

/** All that two texts share is said in many others too. */
function onlyFormulas(a: DispatchPrint, pairs: readonly SentencePair[], archive: ArchiveWords): boolean {
  return pairs.length > 0 && pairs.every((pair) => isFormulaSentence(a, pair.a, archive));
}

function isFormulaSentence(text: DispatchPrint, sentence: number, archive: ArchiveWords): boolean {
  const prints = fingerprintsOfSentence(text, sentence);
  if (prints.length === 0) return false;
  let formulas = 0;
  for (const print of prints) if (archive.isFormula(text.language, print)) formulas++;
  return formulas * 2 > prints.length;
}

/** All fingerprints of the sentence that the whole text could have kept. */
function fingerprintsOfSentence(text: DispatchPrint, sentence: number): Uint32Array {
  const words = sentenceWords(text, sentence);
  const plain = new Uint32Array(words.length);
  let size = 0;
  for (const word of words) if ((word & wordKinds.number) === 0) plain[size++] = word >>> 8;
  return winnowedGrams(plain, size);
}

function containments(a: DispatchPrint, b: DispatchPrint): { readonly a: number; readonly b: number } {
  const printsA = fingerprintsOfPrint(a);
  const printsB = new Set(fingerprintsOfPrint(b));
  let shared = 0;
  for (const print of printsA) if (printsB.has(print)) shared++;
  if (shared < 3) return { a: 0, b: 0 };
  return { a: shared / printsA.length, b: shared / printsB.size };
}

function lookAlikeReason(
  a: DispatchPrint,
  b: DispatchPrint,
  pairs: readonly SentencePair[],
  archive: ArchiveWords,
  cover: number,
): LookAlikeReason | undefined {
  if (yearsApart(a.record, b.record)) return 'reprinted-later';
  const said = otherWords(a, b, pairs, archive);
  if (said !== undefined) return said;
  const identical = cover >= identicalFloor && pairs.every((pair) => pair.likeness >= identicalFloor);
  return !identical && tellsOfAnother(a.record, b.record) ? 'other-meeting' : undefined;
}

/** What stands in place of each other in sentences of one form, then whom the beginnings are about. */
function otherWords(
  a: DispatchPrint,
  b: DispatchPrint,
  pairs: readonly SentencePair[],
  archive: ArchiveWords,
): LookAlikeReason | undefined {
  const wordsA = wordKeys(a.words);
  const wordsB = wordKeys(b.words);
  const strangerIn = (words: Iterable<number>, kind: number, other: ReadonlySet<number>): boolean => {
    for (const word of words) if ((word & kind) !== 0 && !other.has(word >>> 8)) return true;
    return false;
  };
  const bothStrange = (x: Iterable<number>, y: Iterable<number>, kind: number): boolean =>
    strangerIn(x, kind, wordsB) && strangerIn(y, kind, wordsA);
  const namesA = spelledNames(a);
  const namesB = spelledNames(b);
  const otherNames = (x: Iterable<number>, y: Iterable<number>): boolean =>
    strangeName(x, wordsB, namesA, b, archive) && strangeName(y, wordsA, namesB, a, archive);
  let figures = 0;
  let changedFigures = 0;
  for (const { a: sentence, changes } of pairs) {
    for (const word of sentenceWords(a, sentence)) if (isFigure(word)) figures++;
    for (const change of changes) {
      if (bothStrange(change.a, change.b, wordKinds.country)) return 'other-country';
      if (bothStrange(change.a, change.b, wordKinds.weekday) || bothStrange(change.a, change.b, wordKinds.date))
        return 'other-day';
      if (otherNames(change.a, change.b)) return 'other-name';
      if (change.b.some(isFigure)) changedFigures += change.a.filter(isFigure).length;
    }
  }
  if (figures >= figuresFloor && changedFigures >= figures * figuresShare) return 'other-figures';
  const leadA = leadWords(a);
  const leadB = leadWords(b);
  if (bothStrange(leadA, leadB, wordKinds.country)) return 'other-country';
  if (bothStrange(leadA, leadB, wordKinds.date)) return 'other-day';
  return otherNames(leadA, leadB) ? 'other-name' : undefined;
}

/** Words without their marks. */
function wordKeys(words: Uint32Array): Set<number> {
  const keys = new Set<number>();
  for (const word of words) keys.add(word >>> 8);
  return keys;
}

function isFigure(word: number): boolean {
  return (word & wordKinds.number) !== 0 && (word & wordKinds.date) === 0;
}

function leadWords(text: DispatchPrint): Uint32Array {
  return text.words.subarray(0, text.sentences[leadSentences * 3] ?? text.words.length);
}

function spelledNames(text: DispatchPrint): ReadonlyMap<number, string> {
  return new Map(text.names.map((name) => [hashWord(name) & 0xffffff, name]));
}

/** A rare name that the other text does not hold, in no spelling. */
function strangeName(
  words: Iterable<number>,
  other: ReadonlySet<number>,
  spelled: ReadonlyMap<number, string>,
  otherText: DispatchPrint,
  archive: ArchiveWords,
): boolean {
  for (const word of words) {
    if ((word & wordKinds.name) === 0 || other.has(word >>> 8)) continue;
    const name = spelled.get(word >>> 8);
    if (name === undefined || name.length < 3 || !archive.isRareName(otherText.language, name)) continue;
    if (!otherText.names.some((known) => wordSimilarity(name, known) >= sameWordFloor)) return true;
  }
  return false;
}

/** Neighbouring sentences that stand in both texts nearly word for word and are no formulas. */
function passagesOf(
  a: DispatchPrint,
  b: DispatchPrint,
  pairs: readonly SentencePair[],
  archive: ArchiveWords,
  template: boolean,
): ReusedPassage[] {
  const usable = pairs.filter(
    (pair) =>
      pair.likeness >= passageLikeness &&
      !isFormulaSentence(a, pair.a, archive) &&
      (!template || saysSomething(sentenceWords(a, pair.a), sentenceWords(b, pair.b))),
  );
  const passages: ReusedPassage[] = [];
  let run: SentencePair[] = [];
  const close = (): void => {
    const words = run.reduce((sum, { common }) => sum + common, 0);
    const [first] = run;
    const last = run.at(-1);
    if (words >= passageWords && first !== undefined && last !== undefined)
      passages.push({ a: spanOf(a, first.a, last.a), b: spanOf(b, first.b, last.b), words });
    run = [];
  };
  for (const pair of usable) {
    const last = run.at(-1);
    if (last !== undefined && (pair.a > last.a + 1 || pair.b > last.b + 1 || pair.b < last.b)) close();
    run.push(pair);
  }
  close();
  return passages;
}

/** In texts of one template a sentence counts when both hold the same name or figure in it. */
function saysSomething(a: Uint32Array, b: Uint32Array): boolean {
  const other = wordKeys(b);
  return a.some((word) => (word & (wordKinds.name | wordKinds.number)) !== 0 && other.has(word >>> 8));
}

function spanOf(text: DispatchPrint, from: number, to: number): { readonly start: number; readonly end: number } {
  return { start: text.sentences[from * 3 + 1] ?? 0, end: text.sentences[to * 3 + 2] ?? 0 };
}
