import { expect, test } from 'vitest';
import { openLimit, placeKeys } from './limits.ts';

const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1_000);

test('each kind of key has its own measure, and time gives room again', () => {
  const limit = openLimit(60_000, { account: 2, address: 3 });
  const take = (account: string, address: string, seconds = 0) => limit.take({ account, address }, at(seconds));
  expect([take('a', 'x'), take('a', 'x'), take('a', 'y')]).toEqual([true, true, false]);
  expect([take('b', 'x'), take('c', 'x')]).toEqual([true, false]);
  expect(take('a', 'x', 61)).toBe(true);
});

test('what was right is given back', () => {
  const limit = openLimit(60_000, { account: 1 });
  for (let i = 0; i < 3; i++) {
    expect(limit.take({ account: 'a' }, at(0))).toBe(true);
    limit.giveBack({ account: 'a' }, at(0));
  }
});

test.each([
  ['192.0.2.7', '192.0.2.7', '192.0.2'],
  ['::ffff:192.0.2.7', '192.0.2.7', '192.0.2'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1'],
  ['2001:db8::1', '2001:db8:0:0', '2001:db8:0'],
  ['unknown', 'unknown', 'unknown'],
])('%s is of %s in %s', (address, own, network) => {
  expect(placeKeys(address)).toEqual({ address: own, network });
});
