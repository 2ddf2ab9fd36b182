import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName, foldText, foldWord } from './normalise.ts';
import { tokenize } from './tokens.ts';

const folded = (text: string): string[] => tokenize(text).map((token) => token.folded);

describe('tokens', () => {
  test.each<[string, string[]]>([
    ["le ministre de l'Intérieur", ['le', 'ministre', 'de', "l'", 'interieur']],
    ['l’Œuvre d’État', ["l'", 'oeuvre', "d'", 'etat']],
    ["aujourd'hui, jusqu'à", ["aujourd'hui", ',', "jusqu'", 'a']],
    ["Morocco's ministers' O'Brien", ['morocco', "'s", 'ministers', "'", "o'brien"]],
    ['maroco-espagnol, Spain–Morocco', ['maroco', '-', 'espagnol', ',', 'spain', '-', 'morocco']],
    ['14/04/2025 3.5 12th 1er G20', ['14', '/', '04', '/', '2025', '3', '.', '5', '12', 'th', '1', 'er', 'g20']],
    ['الإِدَارَة ١٢', ['الاداره', '12']],
    ['الرباط ـ و4 وزراء', ['الرباط', '-', 'و', '4', 'وزراء']],
    ['ما رأيكم؟ نعم؛ لا، «قال»', ['ما', 'رايكم', '?', 'نعم', ';', 'لا', ',', '"', 'قال', '"']],
    ['مؤتمر شؤون هيئة مستشفى', ['موتمر', 'شوون', 'هييه', 'مستشفي']],
    ['U.S. S.E.M.', ['u', '.', 's', '.', 's', '.', 'e', '.', 'm', '.']],
    ['co\u00adopération \u200fالمغرب\u200f', ['cooperation', 'المغرب']],
    ['😀 ok 𝐀', ['😀', 'ok', 'a']],
  ])('%s', (text, expected) => expect(folded(text)).toEqual(expected));

  test('capitals', () => {
    const flags = tokenize('US Us É EAU Émirats الرباط').map(
      ({ upper, capitals }) => `${Number(upper)}${Number(capitals)}`,
    );
    expect(flags).toEqual(['11', '10', '10', '11', '10', '00']);
  });

  test('offsets are those of the text, also for a part of it', () => {
    const text = 'avant. Le Maroc.';
    expect(tokenize(text, 7, 15).map((token) => text.slice(token.start, token.end))).toEqual(['Le', 'Maroc']);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(..."aé'’l-. \n٣3ابةـّ؟«»\u200f\u00ad😀ÉUS/"), maxLength: 60 }),
  );

  test('every visible character lies in exactly one token', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        const hidden = /^[\s\p{Z}\p{Cc}\p{Cf}\p{M}]*$/u;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(last, token.start)).toMatch(hidden);
          expect(token.folded).not.toBe('');
          last = token.end;
        }
        expect(text.slice(last)).toMatch(hidden);
      }),
      { numRuns: 1000 },
    );
  });

  test('a range gives no token outside it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.nat(60), (text, a, b) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        for (const token of tokenize(text, start, end)) {
          expect(token.start).toBeGreaterThanOrEqual(start);
          expect(token.end).toBeLessThanOrEqual(end);
        }
      }),
    );
  });

  test('a long text takes time in proportion', () => {
    const text = "l'État d'aujourd'hui "; // apostrophes everywhere
    expect(tokenize(text.repeat(20_000)).length).toBe(4 * 20_000);
  });
});

describe('folding', () => {
  test.each([
    ['Œuvre', 'oeuvre'],
    ['MÁLAGA', 'malaga'],
    ['İstanbul', 'istanbul'],
    ['Straße', 'strasse'],
    ['أإآٱىةؤئ', 'اااايهوي'],
    ['مـحـمـد', 'محمد'],
    ['مُحَمَّد', 'محمد'],
    ['٠١٢۳', '0123'],
    ['d’Ivoire', "d'ivoire"],
    ['ΣΑΣ', 'σασ'],
    ['ﬁn', 'fin'],
  ])('%s', (word, expected) => expect(foldWord(word)).toBe(expected));

  test('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (word) => {
        expect(foldWord(foldWord(word))).toBe(foldWord(word));
      }),
      { numRuns: 2000 },
    );
  });

  test('of texts and names', () => {
    expect(foldText('  Le  Maroc,\nl’Espagne ')).toBe("le maroc, l'espagne");
    expect(foldName("N'Djamena — (Tchad)")).toBe('n djamena tchad');
  });
});
