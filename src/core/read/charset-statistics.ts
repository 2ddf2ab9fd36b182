/**
 * Guesses the charset of bytes that are not valid UTF-8 and that nobody declared, among those that the press of the
 * four languages used: windows-1252 (a superset of ISO-8859-1) and windows-1256. `utf-8` means: UTF-8 with damage.
 * Reads at most the first 64 kB.
 */
export function guessCharset(bytes: Uint8Array): 'utf-8' | 'windows-1252' | 'windows-1256' {
  let high = 0;
  let highPairs = 0;
  let utf8Sequences = 0;
  let arabicLetters = 0;
  const end = Math.min(bytes.length, 65_536);
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x80) continue;
    high++;
    const next = bytes[i + 1] ?? 0;
    if (next >= 0x80) highPairs++;
    if (byte >= 0xc3 && byte <= 0xf4 && next >= 0x80 && next < 0xc0) utf8Sequences++;
    if (isArabicLetter(byte)) arabicLetters++;
  }
  if (high === 0) return 'utf-8';
  // Every second byte of damaged UTF-8 continues a sequence; in single-byte text such pairs are chance.
  if (utf8Sequences > high * 0.3) return 'utf-8';
  // Arabic words are runs of high bytes; in Latin text an accented letter stands between plain ones.
  return highPairs > high * 0.5 && arabicLetters > high * 0.7 ? 'windows-1256' : 'windows-1252';
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
