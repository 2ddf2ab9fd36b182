import { expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

test.each([
  ['https://gazette.example/é?x={1}|[2]^%zz', 'https://gazette.example/%C3%A9?x=%7B1%7D%7C%5B2%5D%5E%25zz'],
  ['http://[::1]:8080/a#b#c[d]', 'http://[::1]:8080/a#b%23c%5Bd%5D'],
  ['https://gazette.example/?q=1,2;3', 'https://gazette.example/?q=1,2;3'],
  ['javascript:alert(1)', undefined],
  ['//gazette.example', undefined],
  [undefined, undefined],
])('%s', (url, expected) => {
  expect(webAddress(url)).toBe(expected);
});
