/** What a browser or an extension wrote into a page when it saved it. */
export interface SaveNotes {
  readonly url?: string;
  /** ISO instant. */
  readonly savedAt?: string;
}

/**
 * The address and the day that a saved page carries: the comment of "Save as" (`saved from url=(0024)…`), the comment of
 * SingleFile (`url:`, `saved date:`), the metadata of other savers. Only the beginning of the page is searched.
 */
export function findSaveNotes(source: string): SaveNotes {
  const head = source.slice(0, 20_000);
  const mark = /<!--\s*saved from url=\(\d{1,5}\)\s*(\S+?)\s*-->/i.exec(head);
  if (mark?.[1] && isAddress(mark[1])) return { url: mark[1] };
  const comment = /<!--(?:(?!-->)[\s\S]){0,600}?\burl:\s*(\S+)(?:(?!-->)[\s\S]){0,400}?-->/i.exec(head);
  if (comment && isAddress(comment[1] ?? '')) {
    const date = /saved date:\s*([^\n\r]{10,80})/i.exec(comment[0])?.[1];
    const savedAt = date === undefined ? undefined : parseSaveDate(date);
    return { url: comment[1] as string, ...(savedAt ? { savedAt } : {}) };
  }
  return {};
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s"'<>]{3,2000}$/i.test(text);
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `Fri Jan 19 2024 14:05:00 GMT+0100 (…)`, `Fri, 19 Jan 2024 13:05:00 GMT`, ISO: an instant, else nothing. */
export function parseSaveDate(text: string): string | undefined {
  const iso = /^\s*(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})/.exec(text);
  if (iso) return `${iso[1]}${iso[2] === 'Z' ? 'Z' : (iso[2] as string).replace(/^(...)(\d\d)$/, '$1:$2')}`;
  const clock = /(\d{1,2}):(\d{2}):(\d{2})\s*(?:GMT|UTC)?\s*([+-]\d{2}):?(\d{2})?/.exec(text);
  const time = clock ?? /(\d{1,2}):(\d{2}):(\d{2})/.exec(text);
  const date =
    /([a-z]{3})[a-z]*\s+(\d{1,2}),?\s+(\d{4})/i.exec(text) ??
    reordered(/(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})/i.exec(text));
  const month = months.indexOf((date?.[1] ?? '').toLowerCase()) + 1;
  const day = Number(date?.[2]);
  if (!date || !time || month === 0 || day < 1 || day > 31 || Number(time[1]) > 23) return undefined;
  const two = (value: number | string | undefined): string => String(value).padStart(2, '0');
  const zone = clock ? `${clock[4]}:${clock[5] ?? '00'}` : 'Z';
  return `${date[3]}-${two(month)}-${two(day)}T${two(time[1])}:${time[2]}:${time[3]}${/^.00:00$/.test(zone) ? 'Z' : zone}`;
}

function reordered(match: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return match ? [match[0], match[2], match[1], match[3]] : undefined;
}
