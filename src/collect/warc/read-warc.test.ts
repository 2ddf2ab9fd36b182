import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { gzipMembers, warcRecord } from '../../../test/helpers/warc.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { fileStart, type Place } from '../bytes/piece-reader.ts';
import { detectPacking } from '../bytes/unpack.ts';
import { readWarc } from './read-warc.ts';

/** @param chunk bytes at a time: edges fall everywhere */
function sourceOf(bytes: Uint8Array, chunk = 7): ByteSource {
  return {
    size: bytes.length,
    async *open(from) {
      for (let at = from; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    },
  };
}

async function read(bytes: Uint8Array, from: Place = fileStart, chunk?: number): Promise<string[]> {
  const found: string[] = [];
  for await (const part of readWarc(sourceOf(bytes, chunk), detectPacking(bytes), { from, maxBlock: 100 })) {
    if (part.kind === 'broken') found.push(`broken: ${part.reason}`);
    else found.push(`${part.fields.get('warc-target-uri')} ${Buffer.from(part.block).toString()}`);
  }
  return found;
}

const one = (name: string, length?: number) =>
  warcRecord('resource', { 'WARC-Target-URI': name }, `body of ${name}`, length);
const three = ['a', 'b', 'c'].map((name) => one(name));
const all = ['a body of a', 'b body of b', 'c body of c'];
const plain = Buffer.concat(three);
const damaged = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};
const firstMember = gzipSync(three[0] ?? '').length;
const secondMember = gzipSync(three[1] ?? '').length;

describe('whole files', () => {
  test.each([
    ['not packed', plain],
    ['a gzip member for each record', gzipMembers(three)],
    ['one gzip member for all', gzipSync(plain)],
    [
      'members that end in the middle of a record',
      gzipMembers([plain.subarray(0, 50), plain.subarray(50, 130), plain.subarray(130)]),
    ],
    ['line ends of one character', Buffer.from(plain.toString().replaceAll('\r\n', '\n'))],
    ['no line ends behind the last record', plain.subarray(0, -4)],
    ['zeros behind the last member', Buffer.concat([gzipMembers(three), Buffer.alloc(20)])],
    ['empty lines before the first record', Buffer.concat([Buffer.from('\r\n\r\n'), plain])],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(all);
    expect(await read(bytes, fileStart, 1)).toEqual(all);
    expect(await read(bytes, fileStart, 100_000)).toEqual(all);
  });

  test('nothing is an empty file', async () => {
    expect(await read(Buffer.alloc(0))).toEqual([]);
  });

  test('folded fields and blocks beyond the limit', async () => {
    const record = warcRecord('resource', { 'WARC-Target-URI': 'a\r\n\tb' }, 'x'.repeat(300));
    expect(await read(Buffer.concat([record, one('c')]))).toEqual([`a b ${'x'.repeat(100)}`, 'c body of c']);
  });
});

describe('reading goes on where it stopped', () => {
  test.each([
    ['not packed', plain],
    ['members', gzipMembers(three)],
    ['one member', gzipSync(plain)],
  ])('%s', async (_, bytes) => {
    const places: Place[] = [];
    for await (const part of readWarc(sourceOf(bytes), detectPacking(bytes), { maxBlock: 100 })) {
      if (part.kind === 'record' && part.next !== undefined) places.push(part.next);
    }
    expect(places).toHaveLength(2);
    expect(await read(bytes, places[0])).toEqual(all.slice(1));
    expect(await read(bytes, places[1])).toEqual(all.slice(2));
  });
});

describe('what is whole is kept, the rest is told', () => {
  const length = three[0]?.length ?? 0;
  test.each<[string, Buffer, string[]]>([
    [
      'cut off in a block',
      plain.subarray(0, -10),
      ['a body of a', 'b body of b', 'broken: the file ends in the middle of a record (3 of 9 bytes)'],
    ],
    [
      'cut off in a head',
      plain.subarray(0, 2 * length + 20),
      ['a body of a', 'b body of b', 'broken: the file ends in the head of a record'],
    ],
    [
      'a length too large hides no record',
      Buffer.concat([one('a'), one('b', 60), one('c')]),
      ['a body of a', 'broken: no record ends where its Content-Length (60) says', 'c body of c'],
    ],
    [
      'a length beyond the end hides no record',
      Buffer.concat([one('a'), one('b', 6000), one('c')]),
      [
        'a body of a',
        `broken: the file ends in the middle of a record (${9 + 4 + length} of 6000 bytes)`,
        'c body of c',
      ],
    ],
    [
      'a length too small',
      Buffer.concat([one('a', 3), one('b')]),
      ['broken: no record ends where its Content-Length (3) says', 'b body of b'],
    ],
    [
      'no length',
      Buffer.concat([Buffer.from('WARC/1.0\r\nWARC-Type: resource\r\n\r\nx\r\n\r\n'), one('b')]),
      ['broken: the record has no valid Content-Length', 'b body of b'],
    ],
    [
      'something else in between',
      Buffer.concat([one('a'), Buffer.from('\0\0 rubbish \n'), one('c')]),
      ['broken: the record is longer than its Content-Length (9) says', 'c body of c'],
    ],
    ['another file', Buffer.from('GIF89a, a picture'), ['broken: no WARC record begins here']],
    ['a damaged member', damaged(gzipMembers(three), firstMember + 30), ['a body of a', 'broken: ', 'c body of c']],
    [
      'a damaged head of a member',
      damaged(gzipMembers(three), firstMember + 1),
      ['a body of a', 'broken: no gzip member begins here', 'c body of c'],
    ],
    [
      'a wrong checksum',
      damaged(gzipMembers(three), firstMember + secondMember - 8),
      ['a body of a', 'broken: the checksum of a gzip member is wrong', 'c body of c'],
    ],
    [
      'members cut off',
      gzipMembers(three).subarray(0, -12),
      ['a body of a', 'b body of b', 'broken: the file ends in the middle of a gzip member'],
    ],
    [
      'one member cut off',
      gzipSync(plain, { level: 0 }).subarray(0, -15),
      ['a body of a', 'b body of b', 'broken: the file ends in the middle of a gzip member'],
    ],
  ])('%s', async (_, bytes, expected) => {
    for (const chunk of [1, 7, 100_000]) {
      const found = await read(bytes, fileStart, chunk);
      expect(found.map((one, at) => (expected[at] === 'broken: ' ? one.slice(0, 8) : one))).toEqual(expected);
    }
  });
});
