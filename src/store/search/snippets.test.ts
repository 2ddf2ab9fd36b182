import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextPart } from './analyse.ts';
import { makeSnippet } from './snippets.ts';

const words = (text: string) => [{ places: text.split(' ').map((word) => [word]) }];

describe('makeSnippet', () => {
  test('shows the densest stretch and cuts at words', () => {
    const text = `${'mot '.repeat(200)}la pêche ${'mot '.repeat(60)}accord sur la pêche et accord ${'mot '.repeat(200)}fin`;
    const { snippet, marks } = makeSnippet(
      text,
      [['body', 0, text.length, 'fr']],
      [...words('pech'), ...words('accord')],
    );
    expect(snippet.startsWith('… ')).toBe(true);
    expect(snippet.endsWith(' …')).toBe(true);
    expect(snippet.length).toBeLessThan(260);
    expect(marks.map(({ start, end }) => snippet.slice(start, end))).toEqual(['accord', 'pêche', 'accord']);
  });

  test('marks a phrase only where it is whole', () => {
    const text = 'accord signé, puis un accord, puis un accord signé';
    const { marks, snippet } = makeSnippet(text, [['body', 0, text.length, 'fr']], words('accord sign'));
    expect(marks.map(({ start, end }) => snippet.slice(start, end))).toEqual(['accord', 'signé', 'accord', 'signé']);
  });

  test('begins with the text when only the title matched', () => {
    const text = 'Titre\nPremier paragraphe.';
    const parts: TextPart[] = [
      ['headline', 0, 5, 'fr'],
      ['body', 6, text.length, 'fr'],
    ];
    expect(makeSnippet(text, parts, words('titr'))).toEqual({ snippet: 'Premier paragraphe.', marks: [] });
    expect(makeSnippet('', [], words('titr'))).toEqual({ snippet: '', marks: [] });
  });

  test('marks lie inside the snippet for any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('accord', 'é', 'mot', '…', '\n', 'وزير', '\ud83d\ude00'), { maxLength: 400 }),
        (pieces) => {
          const text = pieces.join(' ');
          const { snippet, marks } = makeSnippet(text, [['body', 0, text.length, 'fr']], words('accord'));
          expect(snippet.length).toBeLessThanOrEqual(250);
          for (const { start, end } of marks) expect(snippet.slice(start, end)).toBe('accord');
          expect(snippet.includes('accord')).toBe(text.includes('accord'));
        },
      ),
    );
  });
});
