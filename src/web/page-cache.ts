import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Store } from '../store/store.ts';
import { chooseLanguage, chooseTheme } from './session.ts';

interface KeptPage {
  readonly revision: string;
  readonly madeAt: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer;
}

export interface PageCacheOptions {
  readonly store: Pick<Store, 'revision'>;
  readonly now: () => Date;
  /** All pages together, as they are sent. */
  readonly bytes: number;
}

/** Pages name the day, and the board of outlets knows the hour. */
const seconds = 60;
/** One page may not push out all others. */
const largestPart = 16;
const keptTypes = /^(?:text\/html|application\/(?:rss\+xml|atom\+xml|feed\+json))\b/;
/** What a page depends on. A request that carries anything else may be somebody's own. */
const knownCookies: ReadonlySet<string> = new Set(['lang', 'theme']);

/**
 * Sends a page again as it was made, until anything in the archive changes, in this process or another: whoever is
 * withdrawn is gone from the next page on.
 */
export function cachedPages({ store, now, bytes }: PageCacheOptions): MiddlewareHandler {
  const pages = new Map<string, KeptPage>();
  let held = 0;
  const drop = (key: string): void => {
    held -= pages.get(key)?.body.byteLength ?? 0;
    pages.delete(key);
  };
  return async (c, next) => {
    const { method, url, path } = c.req;
    const chosen = c.req.query('lang') !== undefined || c.req.query('theme') !== undefined;
    const strangers = Object.keys(getCookie(c)).some((name) => !knownCookies.has(name));
    if (bytes === 0 || method !== 'GET' || chosen || strangers || path.startsWith('/reports')) return next();
    const packed = ['gzip', 'deflate'].find((name) => c.req.header('accept-encoding')?.includes(name));
    const key = [packed, c.req.header('x-forwarded-proto'), chooseLanguage(c), chooseTheme(c), url].join(' ');
    // Asked before the page is made: one that is made of newer rows is only made once more.
    // An archive that does not answer is for the page to tell.
    const revision = await store.revision().catch(() => undefined);
    if (revision === undefined) return next();
    const time = now().getTime();
    const kept = pages.get(key);
    if (kept !== undefined && kept.revision === revision && Math.abs(time - kept.madeAt) < seconds * 1_000) {
      // The one asked for last is the last to go.
      pages.delete(key);
      pages.set(key, kept);
      return respond(kept, c.req.header('if-none-match'));
    }
    if (kept !== undefined) drop(key);
    await next();
    if (c.res.status !== 200 || c.res.headers.has('set-cookie')) return;
    if (!keptTypes.test(c.res.headers.get('content-type') ?? '')) return;
    if (c.res.headers.get('cache-control')?.includes('no-store') === true) return;
    const headers = [...c.res.headers];
    const body = await c.res.arrayBuffer();
    c.res = new Response(body, { headers: headers.map(([name, value]) => [name, value] as [string, string]) });
    if (body.byteLength > bytes / largestPart) return;
    drop(key);
    pages.set(key, { revision, madeAt: time, headers, body });
    held += body.byteLength;
    for (const oldest of pages.keys()) {
      if (held <= bytes) break;
      drop(oldest);
    }
  };
}

function respond({ headers, body }: KeptPage, known: string | undefined): Response {
  const init = { headers: headers.map(([name, value]) => [name, value] as [string, string]) };
  const tag = headers.find(([name]) => name === 'etag')?.[1];
  if (tag !== undefined && known !== undefined && opaque(known).includes(opaque(tag)[0] ?? tag)) {
    const answer = new Response(null, { status: 304, ...init });
    for (const name of ['content-encoding', 'content-length', 'content-type']) answer.headers.delete(name);
    return answer;
  }
  return new Response(body, init);
}

/** Tags without their `W/`: a weak comparison is what If-None-Match asks for. */
function opaque(tags: string): string[] {
  return tags.match(/"[^"]*"/g) ?? [];
}
