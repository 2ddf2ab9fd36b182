import { familyFloor, wordSimilarity } from '../record/names.ts';
import { alignPrints, type SentencePair, sentenceCount, sentenceWords, type WordChange } from './align-prints.ts';
import type { DispatchIndex } from './dispatch-index.ts';
import {
  type DispatchPrint,
  fingerprintsOfWords,
  holdsNames,
  isPrintedLater,
  nameKeys,
  wordKinds,
} from './dispatch-print.ts';
import { hashWord } from './fingerprints.ts';
import { tellsOfAnother, yearsApart } from './look-alike.ts';
import { sentencePrints } from './sentence-prints.ts';

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
const unknownOrderFloor = 0.3;
/** A later text that consists of little else was cut from the longer one. */
const surelyCut = 0.7;
/** Words in a row of sentences that make a passage, and how alike each sentence must be. */
const passageWords = 25;
const passageLikeness = 0.75;
/** A sentence of more dispatches than this was not lifted from one of them. */
const passageTexts = 2;
/** Look-alikes of one template hold this much of each other. */
const templateFloor = 0.35;
/** Texts whose figures nearly all differ are two issues of one bulletin. */
const figuresFloor = 4;
const figuresShare = 0.7;
/** Words of names that both have in one sentence: more than host and guest make. */
const fewestListed = 6;
/** Above it two words are spellings of one name. Stricter than for people: every word meets every other. */
const sameWordFloor = 0.82;
/** Sentences that say whom a text is about. */
const leadSentences = 2;
/** Where texts are equal from end to end, readings of them that differ are errors of reading. */
const identicalFloor = 0.97;
const nearlyWhole = 0.88;

const nothing: PrintComparison = { relation: 'none', strength: 0, coverA: 0, coverB: 0, passages: [] };

/** Compares two texts of one language, sentence against sentence. */
export function comparePrints(a: DispatchPrint, b: DispatchPrint, archive: ArchiveWords): PrintComparison {
  const { pairs, coverA: alignedA, coverB: alignedB } = alignPrints(a, b);
  // Where full stops were lost there are no sentences to align; runs of words still say what was taken.
  const whole =
    pairs.length === 0 || Math.min(sentenceCount(a), sentenceCount(b)) === 1 ? containments(a, b) : undefined;
  const coverA = Math.max(alignedA, whole?.a ?? 0);
  const coverB = Math.max(alignedB, whole?.b ?? 0);
  if (pairs.length === 0 && Math.max(coverA, coverB) < copyFloor) return nothing;
  const lookAlike = lookAlikeReason(a, b, pairs, archive, { coverA, coverB });
  const told = { coverA, coverB, ...(lookAlike === undefined ? {} : { lookAlike }) };
  const strength = (Math.max(coverA, coverB) * 2 + Math.min(coverA, coverB)) / 3;
  if (lookAlike === undefined && isCopy(a, b, pairs, coverA, coverB, archive))
    return { relation: 'copy', strength, ...told, passages: [] };
  const template = lookAlike !== undefined && Math.min(coverA, coverB) >= templateFloor;
  const passages = lookAlike === 'reprinted-later' ? [] : passagesOf(a, b, pairs, archive, template);
  return { relation: passages.length > 0 ? 'reuse' : 'none', strength, ...told, passages };
}

function isCopy(
  a: DispatchPrint,
  b: DispatchPrint,
  pairs: readonly SentencePair[],
  coverA: number,
  coverB: number,
  archive: ArchiveWords,
): boolean {
  const lower = Math.min(coverA, coverB);
  const upper = Math.max(coverA, coverB);
  if (upper < copyFloor) return false;
  if (onlyFormulas(a, b, pairs, archive) && !sharesName(a, b, archive)) return false;
  if (lower >= ownTextFloor || pairs.length === 0) return true;
  const [longer, shorter, side] = coverA <= coverB ? [a, b, 'a' as const] : [b, a, 'b' as const];
  const later = isPrintedLater(shorter, longer);
  if (later && (lower >= unknownOrderFloor || upper >= surelyCut || sharesName(a, b, archive))) return true;
  if (lower >= unknownOrderFloor && !isPrintedLater(longer, shorter)) return true;
  // The longer text goes on for long after it, or brings it somewhere in the middle of its own.
  return Math.min(...pairs.map((pair) => pair[side])) <= 1;
}

/** All that two texts share is said in many others too. */
function onlyFormulas(
  a: DispatchPrint,
  b: DispatchPrint,
  pairs: readonly SentencePair[],
  archive: ArchiveWords,
): boolean {
  return pairs.length > 0 && pairs.every((pair) => isFormulaSentence(a, b, pair, archive));
}

