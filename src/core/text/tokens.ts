import type { Span } from '../model/evidence.ts';
import { foldWord } from './normalise.ts';

export type TokenKind = 'word' | 'number' | 'punctuation';

/**
 * One token of a text, by offsets into that text.
 * Words: a run of letters (digits may follow inside: `G20`). Numbers: a run of digits only (`3.5` and `14/04` are three
 * tokens, `12th` is a number and a word). Punctuation: one character each; `folded` is a plain form of it
 * (all dashes `-`, all quotation marks `"`, Arabic comma `,`, semicolon `;`, question mark `?`).
 */
export interface Token extends Span {
  readonly folded: string;
  readonly kind: TokenKind;
  /** The first letter is a capital. */
  readonly upper: boolean;
  /** Two letters or more, all capitals: tells `US` from `Us`. */
  readonly capitals: boolean;
}

const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const JOINER = 4; // combining marks and invisible format characters: belong to the word around them
const APOSTROPHE = 5;
const OTHER = 6;
const HIGH = 7; // first half of a surrogate pair

/** Class of each UTF-16 unit met so far: a pure memo. */
const classes = new Uint8Array(65536);

const IS_LETTER = /[\p{L}\p{Nl}]/u;
const IS_DIGIT = /\p{Nd}/u;
const IS_JOINER = /[\p{M}\p{Cf}]/u;
const IS_SPACE = /[\s\p{Z}\p{Cc}]/u;
const IS_UPPER = /[\p{Lu}\p{Lt}]/u;
const APOSTROPHES = "'’‘ʼʻ´`′";

/** French elisions that are words of their own; `aujourd'hui`, `O'Brien`, `Qur'an` stay whole. */
const ELISIONS: ReadonlySet<string> = new Set(
  'c d j l m n s t qu jusqu lorsqu puisqu quoiqu'.split(' ').concat(['quelqu', 'presqu']),
);

const PUNCTUATION = new Map<string, string>();
for (const dash of '-‐‑‒–—―−ـ') PUNCTUATION.set(dash, '-');
for (const quote of '"“”„‟«»❝❞〝〞＂') PUNCTUATION.set(quote, '"');
for (const mark of APOSTROPHES) PUNCTUATION.set(mark, "'");
PUNCTUATION.set('،', ',').set('؛', ';').set('؟', '?').set('۔', '.').set('٪', '%').set('٫', '.').set('٬', ',');

/**
 * Splits `text` from `start` to `end` into tokens in linear time. Every character that is neither space nor invisible
 * lies in exactly one token. Elided articles are tokens with their apostrophe (`l'` + `intérieur`), the English
 * possessive is a token (`'s`), hyphenated compounds are words with a `-` token between.
 */
export function tokenize(text: string, start = 0, end: number = text.length): Token[] {
  const tokens: Token[] = [];
  const folds = new Map<string, string>();
  let i = start;
  while (i < end) {
    const kind = classAt(text, i);
    if (kind === SPACE) i++;
    else if (kind === LETTER) i = readWord(text, i, end, tokens, folds);
    else if (kind === DIGIT) {
      let j = i + 1;
      while (j < end && classAt(text, j) === DIGIT) j++;
      const folded = fold(text.slice(i, j), folds);
      tokens.push({ start: i, end: j, folded, kind: 'number', upper: false, capitals: false });
      i = j;
    } else if (kind === JOINER) i++;
    else if (kind === HIGH) i = readPair(text, i, end, tokens, folds);
    else {
      const sign = text.charAt(i);
      if (kind === APOSTROPHE && isPossessive(text, i, end, tokens.at(-1))) {
        tokens.push({ start: i, end: i + 2, folded: "'s", kind: 'word', upper: false, capitals: false });
        i += 2;
      } else {
        tokens.push({
          start: i,
          end: i + 1,
          folded: PUNCTUATION.get(sign) ?? sign,
          kind: 'punctuation',
          upper: false,
          capitals: false,
        });
        i++;
      }
    }
  }
  return tokens;
}

/** True for a letter of any script in the basic plane; `index` may be out of range. */
export function isLetterAt(text: string, index: number): boolean {
  return index >= 0 && index < text.length && classAt(text, index) === LETTER;
}

export function isDigitAt(text: string, index: number): boolean {
  return index >= 0 && index < text.length && classAt(text, index) === DIGIT;
}

