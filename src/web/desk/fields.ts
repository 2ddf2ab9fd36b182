const longestPause = 3_600;
const longestKeep = 36_500;

/** Seconds between two requests; empty is the usual pause. None at all only on one's own network. */
export function parsePause(text: string, allowPrivate: boolean): { readonly ms: number | undefined } | undefined {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return { ms: undefined };
  const seconds = Number(typed);
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > longestPause) return undefined;
  if (seconds === 0 && !allowPrivate) return undefined;
  return { ms: Math.round(seconds * 1_000) };
}

/** Days; empty is for ever. */
export function parseKeep(text: string): { readonly days: number | undefined } | undefined {
  const typed = text.trim();
  if (typed === '') return { days: undefined };
  const days = Number(typed);
  return Number.isInteger(days) && days >= 1 && days <= longestKeep ? { days } : undefined;
}

export function parseName(text: string): string | undefined {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return name === '' || name.length > 120 || /[\p{Cc}<>]/u.test(name) ? undefined : name;
}

/** A form of addresses: from the first stroke on, with some `#` and `*` in it. */
export function isPattern(text: string): boolean {
  return /^\/[^\s\\]{1,300}$/.test(text) && (text.match(/[*#]/g)?.length ?? 0) <= 12;
}
