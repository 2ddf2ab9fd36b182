import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTerms, parseQuery, spellOut } from './parse-query.ts';

const shape = (text: string) => parseQuery(text).clauses.map((words) => words.map((word) => word.folded).join(' '));

describe('parseQuery', () => {
  test.each([
    ['réunion Madrid', ['reunion', 'madrid']],
    ['"accord de pêche" 2024', ['accord de peche', '2024']],
    ['«accord signé»', ['accord signe']],
    ["l'intérieur", ['interieur']],
    ['"the minister’s visit"', ['the minister visit']],
    ['vice-ministre', ['vice', 'ministre']],
    ['"" madrid', ['madrid']],
    ['وزير الخارجية', ['وزير', 'الخارجيه']],
  ])('%s', (text, expected) => {
    expect(parseQuery(text).problem).toBeUndefined();
    expect(shape(text)).toEqual(expected);
  });

  test.each([
    ['', 'empty-query'],
    ['  ', 'empty-query'],
    ['"?!"', 'no-words'],
    ['"madrid', 'unclosed-quote'],
    ['mot '.repeat(30), 'query-too-long'],
  ])('names what is wrong with %j', (text, problem) => {
    expect(parseQuery(text).problem).toBe(problem);
  });

  test('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const { clauses } = parseQuery(text);
        expect(clauses.flat().length).toBeLessThanOrEqual(24);
        for (const word of clauses.flat()) expect(word.folded).not.toMatch(/[\0-/:-`{-\x7f]/);
      }),
    );
  });
});

test('terms are those known and the stem in every language, or in one', () => {
  const word = { surface: 'réunions', folded: 'reunions' };
  expect(findTerms(word, new Set(['known']))).toContain('known');
  expect(findTerms(word, undefined)).toContain('reunion');
  expect(findTerms(word, undefined, 'fr')).toEqual(['reunion']);
});

test('phrases are spelled out within the limit, and every place keeps a term', () => {
  const places = Array.from({ length: 6 }, (_, index) => ['a', 'b', 'c', 'd'].map((letter) => `${letter}${index}`));
  const spelled = spellOut({ places });
  expect(spelled.length).toBeLessThanOrEqual(48);
  expect(new Set(spelled.map((phrase) => phrase.length))).toEqual(new Set([6]));
  expect(spellOut({ places: [['x', 'y']] })).toEqual([['x'], ['y']]);
});
