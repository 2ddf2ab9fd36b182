import { isLetterOrNumber } from './characters.ts';

/** Letters that Unicode does not decompose but readers type in several ways. Keys are already lower case. */
const SPECIAL = new Map<string, string>([
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ς', 'σ'],
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ة', 'ه'],
  ['ہ', 'ه'],
  ['ک', 'ك'],
  ['ـ', ''],
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['ʻ', "'"],
  ['ʿ', "'"],
  ['ʾ', "'"],
  ['′', "'"],
  ['´', "'"],
  ['`', "'"],
]);

const MARK_OR_FORMAT = /[\p{Mn}\p{Me}\p{Cf}]/u;
const DIGIT = /\p{Nd}/u;

/** Fold of each UTF-16 unit met so far: a pure memo, bounded by the size of the basic plane. */
const folds: (string | undefined)[] = [];

/**
 * One form for all spellings of a word: lower case, no accents, no Arabic vowel marks or tatweel, one alef, ya for alef
 * maqsura, ha for ta marbuta, hamza seats reduced to their letter, `oe` for œ, ASCII digits, straight apostrophe.
 * Idempotent. The result may differ in length from the input: use token offsets, never offsets in the fold.
 */
export function foldWord(word: string): string {
  if (isAscii(word)) return word.includes('`') ? word.toLowerCase().replaceAll('`', "'") : word.toLowerCase();
  let result = '';
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit >= 0xd800 && isPair(unit, word.charCodeAt(i + 1))) {
      result += foldCharacter(word.slice(i, i + 2));
      i++;
    } else result += foldUnit(unit);
  }
  return result;
}

/** Folds running text, keeping spaces and punctuation: for comparing names and titles, not for offsets. */
export function foldText(text: string): string {
  return foldWord(text).replace(/\s+/g, ' ').trim();
}

/** Working memory of `foldName`, emptied into a string when it is nearly full. */
const units = new Uint16Array(2048);
const nearlyFull = 2000;

/**
 * `foldWord` for the key of a name: words joined by one space, punctuation and apostrophes dropped. Unit by unit: an
 * expression over a text of megabytes would run out of stack.
 */
export function foldName(text: string): string {
  let done = '';
  let size = 0;
  let gap = false;
  const add = (code: number): void => {
    if (gap && (size > 0 || done !== '')) units[size++] = 32;
    gap = false;
    units[size++] = code;
    if (size < nearlyFull) return;
    done += textOf(size);
    size = 0;
  };
  const length = text.length;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      const lower = unit >= 65 && unit <= 90 ? unit | 0x20 : unit;
      if ((lower >= 97 && lower <= 122) || (unit >= 48 && unit <= 57)) add(lower);
      else gap = true;
    } else if (unit >= 0xd800 && unit <= 0xdfff) {
      const pair = isPair(unit, text.charCodeAt(i + 1));
      for (const part of pair ? foldCharacter(text.slice(i, i + 2)) : ' ') {
        if (LETTER_OR_NUMBER.test(part)) for (let k = 0; k < part.length; k++) add(part.charCodeAt(k));
        else gap = true;
      }
      if (pair) i++;
    } else {
      const fold = foldUnit(unit);
      for (let k = 0; k < fold.length; k++) {
        const code = fold.charCodeAt(k);
        if (isLetterOrNumber(code)) add(code);
        else gap = true;
      }
    }
  }
  return done + textOf(size);
}

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

function isPair(high: number, low: number): boolean {
  return high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

function textOf(size: number): string {
  return String.fromCharCode.apply(null, units.subarray(0, size) as unknown as number[]);
}

function foldUnit(unit: number): string {
  const known = folds[unit];
  if (known !== undefined) return known;
  const fold = foldCharacter(String.fromCharCode(unit));
  folds[unit] = fold;
  return fold;
}

function foldCharacter(character: string): string {
  const direct = SPECIAL.get(character);
  if (direct !== undefined) return direct;
  // Upper case can hide behind compatibility forms and the other way round, hence decompose, lower, decompose.
  const lower = character.normalize('NFKD').toLowerCase().normalize('NFKD');
  const decomposed = [...lower].length;
  let result = '';
  for (const part of lower) {
    const special = SPECIAL.get(part);
    if (special !== undefined) result += special;
    else if (DIGIT.test(part)) result += foldDigit(part);
    else if (!MARK_OR_FORMAT.test(part) && (part !== ' ' || decomposed === 1)) result += part;
  }
  return result;
}

/** Decimal digits stand in runs of ten; the zeros of the scripts that the press uses are known. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6] as const;

function foldDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  for (const zero of ZEROS) if (code >= zero && code < zero + 10) return String(code - zero);
  return digit;
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x7f) return false;
  return true;
}
