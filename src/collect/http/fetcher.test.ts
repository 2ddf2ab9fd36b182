import { type AddressInfo, createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { openPressServer, type PressServer, type Route } from '../../../test/helpers/press-server.ts';
import { createFetcher, type FetchRequest } from './fetcher.ts';

const fetcher = createFetcher({ userAgent: 'Rapporteur/1 (test)' });
afterAll(() => fetcher.close());

let press: PressServer | undefined;
afterEach(() => press?.close());

/** Asks a newspaper of this machine for `/`. */
async function get(routes: Readonly<Record<string, Route>>, more: Partial<FetchRequest> = {}) {
  press = await openPressServer(routes);
  return fetcher.fetch({ address: `${press.origin}/`, maxBytes: 100_000, allowPrivate: true, ...more });
}
const failure = (code: string, detail: unknown) => expect.objectContaining({ kind: 'failure', code, detail });

describe('redirects', () => {
  const chain: Record<string, Route> = {
    '/': { status: 301, headers: { location: '/two#part' } },
    '/two': { status: 302, headers: { location: '/three' } },
    '/three': 'here',
  };

  test('are followed, recorded, and asked about one by one', async () => {
    const asked: string[] = [];
    const answer = await get(chain, { mayFetch: async (url) => void asked.push(url.pathname) });
    expect(asked).toEqual(['/', '/two', '/three']);
    expect(answer).toMatchObject({
      kind: 'answer',
      status: 200,
      address: `${press?.origin}/three`,
      redirects: [{ status: 301 }, { status: 302, to: `${press?.origin}/three` }],
    });
  });

  test('end where the rules of a later address refuse', async () => {
    const answer = await get(chain, { mayFetch: async (url) => (url.pathname === '/two' ? 'rules' : undefined) });
    expect(answer).toEqual(failure('robots-refused', 'rules'));
    expect(press?.asked.map(({ path }) => path)).toEqual(['/']);
  });

  test.each([
    ['to something that is no page', 'file:///etc/passwd', failure('address-refused', 'file: is not fetched')],
    ['in a circle', '/', failure('fetch-failed', 'more than 5 redirects')],
    ['to nothing that can be read', 'http://[', failure('fetch-failed', 'not an address')],
  ])('%s', async (_name, location, expected) => {
    expect(await get({ '/': { status: 302, headers: { location } } })).toEqual(expected);
  });
});

test.each([
  'http://127.0.0.1:1/',
  'http://2130706433/',
  'http://[::ffff:127.0.0.1]/',
  'http://localhost/',
  'http://a.lan/',
])('%s is refused unless private addresses are allowed', async (address) => {
  expect(await fetcher.fetch({ address, maxBytes: 1 })).toEqual(failure('address-refused', expect.any(String)));
});

describe('bodies', () => {
  test('packed ones are unpacked', async () => {
    const answer = await get({ '/': { headers: { 'content-encoding': 'gzip' }, body: gzipSync('plain') } });
    expect(answer.kind === 'answer' && Buffer.from(answer.bytes).toString()).toBe('plain');
  });

  test('a small one that unpacks without end is cut off', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    const answer = await get({ '/': { headers: { 'content-encoding': 'gzip' }, body: bomb } });
    expect(answer).toEqual(failure('page-too-large', 'more than 100000 bytes'));
  });

  test('an endless one is cut off', async () => {
    const answer = await get({
      '/': (_asked, response) => {
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(10_000)));
        };
        response.on('drain', more);
        more();
        return undefined;
      },
    });
    expect(answer).toEqual(failure('page-too-large', 'more than 100000 bytes'));
  });

  test('the beginning of a large one is given when that is enough', async () => {
    const route = { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(20_000_000, 'ab')) };
    const answer = await get({ '/': route }, { cut: true, maxBytes: 5 });
    expect(answer.kind === 'answer' && Buffer.from(answer.bytes).toString()).toBe('ababa');
  });

  test.each([
    ['promises more than it sends', { 'content-length': '500' }],
    ['is no packed body at all', { 'content-encoding': 'gzip', 'content-length': '4' }],
    ['is packed in a way that nobody knows', { 'content-encoding': 'zip', 'content-length': '4' }],
  ])('one that %s is a failure, not half a page', async (_name, headers) => {
    const answer = await get({
      '/': (_asked, response) => {
        response.writeHead(200, headers);
        response.write('body', () => response.destroy());
        return undefined;
      },
    });
    expect(answer).toEqual(failure('fetch-failed', expect.any(String)));
  });

  test('a server that says nothing more ends at the limit of time', async () => {
    const answer = await get({ '/': () => undefined }, { timeoutMs: 50 });
    expect(answer).toEqual(failure('fetch-failed', 'no answer in time'));
  });
});

test('validators go out word for word', async () => {
  const validators = { etag: 'W/"a, b"', lastModified: 'Mon, 22 Jan 2024 10:00:01 GMT' };
  const answer = await get({ '/': { status: 304 } }, validators);
  expect(answer).toMatchObject({ kind: 'answer', status: 304 });
  expect(press?.asked[0]?.headers).toMatchObject({
    'if-none-match': validators.etag,
    'if-modified-since': validators.lastModified,
    'user-agent': 'Rapporteur/1 (test)',
  });
});

describe('a connection that the server has closed meanwhile', () => {
  /** Answers so many requests of a connection, and hangs up at the next one; gives how many it met. */
  async function openHangingUp(answered: number, hangUp: (socket: Socket) => void) {
    let met = 0;
    const server = createServer((socket) => {
      let here = 0;
      socket.on('error', () => {});
      socket.on('data', () => {
        met += 1;
        here += 1;
        if (here > answered) hangUp(socket);
        else socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\nbody');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const close = () => new Promise((resolve) => server.close(resolve));
    const ask = (more: Partial<FetchRequest> = {}) =>
      fetcher.fetch({ address, maxBytes: 100, allowPrivate: true, ...more });
    return { ask, met: () => met, close };
  }
  const ways: readonly (readonly [string, (socket: Socket) => void])[] = [
    ['ends', (socket) => socket.end()],
    ['is reset', (socket) => socket.resetAndDestroy()],
  ];

  test.each(ways)('is asked again on a new one: it %s', async (_, hangUp) => {
    const server = await openHangingUp(1, hangUp);
    // As many as are kept open.
    await Promise.all([server.ask(), server.ask()]);
    for (let at = 0; at < 4; at++) expect(await server.ask()).toMatchObject({ kind: 'answer', status: 200 });
    expect(server.met()).toBeGreaterThan(6);
    await server.close();
  });

  test.each<[string, Partial<FetchRequest>]>([
    ['a form', { form: { a: 'b' } }],
    ['a message', { post: { type: 'application/json', body: '{}', headers: {} } }],
  ])('is no reason to send %s twice', async (_, more) => {
    const server = await openHangingUp(1, (socket) => socket.end());
    await Promise.all([server.ask(), server.ask()]);
    expect(await server.ask(more)).toEqual(failure('fetch-failed', expect.any(String)));
    expect(server.met()).toBe(3);
    await server.close();
  });

  test('a server that never answers is asked once', async () => {
    const server = await openHangingUp(0, (socket) => socket.end());
    expect(await server.ask()).toEqual(failure('fetch-failed', expect.stringMatching(/^the answer broke off/)));
    expect(server.met()).toBe(1);
    await server.close();
  });
});
