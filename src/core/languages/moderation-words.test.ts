import { expect, test } from 'vitest';
import { findModerationWords } from '../moderation/steps/find-words.ts';

test.each([
  ['held', 'ces sous-hommes'],
  ['held', 'ces sous hommes'],
  ['held', 'foda-se'],
  ['held', 'são sub-humanos'],
  ['advertising', 'Contactez-moi sur WhatsApp'],
  ['advertising', 'fale-me no Telegram'],
] as const)('words are found with a hyphen and without (%s): %s', (kind, text) => {
  expect(findModerationWords(text, kind)).toHaveLength(1);
});
