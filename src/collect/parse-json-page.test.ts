import { describe, expect, test } from 'vitest';
import { extractArticle } from '../core/extract/extract-article.ts';
import { parseJsonPage } from './parse-json-page.ts';

const text =
  'The harbour of Alder Bay reopens on Monday, the port authority said. Ferries will sail twice a day until October.';
const html = `<html><body><p>${text}</p></body></html>`;

function pageOf(value: unknown) {
  const page = parseJsonPage(value, 'x#1');
  if (page.kind === 'failure') return { failure: page.detail };
  const { bytes, url, savedAt, id, format } = page;
  return { url, savedAt, id, format, text: new TextDecoder().decode(bytes) };
}

describe('the shapes in which programs write down pages', () => {
  test.each<[string, object, object]>([
    [
      'our own',
      { id: 7, url: 'https://a.example/', savedAt: '2024-05-01T10:00:00Z', html },
      { id: '7', url: 'https://a.example/', savedAt: '2024-05-01T10:00:00Z', format: 'html', text: html },
    ],
    [
      'a crawler',
      { link: 'https://a.example/', raw_html: html, crawl_date: '2024-05-01 10:00:00' },
      { url: 'https://a.example/', format: 'html', text: html, savedAt: '2024-05-01T10:00:00.000Z' },
    ],
    ['a text alone', { uri: 'https://a.example/', text }, { url: 'https://a.example/', format: 'text', text }],
    ['HTML called content', { content: html }, { format: 'html', text: html }],
    [
      'an instant of another zone',
      { text, fetched_at: '2024-05-01T12:00:00+02:00' },
      { savedAt: '2024-05-01T10:00:00.000Z' },
    ],
    ['an instant that is none', { text, savedAt: 'last week' }, { savedAt: undefined, text }],
    ['an empty page', { html: '' }, { text: '' }],
    ['nothing to read', { title: 'x' }, { failure: 'neither html nor text' }],
    ['a list', [html], { failure: 'not an object' }],
  ])('%s', (_, value, expected) => {
    expect(pageOf(value)).toMatchObject(expected);
  });

  test.each<[string, Record<string, unknown>]>([
    [
      'news-please',
      {
        url: 'https://a.example/1',
        title: 'Ferries return',
        maintext: text,
        date_publish: '2024-05-02 08:00:00',
        authors: ['Ada Quill'],
        language: 'en',
        source_domain: 'a.example',
      },
    ],
    [
      'newspaper',
      {
        url: 'https://a.example/1',
        title: 'Ferries return',
        text,
        publish_date: '2024-05-02T08:00:00',
        authors: ['Ada Quill'],
      },
    ],
    ['a database', { headline: 'Ferries return', body: text, published_at: '2024-05-02', byline: 'Ada Quill' }],
  ])('%s: title, day, author and text reach the article', (_, value) => {
    const page = parseJsonPage(value, 'x#1');
    if (page.kind === 'failure') throw new Error(page.detail);
    const article = extractArticle({ bytes: page.bytes, format: 'html' }, { id: 'a' });
    expect(article.title?.value).toBe('Ferries return');
    expect(article.published?.value.edtf.slice(0, 10)).toBe('2024-05-02');
    expect(article.authors.map(({ value: name }) => name)).toEqual(['Ada Quill']);
    expect(article.text).toContain(text);
  });

  test('signs of markup in a text stay signs, and a title that the text repeats stands once', () => {
    const page = pageOf({ title: 'A & B', text: 'A & B\n\nx < y and "z"' });
    expect(page.text).toContain('<p>x &#60; y and &#34;z&#34;</p>');
    expect(page.text?.match(/A &#38; B/g)).toHaveLength(3);
  });
});
