import { createHash } from 'node:crypto';
import type { NewPage } from '../store.ts';

/** Parameters that say where a reader came from, never which page this is. */
const TRACKING = /^(?:utm_[a-z_]*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|_ga|ref_src)$/i;

/**
 * What makes two saves the same page: the address, else the name within its origin, else the content.
 * Article ids derive from this text: it must stay stable for ever.
 */
export function pageIdentity(page: Pick<NewPage, 'url' | 'name' | 'origin'>, hash: string): string {
  const url = page.url === undefined ? undefined : normaliseUrl(page.url);
  if (url !== undefined) return `url:${url}`;
  if (page.name !== undefined && page.name !== '') return `name:${page.origin}:${page.name.normalize('NFC')}`;
  return `hash:${hash}`;
}

/** The address without what does not change the page; `undefined` when it is no web address. */
export function normaliseUrl(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return undefined;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const query = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(pair.split('=', 1)[0] ?? ''))
    .join('&');
  const path = url.pathname.replace(/\/+$/, '');
  // `http` and `https` are one page nowadays; host names arrive lower-cased and default ports dropped by URL.
  return `//${url.host}${path}${query === '' ? '' : `?${query}`}`;
}

/** SHA-256, hex. */
export function hashBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
