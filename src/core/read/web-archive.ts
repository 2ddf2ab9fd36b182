/** What an address in a web archive says: the page that was kept, and when. */
export interface ArchivedAddress {
  readonly url: string;
  /** ISO instant of the capture: no date on the page may be later. */
  readonly savedAt: string;
}

/** `/web/20160218174457/http://…`, with or without a mode (`id_`, `if_`, `mp_`): Wayback Machine and its many copies. */
const shape = /^https?:\/\/[^/]+\/(?:[\w-]+\/){0,3}(\d{14})(?:[a-z]{2}_)?\/(https?:\/{1,2}.+)$/i;

/**
 * The address that a web archive keeps a page under, taken apart. The digits in it are the day of the capture, which
 * would pass for a day of publication, and its host is not the outlet's.
 */
export function readArchivedAddress(url: string | undefined): ArchivedAddress | undefined {
  const match = url && shape.exec(url);
  if (!match) return undefined;
  const [, stamp = '', kept = ''] = match;
  const instant = stamp.replace(/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6Z');
  const address = kept.replace(/^(https?:)\/{1,2}/i, '$1//');
  if (Number.isNaN(Date.parse(instant)) || !URL.canParse(address)) return undefined;
  return { url: address, savedAt: instant };
}
