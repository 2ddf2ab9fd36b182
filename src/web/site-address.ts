import type { WebContext } from './room.ts';

/** Where the site is for its readers: what the settings say, else the address that was asked. Without a slash at its end. */
export function siteAddress(c: WebContext): string {
  return new URL(c.get('room').settings.baseUrl ?? c.req.url).origin;
}
