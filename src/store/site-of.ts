import { getDomain } from 'tldts';

/** Registrable domain, else host with port. What is no address is its own site. */
export function siteOf(address: string): string {
  const domain = getDomain(address, { allowPrivateDomains: true });
  if (domain !== null) return domain;
  return URL.canParse(address) ? new URL(address).host : address;
}
