import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, createServer as createPlainServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Route } from '../helpers/press-server.ts';

const headers = { 'content-type': 'application/atom+xml' };
const head = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Bad</title>';

/** Zeros without an end in sight, packed: ten gigabytes of them weigh some ten megabytes. */
function sendBomb(response: ServerResponse, gigabytes: number): void {
  const piece = Buffer.alloc(1 << 20);
  let left = gigabytes * 1024;
  const zeros = new Readable({
    read() {
      left -= 1;
      this.push(left < 0 ? null : piece);
    },
  });
  response.writeHead(200, { ...headers, 'content-encoding': 'gzip' });
  zeros.pipe(createGzip()).pipe(response);
  response.on('close', () => zeros.destroy());
}

function sendForEver(response: ServerResponse, piece: string): void {
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
}

function sendSlowly(response: ServerResponse): undefined {
  response.writeHead(200, headers);
  const timer = setInterval(() => response.write('<'), 1_000);
  response.on('close', () => clearInterval(timer));
  return undefined;
}

/** What servers do to a visitor who asks for `/feed`, and what a person is told then. */
export const badServers: readonly {
  readonly name: string;
  readonly feed: (origin: string) => Route;
  readonly reason: string;
  readonly detail: RegExp;
}[] = [
  { name: 'stalls', feed: () => () => undefined, reason: 'fetch-failed', detail: /^no answer in time$/ },
  {
    name: 'sends one byte a second',
    feed: () => (_asked, response) => sendSlowly(response),
    reason: 'fetch-failed',
    detail: /^no answer in time$/,
  },
  {
    name: 'never ends',
    feed: () => (_asked, response) => {
      response.writeHead(200, headers);
      sendForEver(response, head.repeat(200));
      return undefined;
    },
    reason: 'page-too-large',
    detail: /^more than \d+ bytes$/,
  },
  {
    name: 'lies about its length',
    feed: () => (_asked, response) => {
      response.writeHead(200, { ...headers, 'content-length': '500000' });
      response.write(head, () => response.destroy());
      return undefined;
    },
    reason: 'fetch-failed',
    detail: /^the answer broke off/,
  },
  {
    name: 'sends more than it said',
    feed: () => (_asked, response) => {
      response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 4\r\n\r\n${head}`);
      return undefined;
    },
    reason: 'feed-unreadable',
    detail: /^no feed at /,
  },
  {
    name: 'redirects for ever',
    feed: () => (_asked, response) => {
      response.writeHead(302, { location: '/feed' }).end();
      return undefined;
    },
    reason: 'fetch-failed',
    detail: /^more than 5 redirects$/,
  },
  {
    name: 'sends ten gigabytes in a packet of ten megabytes',
    feed: () => (_asked, response) => {
      sendBomb(response, 10);
      return undefined;
    },
    reason: 'page-too-large',
    detail: /^more than \d+ bytes$/,
  },
  {
    name: 'sends a packet that is none',
    feed: () => ({ headers: { ...headers, 'content-encoding': 'gzip' }, body: head }),
    reason: 'fetch-failed',
    detail: /^its packing is damaged/,
  },
  {
    name: 'sends something else',
    feed: () => ({ headers, body: '\u0000\u0001 nothing that anybody knows' }),
    reason: 'feed-unreadable',
    detail: /^no feed at /,
  },
  {
    name: 'sends malformed XML',
    feed: (origin) => ({
      headers,
      body: `${head}<entry><id>t:1</id><title>One & two</title><link href="${origin}/one"/></entry><entry a="`,
    }),
    reason: 'feed-broken',
    detail: /^1 items$/,
  },
  {
    name: 'has a feed of 100,000 items',
    feed: (origin) => ({
      headers,
      body: `${head}${Array.from({ length: 100_000 }, (_, i) => `<entry><id>t:${i}</id><title>No. ${i}</title><link href="${origin}/${i % 3}"/></entry>`).join('')}</feed>`,
    }),
    reason: 'feed-cut',
    detail: /^the first 2000 items$/,
  },
];

interface Listening {
  readonly address: string;
  close(): Promise<void>;
}

function listen(server: ReturnType<typeof createPlainServer>, scheme: string): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({
        address: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/feed`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            for (const socket of sockets) socket.destroy();
          }),
      }),
    ),
  );
}

/** Speaks something that is not HTTP. */
export const openBabbler = (): Promise<Listening> =>
  listen(
    createPlainServer((socket) => socket.on('data', () => socket.end('220 mail.example ready\r\n'))),
    'http',
  );

/** Speaks plain HTTP where TLS is expected. */
export const openPlainServer = (): Promise<Listening> =>
  listen(
    createPlainServer((socket) => socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))),
    'https',
  );

/** Shows a certificate that nobody vouches for; nothing where no `openssl` makes one. */
export async function openSelfSigned(folder: string): Promise<Listening | undefined> {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const how = `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=bad.example -keyout ${key} -out ${cert}`;
  try {
    execFileSync('openssl', how.split(' '), { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return listen(createServer({ key: readFileSync(key), cert: readFileSync(cert) }), 'https');
}
