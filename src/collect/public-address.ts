import { BlockList, isIP } from 'node:net';

/** Ranges of IPv4 that no page of the press is served from (IANA special-purpose registry). */
const special = new BlockList();
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]) {
  const [network = '', bits] = range.split('/');
  special.addSubnet(network, Number(bits), 'ipv4');
}

/** Public IPv6 is 2000::/3; in it, tunnels and documentation stand for other addresses or none. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const special6 = new BlockList();
special6.addSubnet('2001::', 23, 'ipv6');
special6.addSubnet('2001:db8::', 32, 'ipv6');
special6.addSubnet('2002::', 16, 'ipv6');
special6.addSubnet('3fff::', 20, 'ipv6');

/** Whether an IP address belongs to the public internet. Mapped IPv4 (`::ffff:…`) and other embedded forms do not. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  switch (isIP(bare)) {
    case 4:
      return !special.check(bare, 'ipv4');
    case 6:
      return global6.check(bare, 'ipv6') && !special6.check(bare, 'ipv6');
    default:
      return false;
  }
}

/** Names that never leave the machine or its network; refused before anyone is asked. */
const localName = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|onion)\.?$/i;

/** Why an address must not be fetched, before its name is resolved; nothing when it may be tried. */
export function refusalOf(url: URL, allowPrivate: boolean): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `${url.protocol} is not fetched`;
  if (url.username !== '' || url.password !== '') return 'an address with a password is not fetched';
  if (allowPrivate) return undefined;
  const host = url.hostname;
  // Numbers in any spelling (2130706433, 0x7f.1, 017700000001) are already written as an address by the URL parser.
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0)
    return isPublicAddress(host) ? undefined : `${host} is not a public address`;
  if (localName.test(host) || !host.includes('.')) return `${host} is a name of a local network`;
  return undefined;
}
