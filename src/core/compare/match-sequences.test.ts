import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchSequences } from './match-sequences.ts';

const words = (text: string) => text.split(' ').filter((word) => word !== '');

test.each([
  ['a b c', 'a b c', 'a b c'],
  ['a b c', 'a c', 'a c'],
  ['a c', 'a b c', 'a c'],
  ['a b c d e f', 'x b y d z f', 'b d f'],
  ['a b c a b b a', 'c b a b a c', 'b a b a'],
  ['', 'a', ''],
  ['a b', 'c d', ''],
])('%j and %j share %j', (before, after, shared) => {
  const [a, b] = [words(before), words(after)];
  const matches = matchSequences(a, b);
  expect(matches.map(([i]) => a[i])).toHaveLength(words(shared).length);
  for (const [i, j] of matches) expect(a[i]).toBe(b[j]);
});

describe('for any two sequences', () => {
  const sequence = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 40 });

  test('matches rise, hold the same and are as many as can be', () => {
    fc.assert(
      fc.property(sequence, sequence, (before, after) => {
        const matches = matchSequences(before, after);
        matches.forEach(([i, j], at) => {
          expect(before[i]).toBe(after[j]);
          const [lastI, lastJ] = matches[at - 1] ?? [-1, -1];
          expect(i).toBeGreaterThan(lastI);
          expect(j).toBeGreaterThan(lastJ);
        });
        expect(matches).toHaveLength(longestCommon(before, after));
      }),
      { numRuns: 500 },
    );
  });

  test('texts with nothing in common end in time, however long', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `a${index}`);
    const after = Array.from({ length: 20_000 }, (_, index) => `b${index}`);
    expect(matchSequences(['x', ...before], ['x', ...after])).toEqual([[0, 0]]);
  });
});

/** By the table that everybody knows: slow and surely right. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const [up, left, corner] = [table[i - 1]?.[j] ?? 0, table[i]?.[j - 1] ?? 0, table[i - 1]?.[j - 1] ?? 0];
      (table[i] as number[])[j] = a[i - 1] === b[j - 1] ? corner + 1 : Math.max(up, left);
    }
  }
  return table[a.length]?.[b.length] ?? 0;
}
