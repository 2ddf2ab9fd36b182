import { Readable } from 'node:stream';
import zlib, { constants, crc32, createInflateRaw } from 'node:zlib';
import { RapporteurError } from '../../errors.ts';
import type { ByteSource } from './byte-source.ts';
import { Damage, type Piece, type Place } from './piece-reader.ts';

export type Packing = 'none' | 'gzip' | 'zstd';

/** How a file is packed, by its first bytes: names lie. */
export function detectPacking(start: Uint8Array): Packing {
  if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip';
  if (start[0] === 0x28 && start[1] === 0xb5 && start[2] === 0x2f && start[3] === 0xfd) return 'zstd';
  return 'none';
}

/** The first bytes of a source. */
export async function firstBytes(source: ByteSource, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let known = 0;
  for await (const chunk of source.open(0)) {
    parts.push(chunk);
    known += chunk.length;
    if (known >= length) break;
  }
  return Buffer.concat(parts).subarray(0, length);
}

/**
 * The unpacked bytes of a source from a place on. What is wrong with the packing is thrown as `Damage`; all that came
 * before was given.
 */
export async function* unpack(source: ByteSource, packing: Packing, from: Place): AsyncGenerator<Piece> {
  if (packing === 'gzip') yield* leaveOut(members(source, from.at), from.skip);
  else if (packing === 'zstd') yield* leaveOut(unpackZstd(source), from.skip);
  else {
    let at = from.at + from.skip;
    for await (const bytes of source.open(at)) {
      yield { bytes, place: { at, skip: 0 } };
      at += bytes.length;
    }
  }
}

async function* leaveOut(pieces: AsyncIterable<Piece>, skip: number): AsyncGenerator<Piece> {
  let left = skip;
  for await (const { bytes, place } of pieces) {
    if (left >= bytes.length) {
      left -= bytes.length;
      continue;
    }
    yield left === 0
      ? { bytes, place }
      : { bytes: bytes.subarray(left), place: { at: place.at, skip: place.skip + left } };
    left = 0;
  }
}

/** Every gzip member after the other. Node joins members itself, but does not say where one ends: that is needed here. */
async function* members(source: ByteSource, from: number): AsyncGenerator<Piece> {
  const packed = new PackedReader(source, from);
  try {
    for (;;) {
      const at = packed.offset;
      const place = { at, skip: 0 };
      const first = await packed.read(1);
      if (first.length === 0) return;
      // Zeros that fill up the last block of a tape or a disk.
      if (first[0] === 0) continue;
      await readMemberHead(packed, first, place);
      let skip = 0;
      let sum = 0;
      try {
        for await (const bytes of inflate(packed)) {
          sum = crc32(bytes, sum);
          yield { bytes, place: { at, skip } };
          skip += bytes.length;
        }
      } catch (error) {
        throw isZlibError(error) ? new Damage({ at, skip }, reasonOf(error)) : error;
      }
      const tail = await packed.read(8);
      if (tail.length < 8) throw new Damage({ at, skip }, cutOff);
      if (Buffer.from(tail).readUInt32LE(0) !== sum) {
        throw new Damage({ at, skip }, 'the checksum of a gzip member is wrong');
      }
    }
  } finally {
    await packed.close();
  }
}

/** RFC 1952, 2.3. */
async function readMemberHead(packed: PackedReader, first: Uint8Array, place: Place): Promise<void> {
  const head = Buffer.concat([first, await packed.read(9)]);
  const flags = head[3] ?? 0;
  if (head.length < 10 || head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8 || flags > 0x1f) {
    throw new Damage(place, head.length < 10 ? 'the file ends in a gzip header' : 'no gzip member begins here');
  }
  if (flags & 4) await packed.read(Buffer.concat([await packed.read(2), Buffer.alloc(2)]).readUInt16LE(0));
  if (flags & 8) await packed.skipText();
  if (flags & 16) await packed.skipText();
  if (flags & 2) await packed.read(2);
}

const cutOff = 'the file ends in the middle of a gzip member';

function isZlibError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && ((error as NodeJS.ErrnoException).code ?? '').startsWith('Z_');
}

function reasonOf({ code }: NodeJS.ErrnoException): string {
  return code === 'Z_BUF_ERROR' ? cutOff : 'the gzip data is damaged';
}

async function* inflate(packed: PackedReader): AsyncGenerator<Buffer> {
  const engine = createInflateRaw({ chunkSize: 64 * 1024 });
  // Without this a source that fails would leave the engine waiting for ever.
  const feeding = feed(packed, engine).catch((error: Error) => {
    engine.destroy(error);
  });
  try {
    for await (const bytes of engine) yield bytes as Buffer;
  } finally {
    engine.destroy();
    await feeding;
  }
}

