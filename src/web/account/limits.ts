/** So many in so long a time; what is one too many waits. */
export interface Limit {
  /** Counts one against every key, unless one of them is full: then nothing is counted. */
  take(keys: Readonly<Record<string, string>>, now: Date): boolean;
  /** Takes one back that turned out to be right. */
  giveBack(keys: Readonly<Record<string, string>>, now: Date): void;
}

export interface AccountLimits {
  /** Passwords that may be tried. */
  readonly passwords: Limit;
  readonly registrations: Limit;
  /** Answers to questions that may be tried. */
  readonly questions: Limit;
  readonly letters: Limit;
  /** Stars and votes in polls. */
  readonly votes: Limit;
  readonly comments: Limit;
  readonly imageReports: Limit;
}

const mostKeys = 50_000;

/** @param most of each kind of key in one window; kept in memory only */
export function openLimit(windowMs: number, most: Readonly<Record<string, number>>): Limit {
  const seen = new Map<string, number[]>();
  const recent = (key: string, time: number) => (seen.get(key) ?? []).filter((at) => Math.abs(time - at) < windowMs);
  const named = (keys: Readonly<Record<string, string>>) =>
    Object.entries(keys).map(([kind, value]) => ({ kind, key: `${kind}:${value}` }));
  return {
    take(keys, now) {
      const time = now.getTime();
      const all = named(keys);
      if (all.some(({ kind, key }) => recent(key, time).length >= (most[kind] ?? 0))) return false;
      if (seen.size >= mostKeys) {
        for (const key of seen.keys()) if (recent(key, time).length === 0) seen.delete(key);
        if (seen.size >= mostKeys) return false;
      }
      for (const { key } of all) seen.set(key, [...recent(key, time), time]);
      return true;
    },
    giveBack(keys, now) {
      for (const { key } of named(keys)) {
        const left = recent(key, now.getTime()).slice(0, -1);
        if (left.length === 0) seen.delete(key);
        else seen.set(key, left);
      }
    },
  };
}

const minute = 60_000;

export function openAccountLimits(): AccountLimits {
  return {
    passwords: openLimit(15 * minute, { account: 10, address: 40, network: 120 }),
    registrations: openLimit(60 * minute, { address: 10, network: 40 }),
    questions: openLimit(60 * minute, { address: 60, network: 240 }),
    letters: openLimit(60 * minute, { account: 3, address: 10, network: 40 }),
    votes: openLimit(60 * minute, { account: 120, address: 600, network: 2_400 }),
    comments: openLimit(10 * minute, { account: 10, address: 100, network: 400 }),
    imageReports: openLimit(60 * minute, { account: 20, address: 100, network: 400 }),
  };
}

/** An address and the network around it; a household with IPv6 has a /64 and counts as one address. */
export function placeKeys(address: string): { readonly address: string; readonly network: string } {
  const plain = address.replace(/^::ffff:/i, '').toLowerCase();
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return { address: plain, network: plain.replace(/\.\d+$/, '') };
  if (!plain.includes(':')) return { address: plain, network: plain };
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
  return { address: groups.slice(0, 4).join(':'), network: groups.slice(0, 3).join(':') };
}
