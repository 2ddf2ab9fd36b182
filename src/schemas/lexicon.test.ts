import { describe, expect, test } from 'vitest';
import { learnLexicon } from '../core/group/learn-lexicon.ts';
import { parseLexicon } from './lexicon.ts';

const lexicon = learnLexicon(
  [
    { language: 'fr', text: 'Le port est ouvert.', english: 'The harbour is open.' },
    { language: 'fr', text: 'Le port est vide.', english: 'The harbour is empty.' },
    { language: 'ar', text: 'الميناء مفتوح', english: 'The harbour is open.' },
  ],
  { source: 'sentences of our own', licence: 'CC0-1.0' },
);

test('a pack that was learned is accepted as it was', () => {
  expect(Object.keys(lexicon.words)).toEqual(['ar', 'fr']);
  expect(parseLexicon(JSON.stringify(lexicon), 'pack')).toEqual(lexicon);
});

describe('a pack that is refused says why', () => {
  const { licence, ...bare } = lexicon;
  test.each<[string, unknown, string]>([
    ['another schema', { ...lexicon, schema: 'rapporteur.lexicon/2' }, 'schema: '],
    ['no licence', bare, 'licence: '],
    ['an empty source', { ...lexicon, source: ' ' }, 'source: '],
    ['no words', { ...lexicon, words: {} }, 'no language'],
    ['a language that is none', { ...lexicon, words: { French: {} } }, 'words.French'],
    ['a weight of 2', { ...lexicon, words: { fr: { port: [['harbour', 2]] } } }, 'words.fr.port'],
    ['a word changed', { ...lexicon, words: { fr: { port: [['gate', 1]] } } }, 'changed since'],
    ['a field more', { ...lexicon, author: licence }, 'author'],
    ['a list', [], 'the pack: '],
  ])('%s', (_, value, reason) => {
    expect(() => parseLexicon(JSON.stringify(value), 'press.json')).toThrow(
      expect.objectContaining({ code: 'lexicon-invalid', message: expect.stringContaining(reason) }),
    );
  });
  test('no JSON', () => {
    expect(() => parseLexicon('{', 'press.json')).toThrow('press.json: this is not JSON');
  });
});
