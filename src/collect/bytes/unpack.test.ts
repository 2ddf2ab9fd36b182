import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ByteSource } from './byte-source.ts';
import { fileStart } from './piece-reader.ts';
import { unpack } from './unpack.ts';

/** Text that hardly packs, so that much of it is still packed when the first piece is out. */
const long = Buffer.from(
  Array.from({ length: 20_000 }, (_, at) => createHash('sha256').update(`${at}`).digest('hex')).join('\n'),
);

/** A packed source that is read in chunks as a file is. */
function sourceOf(bytes: Uint8Array, chunk = 64 * 1024): ByteSource {
  return {
    size: bytes.length,
    async *open(from) {
      for (let at = from; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    },
  } as ByteSource;
}

test('all members of a packed file are given, one after the other', async () => {
  const parts: Uint8Array[] = [];
  const packed = Buffer.concat([gzipSync(long), gzipSync('the end')]);
  for await (const { bytes } of unpack(sourceOf(packed), 'gzip', fileStart)) parts.push(bytes);
  expect(Buffer.concat(parts).equals(Buffer.concat([long, Buffer.from('the end')]))).toBe(true);
});

test('whoever stops in the middle of a member can go on with other things', async () => {
  let pieces = 0;
  for await (const _ of unpack(sourceOf(gzipSync(long)), 'gzip', fileStart)) {
    pieces += 1;
    // The engine fills up while its reader pauses.
    await new Promise((resolve) => setTimeout(resolve, 50));
    break;
  }
  expect(pieces).toBe(1);
});
