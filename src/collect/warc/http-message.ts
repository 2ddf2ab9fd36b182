import { RapporteurError } from '../../errors.ts';
import { unpackBytes } from '../bytes/unpack.ts';

/** An answer of a server as a WARC keeps it. */
export interface HttpMessage {
  readonly status: number;
  /** By name in small letters; the first one counts. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** Takes an answer apart: status line, headers, body. Nothing when it is none. */
export function parseHttpMessage(block: Uint8Array): HttpMessage | undefined {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const { head, bodyAt } = splitHead(bytes);
  const lines = head.split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(lines[0] ?? '')?.[1];
  if (status === undefined) return undefined;
  const headers = new Map<string, string>();
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { status: Number(status), headers, body: bytes.subarray(bodyAt) };
}

function splitHead(bytes: Buffer): { readonly head: string; readonly bodyAt: number } {
  const crlf = bytes.indexOf('\r\n\r\n');
  const lf = bytes.indexOf('\n\n');
  const [end, gap] = crlf !== -1 && (lf === -1 || crlf < lf) ? [crlf, 4] : [lf, 2];
  // Header values are bytes: one character each, so that none is lost.
  if (end === -1) return { head: bytes.toString('latin1').trimEnd(), bodyAt: bytes.length };
  return { head: bytes.toString('latin1', 0, end), bodyAt: end + gap };
}

export type DecodedBody =
  | { readonly bytes: Uint8Array; readonly problem?: undefined }
  | { readonly bytes?: undefined; readonly problem: 'too-large' | 'damaged' | 'unsupported'; readonly detail: string };

/**
 * The body as the page that it was: chunks joined, content coding taken away. Many archives keep headers of codings that
 * their writer took away already; what does not look encoded is taken as it is.
 */
export async function decodeBody({ headers, body }: HttpMessage, most: number): Promise<DecodedBody> {
  const transfer = codingsOf(headers.get('transfer-encoding'));
  let bytes = transfer.includes('chunked') ? (joinChunks(body) ?? body) : body;
  const codings = [...codingsOf(headers.get('content-encoding')), ...transfer.filter((one) => one !== 'chunked')];
  for (const coding of codings.reverse()) {
    if (bytes.length === 0 || coding === 'identity') continue;
    if (isPlainText(bytes)) break;
    try {
      bytes = await unpackBytes(bytes, coding, most);
      // What is cut off gives what is there; nothing at all was never packed.
      if (bytes.length === 0) return { problem: 'damaged', detail: `Content-Encoding: ${coding}` };
    } catch (error) {
      if (error instanceof RapporteurError) return { problem: 'unsupported', detail: coding };
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ERR_BUFFER_TOO_LARGE') return { problem: 'too-large', detail: `more than ${most} bytes` };
      return { problem: 'damaged', detail: `Content-Encoding: ${coding}` };
    }
  }
  return bytes.length > most ? { problem: 'too-large', detail: `${bytes.length} bytes` } : { bytes };
}

function codingsOf(value: string | undefined): string[] {
  return (value ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Packed bytes hold control characters and begin with none of these. */
function isPlainText(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell packed bytes from text
  return /^\s*(?:<[!a-z?]|[{["\p{L}])/iu.test(start) && !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(start);
}

/** RFC 9112, 7.1. Nothing when the body is not in chunks; of a body that is cut off, what is there. */
export function joinChunks(body: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(
      bytes.toString('latin1', at, end === -1 ? at : Math.min(end, at + 200)),
    )?.[1];
    if (size === undefined) return parts.length === 0 ? undefined : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(bytes.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (bytes[at] === 13) at += 1;
    if (bytes[at] === 10) at += 1;
  }
  return Buffer.concat(parts);
}
