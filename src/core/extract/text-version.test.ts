import { expect, test } from 'vitest';
import { extractArticle } from './extract-article.ts';

const text = `<title>Ferry sails again</title><article><h1>Ferry sails again</h1>
<p>The ferry between the two islands sailed on Monday, after a week of storms that kept it in the harbour.</p></article>`;
const versionOf = (savedAt: string) =>
  extractArticle({ text, url: 'https://paper.example/ferry', savedAt }).textVersion;

test('when a page was taken is no part of what its text is called', () => {
  const first = extractArticle({ text, savedAt: '2024-01-19T10:00:00.000Z' });
  const second = extractArticle({ text, savedAt: '2025-12-31T23:59:59.999Z' });
  expect(first.text).not.toBe(second.text);
  expect(first.textVersion).toBe(second.textVersion);
});

test('a time that is written in another length moves spans, so the text has another name', () => {
  expect(versionOf('2024-01-19T10:00:00Z')).not.toBe(versionOf('2024-01-19T10:00:00.000Z'));
});

test('another text has another name', () => {
  const at = '2024-01-19T10:00:00.000Z';
  const other = extractArticle({
    text: text.replace('Monday', 'Tuesday'),
    url: 'https://paper.example/ferry',
    savedAt: at,
  });
  expect(other.textVersion).not.toBe(versionOf(at));
});
