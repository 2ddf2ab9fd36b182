import { describe, expect, test } from 'vitest';
import { extractArticle } from '../extract/extract-article.ts';
import { findTextVersions } from './article-versions.ts';

const page = (title: string, body: string, around = 'Most read: the ferry timetable') =>
  extractArticle({
    text: `<html><head><title>${title}</title></head><body><aside><p>${around}</p></aside><article><h1>${title}</h1>${body}</article></body></html>`,
  });
const first =
  '<p>The two harbour masters of Aland and Borland met in the old customs house on Monday morning.</p><p>They agreed to share the northern pilot station until the end of the year.</p>';
const second = first.replace('until the end of the year', 'for two years');

const found = (...articles: ReturnType<typeof page>[]) =>
  articles.map((article, day) => ({ article, foundAt: `2024-03-0${day + 1}T08:00:00Z` }));

describe('versions of a text', () => {
  test('what changes around the text is no version, and prolongs the last one', () => {
    const versions = findTextVersions(
      found(page('Masters meet', first), page('Masters meet', first, 'Most read: the tide table')),
    );
    expect(versions).toHaveLength(1);
    expect(versions[0]).toMatchObject({
      number: 1,
      foundAt: '2024-03-01T08:00:00Z',
      lastFoundAt: '2024-03-02T08:00:00Z',
    });
  });

  test('a changed word is a version; a changed headline is said', () => {
    const versions = findTextVersions(
      found(page('Masters meet', first), page('Masters meet', second), page('Masters quarrel', second)),
    );
    expect(versions.map(({ number, titleChanged }) => [number, titleChanged])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });

  test('a text that was taken back is a version of its own', () => {
    const versions = findTextVersions(
      found(page('Masters meet', first), page('Masters meet', second), page('Masters meet', first)),
    );
    expect(versions).toHaveLength(3);
  });
});
