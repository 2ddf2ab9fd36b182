const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Zones that messages name, by RFC 822; what is not here is read as universal time. */
const zones: Readonly<Record<string, string>> = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  BST: '+01:00',
};

/** The date of a message header, a feed or a saved page: `Fri Jan 19 2024 14:05:00 GMT+0100 (…)`, `Fri, 19 Jan 2024 13:05:00 GMT`, ISO: an instant, else nothing. */
export function parseMessageDate(text: string): string | undefined {
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
  const named = zones[/\b([A-Z]{3,4})\s*$/.exec(text.trim())?.[1] ?? ''];
  const zone = clock ? `${clock[4]}:${clock[5] ?? '00'}` : (named ?? 'Z');
  return `${date[3]}-${two(month)}-${two(day)}T${two(time[1])}:${time[2]}:${time[3]}${/^.00:00$/.test(zone) ? 'Z' : zone}`;
}

function reordered(match: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return match ? [match[0], match[2], match[1], match[3]] : undefined;
}
