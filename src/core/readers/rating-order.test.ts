import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countStars, meanStars, noStars, ratingOrder, type StarCounts } from './rating-order.ts';

describe('the mean', () => {
  test.each<[StarCounts, number, number | undefined]>([
    [noStars, 0, undefined],
    [[0, 0, 0, 0, 1], 1, 5],
    [[1, 0, 0, 0, 1], 2, 3],
    [[0, 0, 1, 1, 0], 2, 3.5],
  ])('%j', (counts, votes, mean) => {
    expect([countStars(counts), meanStars(counts)]).toEqual([votes, mean]);
  });
});

describe('the order', () => {
  test.each<[string, StarCounts, StarCounts]>([
    ['few perfect votes come after many good ones', [0, 0, 10, 90, 200], [0, 0, 0, 0, 3]],
    ['more of the same is surer', [0, 0, 0, 0, 30], [0, 0, 0, 0, 3]],
    ['better is better with the same number', [0, 0, 0, 5, 5], [0, 0, 5, 5, 0]],
    ['no vote comes after a good one', [0, 0, 0, 0, 1], noStars],
    ['agreement before quarrel at the same mean', [0, 0, 20, 0, 0], [10, 0, 0, 0, 10]],
  ])('%s', (_, first, second) => {
    expect(ratingOrder(first)).toBeGreaterThan(ratingOrder(second));
  });

  test('another vote of five stars never lowers, and the bound stays between one and five', () => {
    const votes = fc.nat({ max: 500 });
    fc.assert(
      fc.property(fc.tuple(votes, votes, votes, votes, votes), (counts) => {
        const [a, b, c, d, e] = counts;
        const order = ratingOrder(counts);
        expect(ratingOrder([a, b, c, d, e + 1])).toBeGreaterThan(order);
        expect(order).toBeGreaterThan(0);
        expect(order).toBeLessThan(5);
      }),
    );
  });
});
