import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName, foldWord } from './normalise.ts';

/** The definition, step by step. */
const slowly = (text: string): string =>
  foldWord(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe('foldName', () => {
  test.each([
    ["  L'Œuvre d'Étienne — 2e éd. ", 'l oeuvre d etienne 2e ed'],
    ['Ａ１ ﷺ x', 'a1 صلياللهعليهوسلم x'],
    ['الرِّباط، ٢٠٢٤', 'الرباط 2024'],
    ['😀 Ⅷ', 'viii'],
    ['', ''],
    ['…—', ''],
  ])('%j', (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });

  test('is what its definition says, for short texts and long', () => {
    const units = fc.oneof(
      fc.constantFrom('ﷺ', 'é', 'ß', 'a', 'Z', ' ', "'", '٣', '😀', '\ud800', '½', 'ـ', 'İ', '।'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(units, { maxLength: 60 }), fc.nat(60), (parts, times) => {
        const text = parts.join('').repeat(times);
        expect(foldName(text)).toBe(slowly(text));
      }),
      { numRuns: 1500, seed: 5 },
    );
  });
});
