import { expect, test } from 'vitest';
import { otherMonths } from '../languages/other-months.ts';
import { foldWord } from '../text/normalise.ts';
import { isUsualMonth, monthOfWord } from './month-names.ts';

test.each([
  ['mai', undefined, 5],
  ['kesakuuta', undefined, 6],
  ['октября', undefined, 10],
  ['listopada', undefined, undefined],
  ['listopada', 'hr', 10],
  ['listopada', 'pl', 11],
  ['listopada', 'constructor', undefined],
  ['quay', 'fi', undefined],
])('%s (%s) is the month %s', (word, language, month) => {
  expect(monthOfWord(foldWord(word), language)).toBe(month);
});

test('every language has twelve months, their names folded and long enough to tell', () => {
  for (const [language, list] of Object.entries(otherMonths)) {
    expect([language, list.split('|').length]).toEqual([language, 12]);
    for (const name of list.split(/[| ]/).filter((name) => name !== '')) {
      expect(name.length).toBeGreaterThanOrEqual(3);
      expect(foldWord(name)).toBe(name);
    }
  }
});

test('the usual ones need no other language', () => {
  expect([isUsualMonth('avril'), isUsualMonth('kesakuuta')]).toEqual([true, false]);
});
