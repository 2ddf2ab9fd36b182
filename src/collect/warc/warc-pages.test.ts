import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { payloadDigest, type WarcFields, warcRecord, warcResponse } from '../../../test/helpers/warc.ts';
import type { Collected, SkipReason } from '../collected.ts';
import { readWarc } from './read-warc.ts';
import { createSeenPayloads, type EarlierCaptures } from './revisits.ts';
import { headRoom, warcPages } from './warc-pages.ts';

async function pagesOf(records: readonly Uint8Array[], archive?: EarlierCaptures) {
  const bytes = Buffer.concat(records);
  const source = {
    size: bytes.length,
    async *open(from: number) {
      yield bytes.subarray(from);
    },
  };
  const skips: SkipReason[] = [];
  const pages: Collected[] = [];
  const maxBytes = 10_000;
  const options = { name: 'a.warc', input: '/a.warc', prefix: '', maxBytes, seen: createSeenPayloads(), count: 0 };
  const read = readWarc(source, 'none', { maxBlock: maxBytes + headRoom });
  for await (const page of warcPages(read, {
    ...options,
    onSkip: (reason) => skips.push(reason),
    ...(archive && { archive }),
  })) {
    pages.push(page);
  }
  return { skips, pages, told: pages.map(tell) };
}

function tell(page: Collected): string {
  if (page.kind === 'failure') return `${page.code}: ${page.detail}`;
  return [page.url ?? page.identity, page.savedAt, page.contentType, page.format, Buffer.from(page.bytes).toString()]
    .filter((part) => part !== undefined)
    .join(' | ');
}

const url = 'https://coast.example/a';
const html = '<p>The harbour reopens.</p>';
const htmlType = 'text/html; charset=utf-8';
const date = '2023-05-04T10:20:30Z';
const revisit = (target: string, fields: WarcFields, head = '') =>
  warcRecord(
    'revisit',
    {
      'WARC-Target-URI': target,
      'WARC-Date': '2023-06-01T00:00:00Z',
      'WARC-Payload-Digest': payloadDigest(html),
      ...fields,
    },
    head,
  );

