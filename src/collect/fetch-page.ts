import { type LookupAddress, lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { ErrorCode } from '../errors.ts';
import type { Collected, CollectedFailure } from './collected.ts';
import { isPublicAddress, refusalOf } from './public-address.ts';

export interface FetchPageOptions {
  /** Largest page, in bytes, unpacked. */
  readonly maxBytes: number;
  /** For the whole of it, redirects included. @default 30 seconds */
  readonly timeoutMs?: number;
  /** Lets addresses of one's own machine and network be fetched. @default false */
  readonly allowPrivate?: boolean;
  /** Says who asks. */
  readonly userAgent: string;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
}

const maxRedirects = 5;

/** A failure of one fetch, on its way to being reported under the name of the page. */
class FetchProblem extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/**
 * Fetches one page that a person asked for. Addresses that are not public are refused before and after the name is
 * resolved, and again at each redirect; the connection goes to the very address that was checked. Never throws for a
 * page: what cannot be fetched comes as a failure under its name.
 */
export async function fetchPage(address: string, options: FetchPageOptions): Promise<Collected> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? 30_000);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
  try {
    let url = parseAddress(address, undefined);
    for (let hops = 0; ; hops += 1) {
      const refusal = refusalOf(url, options.allowPrivate ?? false);
      if (refusal !== undefined) throw new FetchProblem('address-refused', refusal);
      const response = await ask(url, options, signal);
      const status = response.statusCode ?? 0;
      const location = response.headers.location;
      if (status >= 300 && status < 400 && location !== undefined) {
        response.destroy();
        if (hops === maxRedirects) throw new FetchProblem('fetch-failed', `more than ${maxRedirects} redirects`);
        url = parseAddress(location, url);
        continue;
      }
      if (status < 200 || status >= 300) {
        response.destroy();
        throw new FetchProblem('fetch-failed', `HTTP ${status}`);
      }
      const bytes = await readBody(response, options.maxBytes);
      const contentType = response.headers['content-type'];
      return {
        kind: 'page',
        name: address,
        url: url.href,
        bytes,
        ...(contentType === undefined ? {} : { contentType }),
        savedAt: options.now().toISOString(),
      };
    }
  } catch (error) {
    return failureOf(address, error, timeout.aborted);
  }
}

function failureOf(name: string, error: unknown, timedOut: boolean): CollectedFailure {
  if (error instanceof FetchProblem) return { kind: 'failure', name, code: error.code, detail: error.message };
  const { code, message } = error as NodeJS.ErrnoException;
  return { kind: 'failure', name, code: 'fetch-failed', detail: timedOut ? 'no answer in time' : (code ?? message) };
}

function parseAddress(address: string, base: URL | undefined): URL {
  if (!URL.canParse(address, base?.href)) throw new FetchProblem('fetch-failed', 'not an address');
  const url = new URL(address, base);
  url.hash = '';
  return url;
}

function ask(url: URL, options: FetchPageOptions, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, {
      // A connection of its own: one that is kept could have been opened under other rules.
      agent: false,
      signal,
      ...(options.allowPrivate === true ? {} : { lookup: publicLookup }),
      maxHeaderSize: 64 * 1024,
      headers: {
        'User-Agent': options.userAgent,
        Accept: 'text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1',
        'Accept-Encoding': 'gzip, deflate, br',
      },
    });
    request.on('response', resolve).on('error', reject).end();
  });
}

/** Resolves a name to its addresses and refuses it when any of them is not public: which one is used is not ours to choose. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const addresses: LookupAddress[] = Array.isArray(found) ? found : [];
    if (error) return callback(error, '', 0);
    const local = addresses.find(({ address }) => !isPublicAddress(address));
    const [first] = addresses;
    if (local !== undefined || first === undefined) {
      const problem = new FetchProblem('address-refused', `${hostname} leads to ${local?.address ?? 'no address'}`);
      return callback(problem, '', 0);
    }
    if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  const stream = unpack(response);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) throw new FetchProblem('page-too-large', `more than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

function unpack(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.toLowerCase().trim();
  const unpacker =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : undefined;
  if (unpacker === undefined) return response;
  response.on('error', (error) => unpacker.destroy(error));
  return response.pipe(unpacker);
}
