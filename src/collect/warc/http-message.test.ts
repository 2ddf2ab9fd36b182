import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findZstd } from '../bytes/unpack.ts';
import { decodeBody, joinChunks, parseHttpMessage } from './http-message.ts';

const page = '<p>Déjà vu, dit la ministre.</p>'.repeat(20);
const chunked = (bytes: Uint8Array | string, size = 10): Buffer => {
  const all = Buffer.from(bytes as Uint8Array);
  const parts: Buffer[] = [];
  for (let at = 0; at < all.length; at += size) {
    const part = all.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
};

async function decode(headers: Record<string, string>, body: Uint8Array | string, most = 10_000): Promise<string> {
  const message = { status: 200, headers: new Map(Object.entries(headers)), body: Buffer.from(body as Uint8Array) };
  const decoded = await decodeBody(message, most);
  return decoded.bytes === undefined ? `${decoded.problem}: ${decoded.detail}` : Buffer.from(decoded.bytes).toString();
}

describe('decodeBody', () => {
  test.each<[string, Record<string, string>, Uint8Array | string]>([
    ['nothing', {}, page],
    ['gzip', { 'content-encoding': 'gzip' }, gzipSync(page)],
    ['x-gzip in capitals', { 'content-encoding': 'X-GZIP' }, gzipSync(page)],
    ['deflate', { 'content-encoding': 'deflate' }, deflateSync(page)],
    ['deflate without its head', { 'content-encoding': 'deflate' }, deflateRawSync(page)],
    ['br', { 'content-encoding': 'br' }, brotliCompressSync(page)],
    ['two codings, the last one outside', { 'content-encoding': 'br, gzip' }, gzipSync(brotliCompressSync(page))],
    ['chunks', { 'transfer-encoding': 'chunked' }, chunked(page)],
    ['chunks of gzip', { 'transfer-encoding': 'Chunked', 'content-encoding': 'gzip' }, chunked(gzipSync(page))],
    ['gzip as transfer coding', { 'transfer-encoding': 'gzip, chunked' }, chunked(gzipSync(page))],
    ['a coding that was taken away before', { 'content-encoding': 'gzip' }, page],
    ['chunks that were joined before', { 'transfer-encoding': 'chunked' }, page],
    ['identity', { 'content-encoding': 'identity' }, page],
  ])('%s', async (_, headers, body) => {
    expect(await decode(headers, body)).toBe(page);
  });

  test.each<[string, Record<string, string>, Uint8Array | string, string]>([
    ['a bomb', { 'content-encoding': 'gzip' }, gzipSync('x'.repeat(100_000)), 'too-large: more than 10000 bytes'],
    ['too much', {}, 'x'.repeat(10_001), 'too-large: 10001 bytes'],
    [
      'damage',
      { 'content-encoding': 'gzip' },
      Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]),
      'damaged: Content-Encoding: gzip',
    ],
    ['a coding that nobody knows', { 'content-encoding': 'lzma' }, Buffer.from([0, 1, 2]), 'unsupported: lzma'],
  ])('%s', async (_, headers, body, expected) => {
    expect(await decode(headers, body)).toBe(expected);
  });

  test.skipIf(findZstd() !== undefined)('zstd is refused where Node has none', async () => {
    expect(await decode({ 'content-encoding': 'zstd' }, Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0]))).toBe(
      'unsupported: zstd',
    );
  });

  test('gzip that is cut off gives what is there', async () => {
    const packed = gzipSync(page, { level: 0 });
    expect(page.startsWith(await decode({ 'content-encoding': 'gzip' }, packed.subarray(0, 300)))).toBe(true);
    expect((await decode({ 'content-encoding': 'gzip' }, packed.subarray(0, 300))).length).toBeGreaterThan(100);
  });
});

describe('joinChunks', () => {
  test.each([
    ['with extensions', '3;name=x\r\nabc\r\n0\r\n\r\n', 'abc'],
    ['with line ends of one character', '3\nabc\n0\n\n', 'abc'],
    ['cut off in a chunk', '3\r\nabc\r\n5\r\nde', 'abcde'],
    ['cut off between chunks', '3\r\nabc\r\n', 'abc'],
    ['with a trailer', '3\r\nabc\r\n0\r\nX-Sum: 1\r\n\r\n', 'abc'],
  ])('%s', (_, body, expected) => {
    expect(Buffer.from(joinChunks(Buffer.from(body)) ?? []).toString()).toBe(expected);
  });

  test('gives nothing for what is not in chunks', () => {
    expect(joinChunks(Buffer.from('<p>plain</p>'))).toBeUndefined();
  });
});

describe('parseHttpMessage', () => {
  test.each([
    ['HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nbody', 200, 'text/html', 'body'],
    ['HTTP/1.0 404\nX: y\n\nbody', 404, undefined, 'body'],
    ['HTTP/2 200\r\ncontent-type:  a/b \r\nContent-Type: c/d\r\n\r\n', 200, 'a/b', ''],
    ['HTTP/1.1 301 Moved\r\nLocation: /x', 301, undefined, ''],
  ])('%j', (block, status, type, body) => {
    const message = parseHttpMessage(Buffer.from(block));
    expect(message?.status).toBe(status);
    expect(message?.headers.get('content-type')).toBe(type);
    expect(Buffer.from(message?.body ?? []).toString()).toBe(body);
  });

  test('gives nothing for another protocol', () => {
    expect(parseHttpMessage(Buffer.from('gopher\r\n\r\n'))).toBeUndefined();
  });
});
