import { createReadStream } from 'node:fs';

/** A file, or a part of an archive, that can be read from any byte on. */
export interface ByteSource {
  readonly size: number;
  open(from: number): AsyncIterable<Uint8Array>;
}

const chunkBytes = 256 * 1024;

export function fileSource(path: string, size: number): ByteSource {
  return { size, open: (from) => createReadStream(path, { start: from, highWaterMark: chunkBytes }) };
}