/** Spaces of every width, line ends and control characters. */
export function isSpaceAt(text: string, index: number): boolean {
  return index >= 0 && index < text.length && classAt(text, index) === SPACE;
}

/** Invisible format characters (direction marks, zero-width joiners) and combining marks. */
export function isJoinerAt(text: string, index: number): boolean {
  return index >= 0 && index < text.length && classAt(text, index) === JOINER;
}

export function isUpperAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return unit >= 65 && unit <= 90;
  if (unit >= 0x590 && unit < 0x10a0) return false; // no case from Hebrew and Arabic to Burmese
  return index >= 0 && index < text.length && IS_UPPER.test(text.charAt(index));
}

function readWord(text: string, start: number, end: number, tokens: Token[], folds: Map<string, string>): number {
  let i = start + 1;
  while (i < end) {
    const kind = classAt(text, i);
    if (kind === LETTER || kind === JOINER) i++;
    else if (kind === DIGIT && !isArabicUnit(text.charCodeAt(i - 1))) i++;
    else if (kind === APOSTROPHE && i + 1 < end && classAt(text, i + 1) === LETTER) {
      if (ELISIONS.has(fold(text.slice(start, i), folds))) {
        i++;
        break;
      }
      if (isPossessive(text, i, end, undefined)) break;
      i++;
    } else break;
  }
  let last = i;
  while (last > start + 1 && classAt(text, last - 1) === JOINER && !IS_MARK.test(text.charAt(last - 1))) last--;
  const folded = fold(text.slice(start, last), folds);
  const upper = isUpperAt(text, start);
  // A run of tatweel alone is a dash in Arabic datelines.
  if (folded === '') tokens.push({ start, end: last, folded: '-', kind: 'punctuation', upper: false, capitals: false });
  else
    tokens.push({ start, end: last, folded, kind: 'word', upper, capitals: upper && allCapitals(text, start, last) });
  return i;
}

function allCapitals(text: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  for (let i = start + 1; i < end; i++) if (classAt(text, i) === LETTER && !isUpperAt(text, i)) return false;
  return true;
}

/** Arabic writes its one-letter particles against a number: `و4` is two tokens, `G20` one. */
function isArabicUnit(unit: number): boolean {
  return unit >= 0x600 && unit < 0x780;
}

const IS_MARK = /\p{M}/u;

/** `'s` that ends a word: `Morocco's`. */
function isPossessive(text: string, at: number, end: number, before: Token | undefined): boolean {
  if (before !== undefined && (before.end !== at || before.kind === 'punctuation')) return false;
  const next = text.charCodeAt(at + 1);
  if (at + 1 >= end || (next !== 0x73 && next !== 0x53)) return false;
  return at + 2 >= end || (classAt(text, at + 2) !== LETTER && classAt(text, at + 2) !== DIGIT);
}

function readPair(text: string, start: number, end: number, tokens: Token[], folds: Map<string, string>): number {
  const low = text.charCodeAt(start + 1);
  const stop = start + 1 < end && low >= 0xdc00 && low <= 0xdfff ? start + 2 : start + 1;
  const pair = text.slice(start, stop);
  if (IS_LETTER.test(pair)) {
    tokens.push({
      start,
      end: stop,
      folded: fold(pair, folds),
      kind: 'word',
      upper: IS_UPPER.test(pair),
      capitals: false,
    });
  } else if (!IS_JOINER.test(pair)) {
    tokens.push({ start, end: stop, folded: pair, kind: 'punctuation', upper: false, capitals: false });
  }
  return stop;
}

function fold(word: string, folds: Map<string, string>): string {
  let folded = folds.get(word);
  if (folded === undefined) {
    folded = foldWord(word);
    folds.set(word, folded);
  }
  return folded;
}

function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const known = classes[unit];
  if (known !== undefined && known !== 0) return known;
  const found = classify(String.fromCharCode(unit), unit);
  classes[unit] = found;
  return found;
}

function classify(character: string, unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return HIGH;
  if (APOSTROPHES.includes(character)) return APOSTROPHE;
  if (IS_LETTER.test(character)) return LETTER;
  if (IS_DIGIT.test(character)) return DIGIT;
  if (IS_JOINER.test(character)) return JOINER;
  if (IS_SPACE.test(character)) return SPACE;
  return OTHER;
}
