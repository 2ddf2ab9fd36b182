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
    if (unit >= 0xd800 && unit <= 0xdbff && i + 1 < word.length) {
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

/** Working memory of `foldName`: longer texts are folded piece by piece as strings. */
const units = new Uint16Array(4096);

/** `foldWord` for the key of a name: words joined by one space, punctuation and apostrophes dropped. */
export function foldName(text: string): string {
  // A fold has at most 18 units for one.
  if (text.length > 1500) return foldNameByStrings(text);
  let size = 0;
  let gap = false;
  const length = text.length;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      const lower = unit >= 65 && unit <= 90 ? unit | 0x20 : unit;
      if ((lower >= 97 && lower <= 122) || (unit >= 48 && unit <= 57)) {
        if (gap && size > 0) units[size++] = 32;
        gap = false;
        units[size++] = lower;
      } else gap = true;
      continue;
    }
    if ((unit >= 0xd800 && unit <= 0xdfff) || size > 2000) return foldNameByStrings(text);
    const fold = foldUnit(unit);
    for (let k = 0; k < fold.length; k++) {
      const code = fold.charCodeAt(k);
      if (isLetterOrNumber(code)) {
        if (gap && size > 0) units[size++] = 32;
        gap = false;
        units[size++] = code;
      } else gap = true;
    }
  }
  return String.fromCharCode.apply(null, units.subarray(0, size) as unknown as number[]);
}

function foldNameByStrings(text: string): string {
  return foldWord(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
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
