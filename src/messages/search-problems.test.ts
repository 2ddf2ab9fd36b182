import { expect, test } from 'vitest';
import { searchInsteadSentence, searchProblemCodes, searchProblemSentence } from './search-problems.ts';

const lists = { fields: 'outlet: country:', topics: 'trade', types: 'visit' };

test.each(['fr', 'en', 'es', 'ar'] as const)('every problem of a query is a whole sentence in %s', (language) => {
  for (const code of searchProblemCodes) {
    const sentence = searchProblemSentence({ code, found: 'x:y' }, language, lists);
    expect([code, sentence]).toEqual([code, expect.stringMatching(/[.]$/)]);
    expect(sentence).not.toMatch(/[{}]/);
    if (code !== 'empty-query') expect(sentence).toContain('x:y');
  }
  expect(searchInsteadSentence('a:b', language)).toContain('a:b');
});

test('a long query is quoted in part', () => {
  const sentence = searchProblemSentence({ code: 'no-words', found: '?'.repeat(400) }, 'en', lists);
  expect(sentence.length).toBeLessThan(180);
});
