import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { isPublicAddress, refusalOf } from '../public-address.ts';
import { describeFailure } from './describe-failure.ts';
import { type FetchFailureCode, FetchProblem } from './fetch-problem.ts';

export interface FetchRequest {
  readonly address: string;
  /** Largest body, in bytes, unpacked. */
  readonly maxBytes: number;
  /** Gives the beginning of a larger body instead of a failure. @default false */
  readonly cut?: boolean;
  /** For the whole of it, redirects included. @default 30 seconds */
  readonly timeoutMs?: number;
  /** Lets addresses of one's own machine and network be fetched. @default false */
  readonly allowPrivate?: boolean;
  /** @default pages of the press */
  readonly accept?: string;
  /** Validators of last time, sent back word for word. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly signal?: AbortSignal;
  /** Sent as a form, in place of asking for a page; a redirect is then the answer. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as it is, in place of asking for a page; a redirect is then the answer. */
  readonly post?: {
    readonly type: string;
    readonly body: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  /** Asked before each address of a chain of redirects: a host may have rules of its own. */
  readonly mayFetch?: (url: URL) => Promise<string | undefined>;
}

export interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

export interface FetchedAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** The address that answered. */
  readonly address: string;
  readonly redirects: readonly Redirect[];
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

export interface FetchFailure {
  readonly kind: 'failure';
  readonly code: FetchFailureCode;
  readonly detail: string;
  readonly redirects: readonly Redirect[];
}

/** Fetches over connections that go to the very address that was checked. Never throws for what the world does. */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchedAnswer | FetchFailure>;
  close(): Promise<void>;
}

const maxRedirects = 5;
const connectTimeoutMs = 10_000;
/** Of one origin. */
const keptConnections = 2;
/** More addresses of one name than this are not tried. */
const triedAddresses = 3;
const defaultAccept = 'text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1';

/**
 * @param userAgent says who asks and how to reach them
 */
export function createFetcher(options: { readonly userAgent: string }): Fetcher {
  // Connections that were opened under other rules are never shared.
  const open = { guarded: guardedAgent(false), free: guardedAgent(true) };
  return {
    fetch: (request) => fetchFollowing(request, options.userAgent, request.allowPrivate ? open.free : open.guarded),
    close: async () => {
      await Promise.all([open.guarded.destroy(), open.free.destroy()]);
    },
  };
}

async function fetchFollowing(
  request: FetchRequest,
  userAgent: string,
  agent: Dispatcher,
): Promise<FetchedAnswer | FetchFailure> {
  const timeout = AbortSignal.timeout(request.timeoutMs ?? 30_000);
  const signal = request.signal === undefined ? timeout : AbortSignal.any([request.signal, timeout]);
  const redirects: Redirect[] = [];
  try {
    let url = parseAddress(request.address, undefined);
    for (;;) {
      const refusal = refusalOf(url, request.allowPrivate ?? false);
      if (refusal !== undefined) throw new FetchProblem('address-refused', refusal);
      const forbidden = await request.mayFetch?.(url);
      if (forbidden !== undefined) throw new FetchProblem('robots-refused', forbidden);
      const response = await askAgain(url, request, userAgent, agent, signal);
      // A body that is thrown away ends with an error that nobody waits for.
      response.body.on('error', () => {});
      const headers = plainHeaders(response.headers);
      const status = response.statusCode;
      const location = headers['location'];
      const moved = status >= 300 && status < 400 && status !== 304;
      if (moved && location !== undefined && posted(request) === undefined) {
        response.body.destroy();
        if (redirects.length === maxRedirects)
          throw new FetchProblem('fetch-failed', `more than ${maxRedirects} redirects`);
        const next = parseAddress(location, url);
        redirects.push({ from: url.href, to: next.href, status });
        url = next;
        continue;
      }
      const bytes = await readBody(response.body, headers['content-encoding'], request);
      return { kind: 'answer', status, address: url.href, redirects, headers, bytes };
    }
  } catch (error) {
    return { kind: 'failure', redirects, ...whatFailed(error, timeout.aborted) };
  }
}

function whatFailed(error: unknown, timedOut: boolean): Pick<FetchFailure, 'code' | 'detail'> {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof FetchProblem) return { code: cause.code, detail: cause.message };
  }
  return { code: 'fetch-failed', detail: timedOut ? 'no answer in time' : describeFailure(error) };
}

function parseAddress(address: string, base: URL | undefined): URL {
  if (!URL.canParse(address, base?.href)) throw new FetchProblem('fetch-failed', 'not an address');
  const url = new URL(address, base);
  url.hash = '';
  return url;
}

