/** What is left to an address in the minute that runs. */
export interface Allowance {
  readonly allowed: boolean;
  readonly left: number;
  /** Seconds until the next minute of this address begins. */
  readonly resetSeconds: number;
}

export type ApiRateLimit = (address: string, now: Date) => Allowance;

/** Requests a minute of one token. */
export const usualTokenRate = 6_000;

const windowMs = 60_000;
const mostAddresses = 50_000;

/** Counts requests by address, a minute at a time, in memory only. */
export function openApiRateLimit(perMinute: number): ApiRateLimit {
  const windows = new Map<string, { startedAt: number; requests: number }>();
  return (address, now) => {
    const time = now.getTime();
    const key = networkOf(address);
    let window = windows.get(key);
    if (window === undefined || time - window.startedAt >= windowMs || time < window.startedAt) {
      windows.delete(key);
      // The oldest windows stand first: those that are over go, and when none is, the oldest does.
      for (const [other, { startedAt }] of windows) {
        if (time - startedAt < windowMs && windows.size < mostAddresses) break;
        windows.delete(other);
      }
      window = { startedAt: time, requests: 0 };
      windows.set(key, window);
    }
    window.requests += 1;
    return {
      allowed: window.requests <= perMinute,
      left: Math.max(0, perMinute - window.requests),
      resetSeconds: Math.max(1, Math.ceil((window.startedAt + windowMs - time) / 1000)),
    };
  };
}

/** One subscriber has a whole network of IPv6 addresses to change between. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}
