import { expect, test } from 'vitest';
import { extractArticle } from './extract-article.ts';

const read = (head: string) =>
  extractArticle({ text: `<html><head>${head}</head><body><p>A harbour.</p></body></html>`, format: 'html' });
const object =
  '<script type="application/ld+json">{"@type":"NewsArticle","articleSection":"Ports","keywords":"ferry, dock,type:article,Ferry"}</script>';

test.each([
  ['<meta property="article:tag" content="ferry"><meta name="keywords" content="site, words">', ['ferry'], 0.85],
  [`${object}<meta name="keywords" content="site, words">`, ['ferry', 'dock'], 0.7],
  ['<meta name="news_keywords" content="ferry; dock">', ['ferry', 'dock'], 0.6],
  ['<meta name="keywords" content="ميناء، سفينة">', ['ميناء', 'سفينة'], 0.3],
])('tags of %s', (head, tags, certainty) => {
  const article = read(head);
  expect(article.tags.map(({ value }) => value)).toEqual(tags);
  expect(article.tags[0]?.certainty).toBe(certainty);
  for (const { value, spans } of article.tags) expect(article.text.slice(spans[0]?.start, spans[0]?.end)).toBe(value);
});

test('section of the structured data', () => {
  expect(read(object).section).toMatchObject({ value: 'Ports', basis: 'json-ld articleSection' });
});
