/** What undeclared bytes may be: the charsets that the press of the world used before UTF-8. */
export type GuessedCharset =
  | 'utf-8'
  | 'windows-1252'
  | 'windows-1256'
  | 'iso-8859-6'
  | 'iso-8859-2'
  | 'windows-1251'
  | 'gb18030'
  | 'big5'
  | 'shift_jis'
  | 'euc-jp'
  | 'euc-kr';

const maxSample = 65_536;

/**
 * Guesses the charset of bytes that are not valid UTF-8 and that nobody declared. `utf-8` means: UTF-8 with damage.
 * Bytes that come in pairs are tried as the charsets of East Asia, by how much common text each makes of them; other
 * bytes are told apart by the letters that they are. Reads at most the first 64 kB.
 */
export function guessCharset(bytes: Uint8Array): GuessedCharset {
  const sample = bytes.subarray(0, maxSample);
  let high = 0;
  let highPairs = 0;
  let utf8Sequences = 0;
  let control = 0;
  for (const [i, byte] of sample.entries()) {
    if (byte < 0x80) continue;
    high++;
    const next = sample[i + 1] ?? 0;
    if (next >= 0x80) highPairs++;
    if (byte >= 0xc3 && byte <= 0xf4 && next >= 0x80 && next < 0xc0) utf8Sequences++;
    if (byte < 0xa0) control++;
  }
  if (high === 0) return 'utf-8';
  // Every second byte of damaged UTF-8 continues a sequence; in single-byte text such pairs are chance.
  if (utf8Sequences > high * 0.3 && looksLikeUtf8(sample)) return 'utf-8';
  if (highPairs > high * 0.35) {
    const pairs = eastAsian(sample);
    if (pairs) return pairs;
  }
  return singleByte(sample, high, highPairs, control);
}

/** Most high bytes stand in whole sequences. */
function looksLikeUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample);
  let good = 0;
  let bad = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) bad++;
    else if (code >= 0x80) good++;
  }
  return good > bad;
}

/** Words of one script are runs of high bytes; in Latin text an accented letter stands between plain ones. */
function singleByte(sample: Uint8Array, high: number, highPairs: number, control: number): GuessedCharset {
  if (highPairs > high * 0.5) {
    let arabic = 0;
    let standardArabic = 0;
    let cyrillic = 0;
    for (const byte of sample) {
      if (byte < 0x80) continue;
      if (isArabicLetter(byte)) arabic++;
      // ISO-8859-6 has its letters in two unbroken runs, and nothing of windows-1256's Latin letters between.
      if (
        (byte >= 0xc1 && byte <= 0xda) ||
        (byte >= 0xe0 && byte <= 0xf2) ||
        byte === 0xac ||
        byte === 0xbb ||
        byte === 0xbf
      )
        standardArabic++;
      if (byte >= 0xc0) cyrillic++;
    }
    // The letters lam, mim, nun and yeh tell the two Arabic charsets apart: they are the commonest after alef.
    const windows = count(sample, [0xe1, 0xe3, 0xe4, 0xed]);
    const standard = count(sample, [0xe4, 0xe5, 0xe6, 0xea]);
    if (standardArabic > high * 0.95 && control === 0 && standard > windows * 1.2 && arabicText(sample, 'iso-8859-6'))
      return 'iso-8859-6';
    if (arabic > high * 0.7) return 'windows-1256';
    if (cyrillic > high * 0.9) return 'windows-1251';
  }
  return isCentralEuropean(sample) ? 'iso-8859-2' : 'windows-1252';
}

function count(sample: Uint8Array, values: readonly number[]): number {
  const wanted = new Set(values);
  let found = 0;
  for (const byte of sample) if (wanted.has(byte)) found++;
  return found;
}

/** The article of Arabic stands in every other phrase. */
function arabicText(sample: Uint8Array, charset: string): boolean {
  const text = new TextDecoder(charset).decode(sample);
  return (text.match(/(?:^|\s)[وب]?ال/gu)?.length ?? 0) * 60 > text.length;
}

/** Letters of Polish, Czech and Hungarian that are signs in windows-1252: a letter on each side gives them away. */
function isCentralEuropean(sample: Uint8Array): boolean {
  let telling = 0;
  let western = 0;
  for (let i = 1; i + 1 < sample.length; i++) {
    const byte = sample[i] as number;
    if (byte < 0x80) continue;
    const inside = isLetter(sample[i - 1]) && isLetter(sample[i + 1]);
    if (inside && (byte === 0xb1 || byte === 0xb3 || byte === 0xb6 || byte === 0xbc || byte === 0xbf || byte === 0xb9))
      telling++;
    else if (byte >= 0xe0) western++;
  }
  return telling >= 3 && telling * 4 > western;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte | 32) - 97) >>> 0 < 26;
}

/** Positions of Arabic letters and marks in windows-1256. */
function isArabicLetter(byte: number): boolean {
  return (
    (byte >= 0xc1 && byte <= 0xdf && byte !== 0xd7) ||
    byte === 0xe1 ||
    (byte >= 0xe3 && byte <= 0xe6) ||
    byte === 0xec ||
    byte === 0xed ||
    byte === 0xa1
  );
}

const eastAsianCharsets = ['shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5'] as const;

/** The commonest characters of each script: wrong charsets make rare ones. */
const common: Readonly<Record<(typeof eastAsianCharsets)[number], RegExp>> = {
  shift_jis: /[\u3041-\u30fe]/g,
  'euc-jp': /[\u3041-\u30fe]/g,
  'euc-kr': /[이다에는의을가하고한를지로인사기도시은리]/g,
  gb18030: /[的一是在不了有和人这中大为上个国我以要他时来用们]/g,
  big5: /[的一是在不了有和人這中大為上個國我以要他時來用們]/g,
};

function eastAsian(sample: Uint8Array): GuessedCharset | undefined {
  let best: GuessedCharset | undefined;
  let bestScore = 0;
  for (const charset of eastAsianCharsets) {
    const text = new TextDecoder(charset).decode(sample);
    let wide = 0;
    let broken = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0xfffd) broken++;
      else if (code >= 0x2e80 && (code < 0xd800 || code > 0xf8ff)) wide++;
      // Half-width kana and private characters are what the wrong table gives.
      if ((code >= 0xff61 && code <= 0xff9f) || (code >= 0xe000 && code <= 0xf8ff)) broken++;
    }
    const known = text.match(common[charset])?.length ?? 0;
    const score = wide === 0 || broken > wide * 0.03 ? 0 : known / wide;
    // Half of Japanese text is kana; a hundred characters in a thousand are the commonest of the others.
    const least = charset === 'shift_jis' || charset === 'euc-jp' ? 0.2 : 0.04;
    const weighed = charset === 'shift_jis' || charset === 'euc-jp' ? score / 4 : score;
    if (score >= least && weighed > bestScore) {
      best = charset;
      bestScore = weighed;
    }
  }
  return best;
}
