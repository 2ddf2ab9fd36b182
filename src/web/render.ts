import { createHash } from 'node:crypto';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebContext } from './room.ts';

export interface RenderOptions {
  /** @default 200 */
  readonly status?: ContentfulStatusCode;
}

/** Sends a page. The answer depends on the reader's language and theme, and is asked for again by its ETag. */
export async function renderPage(c: WebContext, page: JSX.Element, options: RenderOptions = {}): Promise<Response> {
  const body = `<!doctype html>\n${String(await page)}`;
  const room = c.get('room');
  c.header('Content-Language', room.tr.language);
  c.header('Vary', 'Accept-Language, Cookie');
  if (c.res.headers.get('Cache-Control') === null) c.header('Cache-Control', 'private, no-cache');
  if ((options.status ?? 200) === 200) c.header('ETag', tagOf(body));
  return c.html(body, options.status ?? 200);
}

/** Sends data for programs. */
export function renderJson(c: WebContext, value: unknown): Response {
  const body = JSON.stringify(value);
  c.header('Cache-Control', 'private, no-cache');
  c.header('ETag', tagOf(body));
  return c.body(body, 200, { 'Content-Type': 'application/json; charset=utf-8' });
}

/** Made of the text while it is one: reading it back from a stream costs more than the page. */
function tagOf(body: string): string {
  return `W/"${createHash('sha1').update(body).digest('hex')}"`;
}
