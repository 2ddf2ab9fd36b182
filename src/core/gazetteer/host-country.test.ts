import { expect, test } from 'vitest';
import { countryCodes } from './countries.ts';
import { outletHomes } from './data/outlet-homes.ts';
import { countryOfHost } from './host-country.ts';

test.each<[host: string, country: string | undefined]>([
  ['www.harbour.no', 'NO'],
  ['news.harbour.co.uk', 'GB'],
  ['www.harbour.com.mx', 'MX'],
  ['norwayherald.com', 'NO'],
  ['le-courrier-de-norvege.net', 'NO'],
  ['norvege-info.net', 'NO'],
  ['oslo-news.org', 'NO'],
  ['nigeriadaily.com', 'NG'],
  ['womanhour.com', undefined],
  ['harbour.example', undefined],
  ['feeds.tv', undefined],
  ['www.clarin.com', 'AR'],
])('%s → %s', (host, country) => expect(countryOfHost(host)).toBe(country));

test('the outlets stand behind known countries', () => {
  expect(Object.keys(outletHomes).filter((code) => !countryCodes.includes(code))).toEqual([]);
});