/** Gives the engine what it wants, and the rest back. */
async function feed(packed: PackedReader, engine: ReturnType<typeof createInflateRaw>): Promise<void> {
  for (;;) {
    const chunk = await packed.next();
    if (chunk === undefined) {
      engine.end();
      return;
    }
    const before = engine.bytesWritten;
    if (!(await written(engine, chunk))) return;
    const used = engine.bytesWritten - before;
    if (used === chunk.length) continue;
    packed.giveBack(chunk.subarray(used));
    return;
  }
}

/** False when the engine failed or was given up: one that is destroyed while its reader pauses never answers a write. */
function written(engine: ReturnType<typeof createInflateRaw>, chunk: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    const closed = () => resolve(false);
    engine.once('close', closed);
    engine.write(chunk, (error) => {
      engine.off('close', closed);
      resolve(!error);
    });
  });
}

/** Packed bytes in order, with their offset in the file. */
class PackedReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #head: Uint8Array = new Uint8Array();
  offset: number;

  constructor(source: ByteSource, from: number) {
    this.#chunks = source.open(from)[Symbol.asyncIterator]();
    this.offset = from;
  }

  async next(): Promise<Uint8Array | undefined> {
    if (this.#head.length === 0) {
      const next = await this.#chunks.next();
      if (next.done) return undefined;
      this.#head = next.value;
    }
    const chunk = this.#head;
    this.#head = new Uint8Array();
    this.offset += chunk.length;
    return chunk;
  }

  giveBack(rest: Uint8Array): void {
    this.#head = rest;
    this.offset -= rest.length;
  }

  async read(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (let missing = length; missing > 0; ) {
      const chunk = await this.next();
      if (chunk === undefined) break;
      const part = chunk.subarray(0, missing);
      parts.push(part);
      missing -= part.length;
      if (part.length < chunk.length) this.giveBack(chunk.subarray(part.length));
    }
    return Buffer.concat(parts);
  }

  /** A name or comment, which ends with a zero. */
  async skipText(): Promise<void> {
    for (let byte = await this.read(1); byte.length > 0 && byte[0] !== 0; ) byte = await this.read(1);
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

type ZstdStream = () => NodeJS.ReadWriteStream;

/** Zstandard came into Node after the oldest that this program runs on. */
export function findZstd(): ZstdStream | undefined {
  return (zlib as { readonly createZstdDecompress?: ZstdStream }).createZstdDecompress;
}

/** @throws RapporteurError `packing-unsupported` where Node cannot unpack it */
async function* unpackZstd(source: ByteSource): AsyncGenerator<Piece> {
  const create = findZstd();
  if (create === undefined) throw new RapporteurError('packing-unsupported', 'zstd');
  const stream = Readable.from(source.open(0)).pipe(create()) as unknown as AsyncIterable<Buffer>;
  let skip = 0;
  try {
    for await (const bytes of stream) {
      yield { bytes, place: { at: 0, skip } };
      skip += bytes.length;
    }
  } catch (error) {
    throw new Damage({ at: 0, skip }, `the zstd data is damaged (${(error as Error).message})`);
  }
}

/** True when a gzip member that begins at `at` unpacks to something that begins with `start`. */
export async function memberBeginsWith(source: ByteSource, at: number, start: string): Promise<boolean> {
  let text = '';
  try {
    for await (const { bytes } of members(source, at)) {
      text += Buffer.from(bytes.subarray(0, start.length)).toString('latin1');
      if (text.length >= start.length) break;
    }
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
  }
  return text.startsWith(start);
}

/** One value of headers, unpacked whole. @throws when it does not unpack, or to more than `most` bytes */
export async function unpackBytes(bytes: Uint8Array, coding: string, most: number): Promise<Uint8Array> {
  const options = { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH };
  const call = (work: (bytes: Uint8Array, done: (error: Error | null, result: Buffer) => void) => void) =>
    new Promise<Uint8Array>((resolve, reject) =>
      work(bytes, (error, result) => (error ? reject(error) : resolve(result))),
    );
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return call((given, done) => zlib.gunzip(given, options, done));
    case 'deflate':
      // Half of the servers leave the zlib header out, against the standard.
      return ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0
        ? call((given, done) => zlib.inflate(given, options, done))
        : call((given, done) => zlib.inflateRaw(given, options, done));
    case 'br':
      return call((given, done) => zlib.brotliDecompress(given, { maxOutputLength: most }, done));
    case 'zstd': {
      const own = zlib as { readonly zstdDecompress?: typeof zlib.gunzip };
      const { zstdDecompress } = own;
      if (zstdDecompress === undefined) throw new RapporteurError('packing-unsupported', 'zstd');
      return call((given, done) => zstdDecompress(given, { maxOutputLength: most }, done));
    }
    default:
      throw new RapporteurError('packing-unsupported', coding);
  }
}
