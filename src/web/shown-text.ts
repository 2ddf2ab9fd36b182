// What pages say is shown, never obeyed: these functions stand between their text and the screen. Escaping is the
// job of the views; here are the tricks that survive escaping.

// Embeddings, overrides and isolates could turn the text around them; control characters say nothing.
// Joiners and the plain direction marks are kept: Arabic and emoji need them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
const tricks = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The same text without invisible characters that could change how its surroundings read. */
export function cleanText(text: string): string {
  return text.replace(tricks, '').replace(loneSurrogates, '\ufffd');
}

/** Marks that hold directions apart on a page, and stand as boxes wherever else a sentence goes. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}

/** Clean, on one line and not longer than `limit` characters, cut at a word where there is one. */
export function clipText(text: string, limit: number): string {
  const clean = cleanText(text.slice(0, limit * 4))
    .replace(/\s+/g, ' ')
    .trim();
  if (clean.length <= limit) return clean;
  const cut = clean.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > limit * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** The address when a browser may follow it: http or https, nothing else. */
export function safeUrl(url: string | undefined): string | undefined {
  if (url === undefined || url.length > 2000 || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : undefined;
}

/** Host of an address for a label, without `www.`. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}

/** Right-to-left for the languages written so; for unknown ones the browser looks at the text. */
export function directionOf(language: string): 'ltr' | 'rtl' | 'auto' {
  if (language === 'und') return 'auto';
  return ['ar', 'fa', 'he', 'ur'].includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
