import { describe, expect, test } from 'vitest';
import { withholdDeep, withholder } from './withhold.ts';

const names = [{ personId: 'p1', names: ['Ada Lumen-Ortiz', 'أدا لومن', 'Lumen'], articleIds: ['a1'] }];
const inOwn = withholder(names, ['a1']);
const elsewhere = withholder(names, ['other']);

describe('names are blotted out in the same length', () => {
  test.each([
    ['Ada Lumen-Ortiz met him', '███ █████-█████ met him'],
    ['ADA LUMEN ORTIZ', '███ █████ █████'],
    ['Mrs Lumen-Ortiz said', 'Mrs █████-█████ said'],
    ['said Ortiz, and Ortiz’s aide', 'said █████, and █████’s aide'],
    ['استقبلت أدا لومن نظيرها', 'استقبلت ███ ████ نظيرها'],
    ['ولومن', '█████'],
    ['Adam Lument', 'Adam Lument'],
    ['a lamp of ten lumen', 'a lamp of ten lumen'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(inOwn(text)).toBe(expected);
    expect(inOwn(text)).toHaveLength(text.length);
  });

  test('a family name alone is others’ too: it goes only where the person is named', () => {
    expect(elsewhere('Ortiz came')).toBe('Ortiz came');
    expect(elsewhere('Ada Lumen-Ortiz came; Ortiz left')).toBe('███ █████-█████ came; █████ left');
    expect(withholder(names, ['other'], 'Lumen-Ortiz spoke')('Ortiz came')).toBe('█████ came');
  });

  test('an address that spells the name leads to the outlet only', () => {
    expect(elsewhere('https://news.example/2024/ada-lumen-ortiz-in-rabat')).toBe('https://news.example/');
    expect(elsewhere('https://news.example/2024/digues')).toBe('https://news.example/2024/digues');
    expect(inOwn('https://news.example/%D9%84%D9%88%D9%85%D9%86')).toBe('https://news.example/');
  });

  test('with a regnal number the number is no family name', () => {
    const king = withholder([{ personId: 'p2', names: ['Arno VI'], articleIds: ['a1'] }], ['a1']);
    expect(king('Arno VI opened part VI')).toBe('████ ██ opened part VI');
  });
});

test('every text inside a value, but no id', () => {
  expect(
    withholdDeep({ id: 'Ada Lumen-Ortiz', texts: [{ text: 'Ada Lumen-Ortiz' }], n: 1, none: null }, inOwn),
  ).toEqual({
    id: 'Ada Lumen-Ortiz',
    texts: [{ text: '███ █████-█████' }],
    n: 1,
    none: null,
  });
});

test('without anybody withdrawn the value itself comes back', () => {
  const value = { text: 'Ada Lumen-Ortiz' };
  expect(withholdDeep(value, withholder([], ['a1']))).toBe(value);
});
