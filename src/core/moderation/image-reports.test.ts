import { expect, test } from 'vitest';
import { countReporters, type ImageReporter, reportersNeeded } from './image-reports.ts';

const old = (network: string): ImageReporter => ({ network, isNew: false });
const fresh = (network: string): ImageReporter => ({ network, isNew: true });

test.each<[string, readonly ImageReporter[], number]>([
  ['nobody', [], 0],
  ['three new accounts of one network are one', [fresh('a'), fresh('a'), fresh('a')], 1],
  ['three new accounts of three networks are three', [fresh('a'), fresh('b'), fresh('c')], 3],
  ['known accounts count each, wherever they are', [old('a'), old('a'), old('a')], 3],
  ['a new account beside a known one of its network adds one, once', [old('a'), fresh('a'), fresh('a')], 2],
])('%s', (_, reporters, count) => {
  expect(countReporters(reporters)).toBe(count);
});

test('what was brought back needs more people each time', () => {
  expect([0, 1, 2, 100].map((restores) => reportersNeeded(3, restores))).toEqual([3, 6, 12, 192]);
});
