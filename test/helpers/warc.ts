import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** Fields of a WARC record beside type, length and version. */
export type WarcFields = Readonly<Record<string, string>>;

/** One record as it stands in a file. */
export function warcRecord(type: string, fields: WarcFields, block: string | Uint8Array, length?: number): Buffer {
  const bytes = typeof block === 'string' ? Buffer.from(block) : Buffer.from(block);
  const head = Object.entries({ 'WARC-Type': type, ...fields, 'Content-Length': String(length ?? bytes.length) })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${head}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

/** An answer of a server in a record, with the digest of its body. */
export function warcResponse(
  url: string,
  body: string | Uint8Array,
  more: { readonly status?: string; readonly headers?: WarcFields; readonly fields?: WarcFields } = {},
): Buffer {
  const bytes = Buffer.from(body as Uint8Array);
  const headers = { 'Content-Type': 'text/html; charset=utf-8', ...more.headers };
  const head = `HTTP/1.1 ${more.status ?? '200 OK'}\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
  return warcRecord(
    'response',
    {
      'WARC-Target-URI': url,
      'WARC-Date': '2023-05-04T10:20:30Z',
      'Content-Type': 'application/http; msgtype=response',
      'WARC-Payload-Digest': payloadDigest(bytes),
      ...more.fields,
    },
    Buffer.concat([Buffer.from(head), bytes]),
  );
}

export function payloadDigest(bytes: string | Uint8Array): string {
  return `sha1:${base32(createHash('sha1').update(bytes).digest())}`;
}

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five, 2)])
    .join('');
}

/** Each record packed by itself, as the standard asks for. */
export function gzipMembers(records: readonly Uint8Array[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(record)));
}
