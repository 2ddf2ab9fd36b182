import type { WebContext } from './room.ts';
import type { WebSettings } from './settings.ts';

/** True while the address may send another one; counts it. */
export type RateLimit = (address: string, now: Date) => boolean;

const perAddress = 5;
const windowMs = 3_600_000;
const mostAddresses = 10_000;

/** Some reports an hour from one address. Addresses are kept in memory only, for an hour. */
export function openRateLimit(): RateLimit {
  const sent = new Map<string, number[]>();
  return (address, now) => {
    const time = now.getTime();
    const recent = (sent.get(address) ?? []).filter((at) => time - at < windowMs);
    if (recent.length >= perAddress) return false;
    if (sent.size >= mostAddresses) {
      for (const [other, times] of sent) if (times.every((at) => time - at >= windowMs)) sent.delete(other);
      if (sent.size >= mostAddresses) return false;
    }
    sent.set(address, [...recent, time]);
    return true;
  };
}

/**
 * Whether a form was sent from a page of this site. Browsers say so themselves; what sends neither header is no browser
 * with our page open, and is refused.
 */
export function isOwnForm(c: WebContext, settings: WebSettings): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = c.req.header('origin');
  if (origin === undefined || origin === 'null') return site === 'same-origin';
  const own = [c.req.header('host'), hostOf(settings.baseUrl), hostOf(c.req.url)];
  return own.includes(hostOf(origin));
}

/** Who sent it, for the rate alone: the last address that the trusted proxy adds, else the one of the connection. */
export function clientAddress(c: WebContext, settings: WebSettings): string {
  const forwarded = settings.trustedProxy === true ? c.req.header('x-forwarded-for') : undefined;
  const last = forwarded?.split(',').at(-1)?.trim();
  if (last !== undefined && last !== '') return last;
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress ?? 'unknown';
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}