/**
 * Kept connections may have been closed by the server while nobody looked: a page is asked for again, until the
 * connection is a new one. What is posted is not: it may have arrived.
 */
async function askAgain(...asked: Parameters<typeof ask>): ReturnType<typeof ask> {
  const [, request, , , signal] = asked;
  for (let again = 0; ; again++) {
    try {
      return await ask(...asked);
    } catch (error) {
      if (again === keptConnections || posted(request) !== undefined || signal.aborted || !wasClosed(error))
        throw error;
    }
  }
}

/** Whether a connection on which something had come before ended without a word. */
function wasClosed(error: unknown): boolean {
  const { code, socket } = error as { readonly code?: unknown; readonly socket?: { readonly bytesRead?: number } };
  return code === 'ECONNRESET' || code === 'EPIPE' || (code === 'UND_ERR_SOCKET' && (socket?.bytesRead ?? 0) > 0);
}

function ask(
  url: URL,
  request: FetchRequest,
  userAgent: string,
  agent: Dispatcher,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const post = posted(request);
  return agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    signal,
    ...(post === undefined ? { method: 'GET' as const } : { method: 'POST' as const, body: post.body }),
    headers: {
      ...(post === undefined ? {} : { 'content-type': post.type, ...post.headers }),
      'user-agent': userAgent,
      accept: request.accept ?? defaultAccept,
      'accept-encoding': 'gzip, deflate, br',
      ...(request.etag === undefined ? {} : { 'if-none-match': request.etag }),
      ...(request.lastModified === undefined ? {} : { 'if-modified-since': request.lastModified }),
    },
  });
}

function posted({ form, post }: FetchRequest): FetchRequest['post'] {
  if (form === undefined) return post;
  const body = new URLSearchParams(form).toString();
  return { type: 'application/x-www-form-urlencoded', body, headers: {} };
}

function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

function guardedAgent(allowPrivate: boolean): Agent {
  const connect = buildConnector({ timeout: connectTimeoutMs, allowH2: true });
  return new Agent({
    allowH2: true,
    maxHeaderSize: 64 * 1024,
    headersTimeout: 30_000,
    bodyTimeout: 30_000,
    keepAliveTimeout: 5_000,
    connections: keptConnections,
    pipelining: 1,
    connect: (options, callback) => {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      resolveHost(host, allowPrivate).then(
        (addresses) => {
          const next = (at: number): void => {
            connect({ ...options, hostname: addresses[at] ?? host }, (...result) => {
              const [error, socket] = result;
              if (error !== null && at + 1 < Math.min(addresses.length, triedAddresses)) return next(at + 1);
              const remote = socket?.remoteAddress;
              if (!allowPrivate && socket && (remote === undefined || !isPublicAddress(remote))) {
                socket.destroy();
                return callback(new FetchProblem('address-refused', `${host} leads to ${remote ?? 'nowhere'}`), null);
              }
              callback(...result);
            });
          };
          next(0);
        },
        (error: Error) => callback(error, null),
      );
    },
  });
}

/** Resolves a name and refuses it when any of its addresses is not public: which one is used is not ours to choose. */
async function resolveHost(host: string, allowPrivate: boolean): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  const addresses = (await lookup(host, { all: true })).map(({ address }) => address);
  const local = allowPrivate ? undefined : addresses.find((address) => !isPublicAddress(address));
  if (local !== undefined || addresses.length === 0)
    throw new FetchProblem('address-refused', `${host} leads to ${local ?? 'no address'}`);
  return addresses;
}

async function readBody(
  body: Readable,
  encoding: string | undefined,
  { maxBytes, cut = false }: Pick<FetchRequest, 'maxBytes' | 'cut'>,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of unpack(body, encoding) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes && !cut) throw new FetchProblem('page-too-large', `more than ${maxBytes} bytes`);
      chunks.push(chunk);
      if (length > maxBytes) break;
    }
  } finally {
    body.destroy();
  }
  return Buffer.concat(chunks, Math.min(length, maxBytes));
}

/** Encodings in the order in which they were put on; more than two are no press page. */
function unpack(body: Readable, encoding: string | undefined): Readable {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > 2) throw new FetchProblem('fetch-failed', `packed as ${names.join(', ')}`);
  let stream = body;
  for (const name of names.reverse()) {
    const unpacker = unpackerOf(name);
    if (unpacker === undefined) throw new FetchProblem('fetch-failed', `packed as ${name}`);
    stream.on('error', (error) => unpacker.destroy(error));
    stream = stream.pipe(unpacker);
  }
  return stream;
}

function unpackerOf(name: string) {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'br') return createBrotliDecompress();
  return name === 'deflate' ? createInflate() : undefined;
}
