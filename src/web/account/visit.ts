import type { Account, Cookies, Visit } from '../../store/accounts/accounts.ts';
import type { MessageKey } from '../i18n.ts';
import { clientAddress, isOwnForm } from '../report-guard.ts';
import type { WebContext } from '../room.ts';
import type { Door } from './door.ts';
import { isFormToken } from './form-token.ts';
import { placeKeys } from './limits.ts';
import { isSecure } from './secure.ts';

export function visitOf(c: WebContext): Visit {
  return { cookie: c.req.header('cookie'), secure: isSecure(c) };
}

export function sendCookies(c: WebContext, cookies: Cookies): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}

/** Who is logged in, if anybody is. */
export async function visitorOf(c: WebContext, door: Door): Promise<Account | undefined> {
  const found = await (await door.accounts()).visitor(visitOf(c));
  if (found !== undefined) sendCookies(c, found.cookies);
  return found?.account;
}

/** The same for pages that most people read without an account: for them nothing is opened and nothing is asked. */
export async function memberOf(c: WebContext, door: Door): Promise<Account | undefined> {
  return c.req.header('cookie')?.includes('rapporteur.session') === true ? visitorOf(c, door) : undefined;
}

export interface Sent {
  /** What stands in a field; nothing but what a page asks for by name is ever looked at. */
  readonly field: (name: string) => string;
  /** A file that was chosen; one without content is none. */
  readonly file: (name: string) => File | undefined;
  /** Why the form is not taken. */
  readonly refused: MessageKey | undefined;
}

interface FormOptions {
  /** Characters of one field; more are cut off, so it must be more than the field may have. @default 1000 */
  readonly longest?: number;
}

/** What a form sent, and whether it came from a page of this site in this browser. */
export async function readForm(c: WebContext, door: Door, { longest = 1_000 }: FormOptions = {}): Promise<Sent> {
  const body = await c.req.parseBody();
  const field = (name: string): string => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    return typeof value === 'string' ? value.slice(0, longest) : '';
  };
  const file = (name: string): File | undefined => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    return value instanceof File && value.size > 0 ? value : undefined;
  };
  const { settings } = c.get('room');
  // Browsers say where a form comes from; what says nothing must know the hidden word all the same.
  const silent = c.req.header('origin') === undefined && c.req.header('sec-fetch-site') === undefined;
  if (!silent && !isOwnForm(c, settings)) return { field, file, refused: 'account.error.origin' };
  if (!isFormToken(c, door.secret, field('form'))) return { field, file, refused: 'account.error.form' };
  return { field, file, refused: undefined };
}

export function placeOf(c: WebContext): { readonly address: string; readonly network: string } {
  return placeKeys(clientAddress(c, c.get('room').settings));
}

/** A place on this site to go on to, or the reader's own page: an address elsewhere is never followed. */
export function localPath(wish: string): string {
  const here = 'http://site.invalid';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (!/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(wish) || !URL.canParse(wish, here)) return '/account';
  const url = new URL(wish, here);
  return url.origin === here ? `${url.pathname}${url.search}` : '/account';
}

/** Pages of accounts are kept by nobody but the browser that shows them. */
export function keepNowhere(c: WebContext): void {
  c.header('Cache-Control', 'no-store');
}

export function seeOther(c: WebContext, path: string): Response {
  keepNowhere(c);
  return c.redirect(path, 303);
}