describe('what a record gives', () => {
  test.each<[string, Buffer, string]>([
    ['an answer', warcResponse(url, html), `${url} | ${date} | ${htmlType} | ${html}`],
    ['an answer in angle brackets', warcResponse(`<${url}>`, html), `${url} | ${date} | ${htmlType} | ${html}`],
    [
      'a packed answer',
      warcResponse(url, gzipSync(html), { headers: { 'Content-Encoding': 'gzip' } }),
      `${url} | ${date} | ${htmlType} | ${html}`,
    ],
    [
      'a text',
      warcResponse(url, 'The harbour', { headers: { 'Content-Type': 'text/plain' } }),
      `${url} | ${date} | text/plain | The harbour`,
    ],
    [
      'no type, but a page',
      warcResponse(url, `<html>${html}`, { headers: { 'Content-Type': '' } }),
      `${url} | ${date} |  | <html>${html}`,
    ],
    [
      'a resource',
      warcRecord('resource', { 'WARC-Target-URI': url, 'WARC-Date': '2023', 'Content-Type': 'text/html' }, html),
      `${url} | 2023-01-01T00:00:00.000Z | text/html | ${html}`,
    ],
    [
      'a conversion',
      warcRecord('conversion', { 'WARC-Target-URI': url, 'Content-Type': 'text/plain' }, 'The harbour'),
      `${url} | text/plain | text | The harbour`,
    ],
    [
      'a file',
      warcRecord('resource', { 'WARC-Target-URI': 'file:///press/a.html', 'Content-Type': 'text/html' }, html),
      `file:///press/a.html | text/html | ${html}`,
    ],
    [
      'a coding that fails',
      warcResponse(url, Buffer.from([0x1f, 0x8b, 9]), { headers: { 'Content-Encoding': 'gzip' } }),
      `record-broken: ${url} Content-Encoding: gzip`,
    ],
    ['a large page', warcResponse(url, 'x'.repeat(300_000)), `page-too-large: ${url} 300059 bytes`],
    [
      'a wrong digest',
      warcResponse(url, html, { fields: { 'WARC-Block-Digest': payloadDigest('another') } }),
      `record-broken: ${url} byte 0: its bytes do not have the digest that it names`,
    ],
    [
      'a revisit of nothing that is here',
      revisit(url, { 'WARC-Refers-To-Date': date }),
      `revisit-unresolved: ${url} ${date}`,
    ],
  ])('%s', async (_, record, expected) => {
    expect((await pagesOf([record])).told).toEqual([expected]);
  });

  test.each<[string, Buffer, SkipReason[]]>([
    ['a redirect', warcResponse(url, '', { status: '302 Found' }), ['redirect']],
    ['an error', warcResponse(url, html, { status: '404 Not Found' }), ['http-status']],
    ['a part', warcResponse(url, html, { status: '206 Partial Content' }), ['http-status']],
    ['a picture', warcResponse(url, 'GIF89a', { headers: { 'Content-Type': 'image/gif' } }), ['other-type']],
    [
      'robots.txt',
      warcResponse('https://coast.example/robots.txt', 'x', { headers: { 'Content-Type': 'text/plain' } }),
      ['other-type'],
    ],
    ['a name server', warcResponse('dns:coast.example', '1.2.3.4'), ['no-address']],
    [
      'a text that a crawler made',
      warcRecord('resource', { 'WARC-Target-URI': `urn:text:${url}`, 'Content-Type': 'text/plain' }, 'x'),
      ['other-type'],
    ],
    ['warcinfo', warcRecord('warcinfo', {}, 'software: x'), []],
    ['a request', warcRecord('request', { 'WARC-Target-URI': url }, 'GET / HTTP/1.1\r\n\r\n'), []],
  ])('%s is no page', async (_, record, expected) => {
    expect(await pagesOf([record])).toEqual({ skips: expected, pages: [], told: [] });
  });
});

describe('revisits', () => {
  const other = 'https://coast.example/b';
  const store = (at: string): EarlierCaptures => ({
    bytes: async (hash) => (hash === 'kept' ? Buffer.from(html) : undefined),
    capture: async (of, when) => (of === at && when === date ? { hash: 'kept', contentType: 'text/html' } : undefined),
  });

  test('of the same address in the same file change nothing', async () => {
    const { told, skips } = await pagesOf([warcResponse(url, html), revisit(url, {})]);
    expect([told.length, skips]).toEqual([1, ['unchanged']]);
  });

  test('of another address have its bytes, when an archive keeps them', async () => {
    const refers = { 'WARC-Refers-To-Target-URI': url, 'WARC-Refers-To-Date': date };
    const { told } = await pagesOf([revisit(other, refers)], store(url));
    expect(told).toEqual([`${other} | 2023-06-01T00:00:00Z | text/html | ${html}`]);
    expect(
      (await pagesOf([revisit(other, refers, `HTTP/1.1 200 OK\r\nContent-Type: ${htmlType}\r\n\r\n`)], store(url)))
        .told,
    ).toEqual([`${other} | 2023-06-01T00:00:00Z | ${htmlType} | ${html}`]);
  });

  test('of the same address in the archive change nothing', async () => {
    expect((await pagesOf([revisit(url, { 'WARC-Refers-To-Date': date })], store(url))).skips).toEqual(['unchanged']);
  });

  test('of a picture are no page either', async () => {
    const picture = warcResponse(url, html, { headers: { 'Content-Type': 'image/png' } });
    expect((await pagesOf([picture, revisit(other, {})])).skips).toEqual(['other-type', 'other-type']);
  });

  test('what was seen longest ago is forgotten first', () => {
    const seen = createSeenPayloads(2);
    for (const digest of ['a', 'b', 'a', 'c']) seen.note(digest, 'skipped');
    expect(['a', 'b', 'c'].filter((digest) => seen.find(digest) !== undefined)).toEqual(['a', 'c']);
  });
});
