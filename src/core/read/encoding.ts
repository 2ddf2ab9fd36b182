import type { Page, Problem } from '../model/page.ts';
import { guessCharset } from './charset-statistics.ts';
import { repairMixed } from './mixed-encoding.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly basis: Page['encodingBasis'];
  readonly problems: readonly Problem[];
}

/**
 * Bytes to text: byte order mark, then the charset that the server or the page declares, checked against the bytes,
 * then valid UTF-8, then statistics. A declaration that the bytes contradict loses: a page that says UTF-8 and is not
 * would lose every accent. Never throws.
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(bytes.subarray(marked.length), marked.charset, 'bom');
  const wide = guessUtf16(bytes);
  if (wide) return { ...decodeAs(bytes, wide, 'statistics'), problems: [{ code: 'encoding-guessed', detail: wide }] };
  const strict = decodeStrictly(bytes, 'utf-8');
  const declared = charsetOf(contentType);
  const inPage = declared ? undefined : charsetInPage(bytes);
  const named = canonicalCharset(declared ?? inPage);
  const basis = declared ? 'header' : 'meta';
  if (strict !== undefined) {
    // Bytes above 127 that form valid UTF-8 are UTF-8, whatever a template claims; pure ASCII reads the same anyway.
    return { text: strict, encoding: 'utf-8', basis: named === 'utf-8' ? basis : 'valid-utf8', problems: [] };
  }
  const late = named ?? canonicalCharset(charsetInPage(bytes, lateMeta));
  const guess = guessCharset(bytes);
  // Templates declare Latin out of habit: another script in the bytes says more.
  if (late && late !== 'utf-8' && !(late === 'windows-1252' && !isLatin.has(guess)))
    return decodeAs(bytes, late, basis);
  if (guess === 'utf-8') {
    const mixed = repairMixed(bytes);
    const decoded = decodeAs(mixed?.bytes ?? bytes, 'utf-8', late ? basis : 'statistics');
    if (mixed) {
      const at = decodeAs(bytes.subarray(0, mixed.first), 'utf-8', basis).text.length;
      const problem: Problem = { code: 'encoding-guessed', at, detail: 'utf-8, windows-1252' };
      return { ...decoded, problems: [problem, ...decoded.problems] };
    }
    return { ...decoded, problems: [{ code: 'encoding-errors', at: decoded.text.indexOf('\ufffd') }] };
  }
  return { ...decodeAs(bytes, guess, 'statistics'), problems: [{ code: 'encoding-guessed', detail: guess }] };
}

/** Guesses that a declaration of Latin does not contradict. */
const isLatin: ReadonlySet<string> = new Set(['utf-8', 'windows-1252', 'iso-8859-2']);
/** How far a declaration is looked for: where browsers do, and where late scripts and comments push it. */
const earlyMeta = 4096;
const lateMeta = 65_536;

function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { charset: 'utf-16be', length: 2 };
  return undefined;
}

/**
 * UTF-16 without a mark: in text of any script every other byte comes from one or two values, and those are no
 * characters of a text.
 */
function guessUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return undefined;
  const even = topShare(bytes, 0, length);
  const odd = topShare(bytes, 1, length);
  if (odd > 0.85 && even < 0.5) return 'utf-16le';
  if (even > 0.85 && odd < 0.5) return 'utf-16be';
  return undefined;
}

/** Share of the two commonest values below 9 among every second byte; above them begin line ends and text. */
function topShare(bytes: Uint8Array, from: number, length: number): number {
  const counts = new Array<number>(9).fill(0);
  for (let i = from; i < length; i += 2) {
    const byte = bytes[i] as number;
    if (byte < 9) counts[byte] = (counts[byte] as number) + 1;
  }
  counts.sort((a, b) => b - a);
  return ((counts[0] as number) + (counts[1] as number)) / (length / 2);
}

function decodeAs(bytes: Uint8Array, encoding: string, basis: Page['encodingBasis']): DecodedText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const at = text.indexOf('\ufffd');
  return { text, encoding, basis, problems: at < 0 ? [] : [{ code: 'encoding-errors', at }] };
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function charsetOf(contentType: string | undefined): string | undefined {
  return contentType && /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType)?.[1];
}

/** `<meta charset>`, `<meta http-equiv>` or the encoding of an XML declaration. */
function charsetInPage(bytes: Uint8Array, limit: number = earlyMeta): string | undefined {
  // One character a byte, whatever the bytes are.
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, limit));
  return (
    /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head)?.[1]
  );
}

/** The name that the decoder uses, `undefined` for a charset that it does not know. */
function canonicalCharset(name: string | undefined): string | undefined {
  if (!name) return undefined;
  try {
    const { encoding } = new TextDecoder(name);
    // Bytes that a declaration of UTF-16 comes in can be read as ASCII, so the declaration is wrong.
    return encoding.startsWith('utf-16') ? undefined : encoding;
  } catch {
    return undefined;
  }
}
