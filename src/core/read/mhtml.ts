import { parseMessageDate } from './message-date.ts';

/** The page inside an MHTML archive. */
export interface MhtmlPage {
  readonly bytes: Uint8Array;
  /** Media type and charset of the part. */
  readonly contentType: string;
  readonly url?: string;
  /** ISO instant. */
  readonly savedAt?: string;
}

/** More parts are pictures and styles: the page stands near the beginning. */
const maxParts = 400;

/**
 * The HTML part of a page that a browser saved as one file (`multipart/related`, RFC 2557), decoded to bytes. `undefined`
 * when the bytes are no such archive; an archive without a page has none.
 */
export function parseMhtml(bytes: Uint8Array): MhtmlPage | undefined {
  // Cheap no: an archive begins with the headers of a message.
  const start = latin(bytes, 0, 4096);
  if (
    !/^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){1,40}/.test(start) ||
    !/^content-type:\s*multipart\//im.test(start)
  )
    return undefined;
  const top = readHeaders(bytes, 0);
  const type = top.values.get('content-type') ?? '';
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!mark) return undefined;
  const wanted = top.values.get('snapshot-content-location');
  const savedAt = parseMessageDate(top.values.get('date') ?? '');
  let best: MhtmlPage | undefined;
  const cuts = findMarks(bytes, `--${mark}`, top.end);
  for (let i = 0; i + 1 < cuts.length && i < maxParts; i++) {
    const part = readHeaders(bytes, skipLine(bytes, cuts[i] as number));
    const contentType = part.values.get('content-type') ?? 'text/plain';
    if (!/^text\/html|^application\/xhtml/i.test(contentType)) continue;
    const location = part.values.get('content-location');
    const url = location && /^https?:/i.test(location) ? location : wanted;
    const body = bytes.subarray(part.end, cuts[i + 1]);
    const page: MhtmlPage = {
      bytes: decodeTransfer(body, part.values.get('content-transfer-encoding') ?? ''),
      contentType,
      ...(url && /^https?:/i.test(url) ? { url } : {}),
      ...(savedAt ? { savedAt } : {}),
    };
    // Frames are pages too: the one that the archive is named after, else the first.
    if (!best || (wanted !== undefined && location === wanted)) best = page;
    if (wanted === undefined || location === wanted) break;
  }
  return best;
}

interface Headers {
  readonly values: ReadonlyMap<string, string>;
  /** Offset of the first byte after the empty line. */
  readonly end: number;
}

function readHeaders(bytes: Uint8Array, from: number): Headers {
  const values = new Map<string, string>();
  let at = from;
  let name = '';
  for (let lines = 0; lines < 100 && at < bytes.length; lines++) {
    const next = skipLine(bytes, at);
    const line = latin(bytes, at, Math.min(next, at + 4000)).replace(/[\r\n]+$/, '');
    at = next;
    if (line === '') break;
    const field = /^([\w-]{1,60}):\s*(.*)$/.exec(line);
    if (/^[ \t]/.test(line) && name !== '') values.set(name, `${values.get(name)}${line.replace(/^[ \t]+/, ' ')}`);
    else if (field) {
      name = (field[1] as string).toLowerCase();
      values.set(name, field[2] as string);
    }
  }
  return { values, end: at };
}

function skipLine(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(10, from);
  return at < 0 ? bytes.length : at + 1;
}

/** Offsets of the lines that begin with the mark; the end of the bytes closes the last part. */
function findMarks(bytes: Uint8Array, mark: string, from: number): readonly number[] {
  const code = [...mark].map((char) => char.charCodeAt(0));
  const found: number[] = [];
  for (let at = from; at < bytes.length && found.length <= maxParts; at = skipLine(bytes, at))
    if (code.every((byte, i) => bytes[at + i] === byte)) found.push(at);
  return [...found, bytes.length];
}

function decodeTransfer(body: Uint8Array, encoding: string): Uint8Array {
  if (/quoted-printable/i.test(encoding)) return decodeQuotedPrintable(body);
  return /base64/i.test(encoding) ? decodeBase64(body) : body;
}

/** RFC 2045: `=E9` is a byte, a `=` at the end of a line is nothing. */
function decodeQuotedPrintable(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.length);
  let length = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i] as number;
    if (byte !== 61) {
      out[length++] = byte;
      continue;
    }
    if (body[i + 1] === 13 && body[i + 2] === 10) i += 2;
    else if (body[i + 1] === 10) i += 1;
    else {
      const high = hexValue(body[i + 1]);
      const low = hexValue(body[i + 2]);
      if (high < 0 || low < 0) out[length++] = byte;
      else {
        out[length++] = high * 16 + low;
        i += 2;
      }
    }
  }
  return out.subarray(0, length);
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const base64Values = new Int8Array(256).fill(-1);
for (let i = 0; i < alphabet.length; i++) base64Values[alphabet.charCodeAt(i)] = i;

function decodeBase64(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil(body.length * 0.75));
  let length = 0;
  let bits = 0;
  let count = 0;
  for (const byte of body) {
    if (byte === 61) break;
    const value = base64Values[byte] as number;
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      out[length++] = (bits >> count) & 255;
    }
  }
  return out.subarray(0, length);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  const end = Math.min(to, bytes.length);
  for (let i = from; i < end; i++) text += String.fromCharCode(bytes[i] as number);
  return text;
}
