import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TermList } from './story-print.ts';
import { addSums, emptySum, likeness, strongest, sumOfAll, sumOfText, type TermSum } from './term-sum.ts';

const even = () => 1;
const list = (terms: Readonly<Record<number, number>>): TermList => ({
  ids: Object.keys(terms).map(Number).reverse(),
  weights: Object.values(terms).reverse(),
});
const sumOf = (terms: Readonly<Record<number, number>>): TermSum => sumOfText(list(terms), even);
const texts = fc.array(
  fc.dictionary(
    fc.nat({ max: 12 }).map((id) => String(id * 7)),
    fc.integer({ min: 1, max: 9 }),
    { minKeys: 1, maxKeys: 8 },
  ),
  { minLength: 1, maxLength: 9 },
);

describe('one text', () => {
  test('has length 1 and its terms in order', () => {
    const { ids, values } = sumOf({ 9: 3, 2: 4 });
    expect([...ids]).toEqual([2, 9]);
    expect([...values]).toEqual([0.8, 0.6]);
  });

  test('a term counts as rarely as it is found elsewhere', () => {
    const { values } = sumOfText(list({ 1: 1, 2: 1 }), (term) => (term === 1 ? 3 : 4));
    expect([...values]).toEqual([0.6, 0.8]);
  });

  test('without terms it is like nothing', () => {
    expect(likeness(sumOf({}), sumOf({ 1: 1 }), 1)).toBe(0);
  });
});

test('the sum of all is the sum of one after the other', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const sums = all.map(sumOf);
      const [atOnce, inTurn] = [sumOfAll(sums), sums.reduce(addSums, emptySum)];
      expect(atOnce.texts).toBe(all.length);
      expect([...atOnce.ids]).toEqual([...inTurn.ids]);
      for (const [at, value] of atOnce.values.entries()) expect(value).toBeCloseTo(inTurn.values[at] ?? 0, 9);
      expect(atOnce.square).toBeCloseTo(
        atOnce.values.reduce((sum, value) => sum + value * value, 0),
        9,
      );
    }),
  );
});

test.each([
  [0, 0.5],
  [1, Math.SQRT1_2],
])('with cohesion %d two texts against one of them are %d alike', (cohesion, expected) => {
  const [one, other] = [sumOf({ 1: 1 }), sumOf({ 2: 1 })];
  expect(likeness(addSums(one, other), one, cohesion)).toBeCloseTo(expected, 9);
});

test('the strongest terms, of equals the smaller ones', () => {
  const sum = sumOf({ 1: 2, 2: 5, 4: 5, 5: 2, 6: 1 });
  expect(strongest(sum, 3)).toEqual([2, 4, 1]);
  expect(strongest(sum, 9)).toEqual([2, 4, 1, 5, 6]);
});
