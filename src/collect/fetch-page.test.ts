import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { fetchPage } from './fetch-page.ts';
import { isPublicAddress, refusalOf } from './public-address.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const options = { maxBytes: 10_000, userAgent: 'Rapporteur/test', now: () => new Date('2024-01-19T08:00:00Z') };
const own = { ...options, allowPrivate: true };

describe('a real server on this machine', () => {
  test('gives the page, its last address, its type and the instant', async () => {
    let asked: string | undefined;
    const base = await serve((request, response) => {
      asked = request.headers['user-agent'];
      if (request.url === '/old') response.writeHead(301, { Location: '/new#part' }).end();
      else
        response
          .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'gzip' })
          .end(gzipSync('<p>Déjà</p>'));
    });
    const page = await fetchPage(`${base}/old`, own);
    expect(page).toMatchObject({
      kind: 'page',
      name: `${base}/old`,
      url: `${base}/new`,
      contentType: 'text/html; charset=utf-8',
      savedAt: '2024-01-19T08:00:00.000Z',
    });
    expect(page.kind === 'page' && new TextDecoder().decode(page.bytes)).toBe('<p>Déjà</p>');
    expect(asked).toBe('Rapporteur/test');
  });

  test('is refused without leave, and never asked', async () => {
    let asked = 0;
    const base = await serve((_, response) => {
      asked += 1;
      response.end('secret');
    });
    const port = new URL(base).port;
    const number = `http://2130706433:${port}/`;
    for (const address of [base, number, `http://[::ffff:127.0.0.1]:${port}/`, `http://localhost:${port}/`])
      expect(await fetchPage(address, options)).toMatchObject({ kind: 'failure', code: 'address-refused' });
    expect(asked).toBe(0);
  });

  test.each([
    ['/loop', 'fetch-failed', 'more than 5 redirects'],
    ['/file', 'address-refused', 'file: is not fetched'],
    ['/gone', 'fetch-failed', 'HTTP 410'],
    ['/large', 'page-too-large', 'more than 10000 bytes'],
    ['/bomb', 'page-too-large', 'more than 10000 bytes'],
    ['/broken', 'fetch-failed', 'its packing is damaged (Z_DATA_ERROR)'],
    ['/slow', 'fetch-failed', 'no answer in time'],
  ])('%s fails with %s', async (path, code, detail) => {
    const base = await serve((request, response) => {
      if (request.url === '/loop') response.writeHead(302, { Location: '/loop' }).end();
      if (request.url === '/file') response.writeHead(302, { Location: 'file:///etc/hostname' }).end();
      if (request.url === '/gone') response.writeHead(410).end();
      if (request.url === '/large') response.end('x'.repeat(20_000));
      if (request.url === '/bomb')
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000)));
      if (request.url === '/broken') response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('no gzip at all');
    });
    expect(await fetchPage(`${base}${path}`, { ...own, timeoutMs: path === '/slow' ? 200 : 5000 })).toMatchObject({
      kind: 'failure',
      name: `${base}${path}`,
      code,
      detail,
    });
  });
});

describe('addresses', () => {
  test.each([
    ['93.184.215.14', true],
    ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
    ['10.0.0.1', false],
    ['172.31.255.255', false],
    ['192.168.1.1', false],
    ['127.9.9.9', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:93.184.215.14', false],
    ['64:ff9b::7f00:1', false],
    ['fe80::1%eth0', false],
    ['fd00::1', false],
    ['2002:7f00:1::', false],
    ['not an address', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });

  test.each([
    'http://0x7f.1/',
    'http://017700000001/',
    'http://127.1/',
    'http://[::ffff:7f00:1]/',
    'http://LOCALHOST./',
    'http://printer/',
    'http://db.internal/',
    'ftp://paper.example/',
    'https://someone:secret@paper.example/',
  ])('%s is refused before any name is resolved', (address) => {
    expect(refusalOf(new URL(address), false)).toBeDefined();
  });

  test('a public name may be tried', () => {
    expect(refusalOf(new URL('https://paper.example/1'), false)).toBeUndefined();
  });
});
