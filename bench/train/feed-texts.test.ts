import { expect, test } from 'vitest';
import { feedKinds, feedText } from './feed-texts.ts';

const body = Array.from(
  { length: 12 },
  (_, i) => `Ship ${i} passed the harbour at dawn. It carried salt and rope.`,
).join('\n');
const material = { body, other: 'Another town built a bridge.\nIt is red.', furniture: ['The quay by night'] };

test.each(feedKinds)('the same seed gives the same feed: %s', (kind) => {
  expect(feedText(kind, material, 7)).toBe(feedText(kind, material, 7));
});

const plain = (text: string): string => text.replace(/<\/?p>/g, '');

test.each([
  [
    'full',
    (text: string) =>
      plain(text)
        .split('\n')
        .filter((line) => body.includes(line)).length >= 8,
  ],
  ['part', (text: string) => body.startsWith(plain(text)) && plain(text).length < body.length],
  ['cut', (text: string) => /(?:…|\.\.\.|\])(?:<\/p>)?$/.test(text) && text.length < body.length + 20],
  ['summary', (text: string) => text !== '' && text.length < body.length / 2],
  ['wrong', (text: string) => text.includes('bridge') && !text.includes('harbour')],
  ['empty', (text: string) => text === ''],
] as const)('%s', (kind, holds) => {
  for (let seed = 1; seed < 30; seed++) expect([seed, holds(feedText(kind, material, seed))]).toEqual([seed, true]);
});
