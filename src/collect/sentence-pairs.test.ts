import { expect, test } from 'vitest';
import { parsePair } from './sentence-pairs.ts';

const pair = { language: 'fr', text: 'Le port est ouvert.', english: 'The harbour is open.' };

test.each<[string, unknown, boolean]>([
  ['a pair', pair, true],
  ['with more that nobody reads', { ...pair, id: 7 }, true],
  ['English beside English', { ...pair, language: 'en' }, false],
  ['no language', { ...pair, language: '' }, false],
  ['a language in words', { ...pair, language: 'French' }, false],
  ['an empty sentence', { ...pair, english: ' ' }, false],
  ['a number for a sentence', { ...pair, text: 3 }, false],
  ['a whole text', { ...pair, text: 'port '.repeat(1000) }, false],
  ['a list', [pair], false],
  ['nothing', null, false],
])('%s', (_, value, is) => {
  expect(parsePair(JSON.stringify(value))).toEqual(is ? pair : undefined);
});

test('what is not JSON is no pair', () => {
  expect(parsePair('port;harbour')).toBeUndefined();
});
