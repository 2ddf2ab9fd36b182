import { describe, expect, test } from 'vitest';
import type { CitedArticle } from '../../core/export/citation.ts';
import { openTranslator } from '../i18n.ts';
import { type CitationStyle, citationParts, citationStyles } from './citation.ts';

const cited: CitedArticle = {
  id: 'a1',
  title: 'Two ports sign a charter.',
  authors: ['Amina Vessel', 'Jon Quayle', 'Lara Dock'],
  outlet: 'The Harbour Post',
  published: '2024-05-03',
  url: 'https://harbour.example/charter',
  archiveUrl: 'https://archive.example/articles/a1',
  captured: '2024-05-04T08:00:00Z',
  hash: 'ab12',
};
const archived = 'Copy in this archive, taken on 4 May 2024: https://archive.example/articles/a1 SHA-256 ab12.';

function textOf(style: CitationStyle, article: CitedArticle, language: 'en' | 'fr' | 'es' | 'ar' = 'en'): string {
  return citationParts(style, article, openTranslator(language))
    .map(({ text }) => text)
    .join('');
}

describe('an article in the styles of citation', () => {
  test.each<[CitationStyle, string]>([
    [
      'APA',
      'Amina Vessel, Jon Quayle & Lara Dock (3 May 2024). Two ports sign a charter. The Harbour Post. https://harbour.example/charter. ',
    ],
    [
      'Chicago',
      'Amina Vessel, Jon Quayle and Lara Dock, “Two ports sign a charter”, The Harbour Post, 3 May 2024, https://harbour.example/charter. ',
    ],
    [
      'MLA',
      'Amina Vessel et al. “Two ports sign a charter”. The Harbour Post, 3 May 2024, https://harbour.example/charter. ',
    ],
    [
      'ISO 690',
      'Amina Vessel, Jon Quayle, Lara Dock. Two ports sign a charter. The Harbour Post [online]. 3 May 2024. Available at: https://harbour.example/charter. ',
    ],
  ])('%s', (style, expected) => {
    expect(textOf(style, cited)).toBe(expected + archived);
  });

  test.each<[CitationStyle, string]>([
    ['APA', 'Two ports sign a charter (n.d.). '],
    ['Chicago', '“Two ports sign a charter”. '],
    ['MLA', '“Two ports sign a charter”. '],
    ['ISO 690', 'Two ports sign a charter. '],
  ])('%s of an article of which little is known', (style, expected) => {
    const { title, id, captured, hash } = cited;
    expect(textOf(style, { title, id, captured, hash, authors: [] })).toBe(
      `${expected}Copy in this archive, taken on 4 May 2024: SHA-256 ab12.`,
    );
  });

  test('the outlet is set apart, addresses read from the left, and no text is empty', () => {
    for (const style of citationStyles) {
      for (const language of ['en', 'fr', 'es', 'ar'] as const) {
        const parts = citationParts(style, cited, openTranslator(language));
        expect(parts.filter(({ kind }) => kind === 'work').map(({ text }) => text)).toEqual(['The Harbour Post']);
        expect(parts.filter(({ kind }) => kind === 'address').map(({ text }) => text)).toEqual([
          cited.url,
          cited.archiveUrl,
          'SHA-256 ab12',
        ]);
      }
    }
  });
});
