import { promisify } from 'node:util';
import { gunzip, gunzipSync, gzip, gzipSync } from 'node:zlib';

const compressAside = promisify(gzip);
const decompressAside = promisify(gunzip);

/** Handing work to another thread costs more than it saves below this. */
const smallBytes = 64 * 1024;
const smallPacked = 16 * 1024;

async function compress(bytes: Uint8Array, level?: number): Promise<Uint8Array> {
  const options = level === undefined ? {} : { level };
  return bytes.length <= smallBytes ? gzipSync(bytes, options) : compressAside(bytes, options);
}

async function decompress(packed: Uint8Array): Promise<Buffer> {
  return packed.length <= smallPacked ? gunzipSync(packed) : decompressAside(packed);
}

export interface Packed {
  readonly encoding: 'gzip' | 'raw';
  readonly bytes: Uint8Array;
}

/** Compressed when that saves room; pictures and archives stay as they are. */
export async function packBytes(bytes: Uint8Array): Promise<Packed> {
  const packed = await compress(bytes);
  return packed.length < bytes.length ? { encoding: 'gzip', bytes: packed } : { encoding: 'raw', bytes };
}

export async function unpackBytes(packed: Packed): Promise<Uint8Array> {
  const bytes = packed.encoding === 'gzip' ? await decompress(packed.bytes) : packed.bytes;
  return new Uint8Array(bytes);
}

/** The bytes of a row as it is stored; none when they were dropped. */
export async function packedBytes(row: {
  readonly encoding: 'gzip' | 'raw' | 'dropped';
  readonly bytes: Uint8Array;
}): Promise<Uint8Array | undefined> {
  return row.encoding === 'dropped' ? undefined : unpackBytes({ encoding: row.encoding, bytes: row.bytes });
}

/** JSON keeps every string exactly, lone surrogates and NUL included, whatever the database thinks of them. */
export async function packJson(value: unknown): Promise<Uint8Array> {
  // A copy of its own length: what goes to another thread takes its whole buffer along.
  return new Uint8Array(await compress(Buffer.from(JSON.stringify(value)), 4));
}

export async function unpackJson<T>(packed: Uint8Array): Promise<T> {
  return JSON.parse((await decompress(packed)).toString('utf8')) as T;
}

// Lone surrogates have no UTF-8 form and PostgreSQL refuses NUL.
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that both databases give back unchanged; the length in UTF-16 units, and so every offset, stays. */
export function storableText(text: string): string {
  return text.replace(UNSTORABLE, '\ufffd');
}
