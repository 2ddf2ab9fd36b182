import { expect, test } from 'vitest';
import { contentStem } from './content-stem.ts';

test.each([
  ['fr', 'ministres', 'ministre'],
  ['fr', 'cooperations', 'cooperation'],
  ['en', 'agreements', 'agreement'],
  ['es', 'reuniones', 'reunion'],
  ['ar', 'الوزراء', 'وزير'],
  ['ar', 'والتعاون', 'التعاون'],
])('%s: %s and %s have one stem', (language, one, other) => {
  expect(contentStem(one, language)).toBe(contentStem(other, language));
});

test.each([
  ['fr', "l'"],
  ['fr', 'dans'],
  ['en', "'s"],
  ['es', 'y'],
  ['ar', 'علي'],
])('%s: %s says nothing', (language, word) => {
  expect(contentStem(word, language)).toBe('');
});

test('a word of an unknown language is its own stem', () => {
  expect(contentStem('havnen', 'und')).toBe('havnen');
});
