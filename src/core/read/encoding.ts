import type { Page, Problem } from '../model/page.ts';
import { guessCharset } from './charset-statistics.ts';

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
  if (named && named !== 'utf-8') return decodeAs(bytes, named, basis);
  const guess = guessCharset(bytes);
  if (guess === 'utf-8') {
    const decoded = decodeAs(bytes, 'utf-8', named ? basis : 'statistics');
    return { ...decoded, problems: [{ code: 'encoding-errors', at: decoded.text.indexOf('\ufffd') }] };
  }
  return { ...decodeAs(bytes, guess, 'statistics'), problems: [{ code: 'encoding-guessed', detail: guess }] };
}

function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { charset: 'utf-16be', length: 2 };
  return undefined;
}

/** UTF-16 without a mark: in text of any script every other byte comes from a handful of values, mostly zero. */
function guessUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return undefined;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) evenZeros++;
    if (bytes[i + 1] === 0) oddZeros++;
  }
  const half = length / 2;
  if (oddZeros > half * 0.4 && evenZeros < half * 0.1) return 'utf-16le';
  if (evenZeros > half * 0.4 && oddZeros < half * 0.1) return 'utf-16be';
  return undefined;
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

/** `<meta charset>` or `<meta http-equiv>` within the first 4 kB, as browsers look for it. */
function charsetInPage(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1];
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
