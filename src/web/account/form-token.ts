import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { WebContext } from '../room.ts';
import { isSecure } from './secure.ts';

const plainName = 'rapporteur.form';
const nameOf = (c: WebContext) => (isSecure(c) ? `__Host-${plainName}` : plainName);

/** Words that this answer gives a browser which had none: all forms of a page carry the same. */
const given = new WeakMap<WebContext, string>();

/** The word that a form of this browser carries: a page elsewhere cannot know it, and cannot set the cookie behind it. */
export function formToken(c: WebContext, secret: string): string {
  let nonce = given.get(c) ?? getCookie(c, nameOf(c));
  if (nonce === undefined || !/^[\w-]{24}$/.test(nonce)) {
    nonce = randomBytes(18).toString('base64url');
    given.set(c, nonce);
    setCookie(c, nameOf(c), nonce, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c) });
  }
  return sign(nonce, secret);
}

export function isFormToken(c: WebContext, secret: string, token: string): boolean {
  const nonce = getCookie(c, nameOf(c));
  if (nonce === undefined) return false;
  const [given, right] = [Buffer.from(token), Buffer.from(sign(nonce, secret))];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** After a log-in or a log-out the forms of before are worth nothing. */
export function forgetForms(c: WebContext): void {
  deleteCookie(c, nameOf(c), { path: '/', secure: isSecure(c) });
}

function sign(nonce: string, secret: string): string {
  return createHmac('sha256', secret).update(`form:${nonce}`).digest('base64url');
}
