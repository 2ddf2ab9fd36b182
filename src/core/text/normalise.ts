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
    } else {
      const known = folds[unit];
      if (known !== undefined) result += known;
      else {
        const fold = foldCharacter(word.charAt(i));
        folds[unit] = fold;
        result += fold;
      }
    }
  }
  return result;
}

/** Folds running text, keeping spaces and punctuation: for comparing names and titles, not for offsets. */
export function foldText(text: string): string {
  return foldWord(text).replace(/\s+/g, ' ').trim();
}

/** `foldWord` for the key of a name: words joined by one space, punctuation and apostrophes dropped. */
export function foldName(text: string): string {
  return foldWord(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
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