/** Of what the two sentences have in common most is said in many other texts, or nothing is long enough to tell. */
function isFormulaSentence(
  a: DispatchPrint,
  b: DispatchPrint,
  pair: SentencePair,
  archive: ArchiveWords,
  most?: number,
): boolean {
  const printsA = sentencePrints(a, pair.a);
  const printsB = sentencePrints(b, pair.b);
  let shared = 0;
  let formulas = 0;
  // Both are sorted.
  for (let i = 0, j = 0; i < printsA.length && j < printsB.length; ) {
    const [one = 0, other = 0] = [printsA[i], printsB[j]];
    if (one === other) {
      shared++;
      if (archive.isFormula(a.language, one, most)) formulas++;
    }
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return shared === 0 || formulas * 2 >= shared;
}

/** Both name somebody whom few other texts name: then formulas are said about the same person. */
function sharesName(a: DispatchPrint, b: DispatchPrint, archive: ArchiveWords): boolean {
  const rare = (text: DispatchPrint): number[] =>
    [...nameKeys(text.words)].filter((key) => !archive.isFormula(text.language, key));
  return holdsNames(b.words, rare(a)).size > 0 || holdsNames(a.words, rare(b)).size > 0;
}

function containments(a: DispatchPrint, b: DispatchPrint): { readonly a: number; readonly b: number } {
  const printsA = fingerprintsOfWords(a.words, a.language);
  const printsB = new Set(fingerprintsOfWords(b.words, b.language));
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
  { coverA, coverB }: { readonly coverA: number; readonly coverB: number },
): LookAlikeReason | undefined {
  const alike = Math.max(coverA, coverB) >= copyFloor;
  if (yearsApart(a.record, b.record)) return alike ? 'reprinted-later' : undefined;
  const slots = createSlots(a, b, archive);
  const said = otherInSentences(a, b, pairs, slots);
  if (said !== undefined) return said;
  const lead = alike && sharedSpecifics(a, b, pairs) < enoughSpecifics ? otherInLead(a, b, slots) : undefined;
  if (lead !== undefined) return lead;
  const identical =
    Math.max(coverA, coverB) >= identicalFloor &&
    Math.min(coverA, coverB) >= nearlyWhole &&
    !pairs.some(({ changes }) => changes.some(fillsSlot));
  return !identical && tellsOfAnother(a.record, b.record) ? 'other-meeting' : undefined;
}

/** Whether words of A stand for somebody, some country or some day that B does not know, and the other way round. */
interface Slots {
  both(x: Iterable<number>, y: Iterable<number>, kind: number): boolean;
  names(x: Iterable<number>, y: Iterable<number>): boolean;
}

function createSlots(a: DispatchPrint, b: DispatchPrint, archive: ArchiveWords): Slots {
  // Most pairs never ask.
  const names = once(spelledNames);
  const stranger = (words: Iterable<number>, kind: number, other: DispatchPrint): boolean => {
    for (const word of words) if ((word & kind) !== 0 && !holdsWord(other.words, word)) return true;
    return false;
  };
  return {
    both: (x, y, kind) => holdsKind(x, kind) && holdsKind(y, kind) && stranger(x, kind, b) && stranger(y, kind, a),
    names: (x, y) => {
      if (!holdsKind(x, wordKinds.name) || !holdsKind(y, wordKinds.name)) return false;
      const strangersA = strangeNames(x, names(a), b, archive);
      if (strangersA.length === 0) return false;
      const strangersB = strangeNames(y, names(b), a, archive);
      if (strangersB.length === 0) return false;
      // What stands in place of each other may be spelled more freely than any two words of the texts.
      return !strangersA.some((one) => strangersB.some((other) => wordSimilarity(one, other) >= familyFloor));
    },
  };
}

function once<T>(make: (text: DispatchPrint) => T): (text: DispatchPrint) => T {
  const made = new Map<DispatchPrint, T>();
  return (text) => {
    let known = made.get(text);
    if (known === undefined) {
      known = make(text);
      made.set(text, known);
    }
    return known;
  };
}

function holdsKind(words: Iterable<number>, kind: number): boolean {
  for (const word of words) if ((word & kind) !== 0) return true;
  return false;
}

/** What stands in place of each other in sentences of one form. */
function otherInSentences(
  a: DispatchPrint,
  b: DispatchPrint,
  pairs: readonly SentencePair[],
  slots: Slots,
): LookAlikeReason | undefined {
  let figures = 0;
  let changedFigures = 0;
  for (const pair of pairs) {
    for (const word of sentenceWords(a, pair.a)) if (isFigure(word)) figures++;
    for (const change of pair.changes.filter(fillsSlot)) {
      if (slots.both(change.a, change.b, wordKinds.country)) return 'other-country';
      if (slots.both(change.a, change.b, wordKinds.weekday) || slots.both(change.a, change.b, wordKinds.date))
        return 'other-day';
      if (slots.names(change.a, change.b) && !isNameList(a, b, pair, change)) return 'other-name';
      if (change.b.some(isFigure)) changedFigures += change.a.filter(isFigure).length;
    }
  }
  return figures >= figuresFloor && changedFigures >= figures * figuresShare ? 'other-figures' : undefined;
}

/** What stands for something else is about as long; a sentence that goes on otherwise is no slot of a template. */
function fillsSlot({ a, b }: WordChange): boolean {
  const shorter = Math.min(a.length, b.length);
  return shorter > 0 && Math.max(a.length, b.length) <= shorter * 2 + 4;
}

/** A list of those present, of which one outlet leaves out some and another others. */
function isNameList(a: DispatchPrint, b: DispatchPrint, pair: SentencePair, change: WordChange): boolean {
  const other = sentenceWords(b, pair.b);
  let shared = 0;
  for (const word of sentenceWords(a, pair.a)) if ((word & wordKinds.name) !== 0 && holdsWord(other, word)) shared++;
  const swapped = change.a.filter((word) => (word & wordKinds.name) !== 0).length;
  return shared >= fewestListed && shared > swapped * 2;
}

/** Whom and which day the beginnings are about, however they say it. */
function otherInLead(a: DispatchPrint, b: DispatchPrint, slots: Slots): LookAlikeReason | undefined {
  const leadA = leadWords(a);
  const leadB = leadWords(b);
  if (slots.both(leadA, leadB, wordKinds.country)) return 'other-country';
  if (slots.both(leadA, leadB, wordKinds.date)) return 'other-day';
  return slots.names(lastNames(leadA), lastNames(leadB)) ? 'other-name' : undefined;
}

/** Last words of names of two words or more: a lone capital in a new lead may be any town. */
function lastNames(words: Uint32Array): number[] {
  const found: number[] = [];
  for (let i = 1; i < words.length; i++) {
    const [before = 0, word = 0] = [words[i - 1], words[i]];
    const goesOn = ((words[i + 1] ?? 0) & wordKinds.name) !== 0;
    if ((before & word & wordKinds.name) !== 0 && !goesOn) found.push(word);
  }
  return found;
}

/** Different names, figures, countries and days that both texts hold in the sentences that they share below the lead. */
function sharedSpecifics(a: DispatchPrint, b: DispatchPrint, pairs: readonly SentencePair[]): number {
  const shared = new Set<number>();
  for (const pair of pairs) {
    if (pair.a === 0 || pair.b === 0) continue;
    const other = sentenceWords(b, pair.b);
    for (const word of sentenceWords(a, pair.a)) {
      if ((word & anySpecific) !== 0 && holdsWord(other, word)) shared.add(word >>> 8);
    }
  }
  return shared.size;
}

const anySpecific = wordKinds.name | wordKinds.number | wordKinds.country | wordKinds.weekday | wordKinds.date;
/** So many figures and names in common below the lead are no template: a new lead may name anybody. */
const enoughSpecifics = 4;

/** Few words are asked for: a look at each is quicker than a set of them. */
function holdsWord(words: Uint32Array, word: number): boolean {
  for (let at = 0; at < words.length; at++) if (((words[at] ?? 0) ^ word) >>> 8 === 0) return true;
  return false;
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

/** Rare names that the other text does not hold, in no spelling. */
function strangeNames(
  words: Iterable<number>,
  spelled: ReadonlyMap<number, string>,
  otherText: DispatchPrint,
  archive: ArchiveWords,
): string[] {
  const found: string[] = [];
  for (const word of words) {
    if ((word & wordKinds.name) === 0 || holdsWord(otherText.words, word)) continue;
    const name = spelled.get(word >>> 8);
    if (name === undefined || name.length < 3 || !archive.isRareName(otherText.language, name)) continue;
    if (!otherText.names.some((known) => wordSimilarity(name, known) >= sameWordFloor)) found.push(name);
  }
  return found;
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
      !pair.changes.some((change) => change.a.some(isSpecific) && change.b.some(isSpecific)) &&
      !isFormulaSentence(a, b, pair, archive, passageTexts) &&
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

/** What a lifted sentence keeps as it is. */
function isSpecific(word: number): boolean {
  return (word & (wordKinds.name | wordKinds.country | wordKinds.weekday | wordKinds.date)) !== 0;
}

/** In texts of one template a sentence counts when both hold the same name or figure in it. */
function saysSomething(a: Uint32Array, b: Uint32Array): boolean {
  return a.some((word) => (word & (wordKinds.name | wordKinds.number)) !== 0 && holdsWord(b, word));
}

function spanOf(text: DispatchPrint, from: number, to: number): { readonly start: number; readonly end: number } {
  return { start: text.sentences[from * 3 + 1] ?? 0, end: text.sentences[to * 3 + 2] ?? 0 };
}
