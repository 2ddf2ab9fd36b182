/** Absolute http(s) address, or nothing. */
export function absoluteUrl(url: string | undefined, base: string | undefined): string | undefined {
  if (!url) return undefined;
  const trimmed = url.trim();
  if (!URL.canParse(trimmed, base)) return undefined;
  const parsed = new URL(trimmed, base);
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : undefined;
}
