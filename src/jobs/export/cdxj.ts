import { type WrittenRecord, warcDate } from './warc-records.ts';

/** One line of a CDXJ index: sort key, time, and where the record stands. */
export function cdxjLine(
  { page, type, mime, digest, bytes }: WrittenRecord,
  at: { readonly filename: string; readonly offset: number },
): string {
  const url = page.url ?? `urn:x-rapporteur:page:${page.articleId}`;
  const value = {
    url,
    mime: type === 'revisit' ? 'warc/revisit' : mime,
    ...(type === 'response' || type === 'revisit' ? { status: '200' } : {}),
    digest,
    length: String(bytes.length),
    offset: String(at.offset),
    filename: at.filename,
  };
  return `${sortKey(url)} ${timestamp(page.savedAt)} ${JSON.stringify(value)}`;
}

/** The address with its host turned round, so that the pages of a site stand together (SURT). */
export function sortKey(address: string): string {
  if (!URL.canParse(address) || !/^https?:/i.test(address)) return address.toLowerCase();
  const { hostname, port, pathname, search } = new URL(address);
  const host = hostname
    .replace(/^www\d*\./, '')
    .split('.')
    .reverse()
    .join(',');
  const query = search === '' ? '' : `?${search.slice(1).split('&').sort().join('&')}`;
  return `${host}${port === '' ? '' : `:${port}`})${pathname}${query}`.toLowerCase().replaceAll(' ', '%20');
}

/** 14 digits. */
export function timestamp(instant: string): string {
  return warcDate(instant).replace(/\D/g, '').slice(0, 14).padEnd(14, '0');
}
