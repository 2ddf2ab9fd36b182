import type { WebContext } from '../room.ts';

/** Whether the reader's line is encrypted: by the public address of the site, or by what a trusted proxy says. */
export function isSecure(c: WebContext): boolean {
  const { settings } = c.get('room');
  if (settings.baseUrl !== undefined) return settings.baseUrl.startsWith('https://');
  return settings.trustedProxy === true && c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https';
}
