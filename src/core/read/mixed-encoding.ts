/** Bytes of valid UTF-8 that say what a page of two encodings says. */
export interface MixedText {
  readonly bytes: Uint8Array;
  /** Offset of the first byte that was no UTF-8, and how many were read as windows-1252. */
  readonly first: number;
  readonly repaired: number;
}

/**
 * A page of UTF-8 into which a template or an advert pasted windows-1252: the bytes that are no UTF-8 and touch a letter,
 * or stand alone in plain text, are read as that. Others stay broken: they are damage, not text.
 */
export function repairMixed(bytes: Uint8Array): MixedText | undefined {
  const western = new TextDecoder('windows-1252');
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let from = 0;
  let first = -1;
  let repaired = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    const [before, after] = [bytes[i - 1] ?? 32, bytes[i + 1] ?? 32];
    if (isLetter(before) || isLetter(after) || (before < 0x80 && after < 0x80)) {
      if (first < 0) first = i;
      pieces.push(bytes.subarray(from, i), encoder.encode(western.decode(bytes.subarray(i, i + 1))));
      from = i + 1;
      repaired++;
    }
    i++;
  }
  if (repaired === 0) return undefined;
  pieces.push(bytes.subarray(from));
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return { bytes: whole, first, repaired };
}

/** Length of the valid sequence at an offset, 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i] ?? 0;
    if (next < 0x80 || next > 0xbf) return 0;
  }
  return length;
}

function isLetter(byte: number): boolean {
  return ((byte | 32) - 97) >>> 0 < 26;
}
