import { expect, test } from 'vitest';
import type { Article, Block, BlockLabel } from '../model/article.ts';
import { buildDocument, sentenceAt } from './document.ts';
import { hash64 } from './hash.ts';

function articleOf(parts: readonly (readonly [BlockLabel, string, Partial<Block>?])[]): Article {
  let text = '';
  const blocks = parts.map(([label, content, extra], index): Block => {
    const start = text === '' ? 0 : text.length + 1;
    text = text === '' ? content : `${text}\n${content}`;
    return {
      index,
      start,
      end: text.length,
      label,
      kind: 'paragraph',
      probability: 1,
      reason: 'test',
      language: 'fr',
      direction: 'ltr',
      sourceMap: [],
      ...extra,
    };
  });
  return {
    id: 'a',
    textVersion: 'v',
    text,
    blocks,
    pageType: 'article',
    authors: [],
    dateCandidates: [],
    language: { value: 'fr', certainty: 1, basis: 'test', spans: [] },
    images: [],
    links: [],
    tags: [],
    problems: [],
  };
}

const article = articleOf([
  ['headline', 'Le ministre reçoit son homologue'],
  ['ticker', 'Autre titre'],
  ['standfirst', 'Une visite de travail.'],
  ['body', 'Premier point. Suite.'],
  ['body', 'Sous-titre', { kind: 'heading' }],
  ['body', 'Deuxième point.'],
  ['caption', 'Une image'],
  ['body', 'قال الوزير.', { language: 'ar' }],
]);

test('only the reported text becomes sentences, with its place in the article', () => {
  const document = buildDocument(article);
  expect(
    document.sentences.map(({ start, end, block, paragraph, language, blockIndex }) => [
      article.text.slice(start, end),
      block,
      paragraph,
      language,
      blockIndex,
    ]),
  ).toEqual([
    ['Le ministre reçoit son homologue', 'headline', -1, 'fr', 0],
    ['Une visite de travail.', 'lead', -1, 'fr', 2],
    ['Premier point.', 'lead', 0, 'fr', 3],
    ['Suite.', 'lead', 0, 'fr', 3],
    ['Sous-titre', 'lead', 1, 'fr', 4],
    ['Deuxième point.', 'lead', 1, 'fr', 5],
    ['قال الوزير.', 'body', 2, 'ar', 7],
  ]);
});

test('token ranges follow each other and lie in their sentences', () => {
  const document = buildDocument(article);
  let next = 0;
  for (const [index, sentence] of document.sentences.entries()) {
    expect(sentence.index).toBe(index);
    expect(sentence.firstToken).toBe(next);
    next = sentence.lastToken;
    for (const token of document.tokens.slice(sentence.firstToken, sentence.lastToken)) {
      expect(token.start).toBeGreaterThanOrEqual(sentence.start);
      expect(token.end).toBeLessThanOrEqual(sentence.end);
    }
  }
  expect(next).toBe(document.tokens.length);
});

test('sentenceAt finds the sentence of an offset, and nothing between blocks', () => {
  const document = buildDocument(article);
  for (const sentence of document.sentences) {
    expect(sentenceAt(document, sentence.start)).toBe(sentence);
    expect(sentenceAt(document, sentence.end - 1)).toBe(sentence);
  }
  expect(sentenceAt(document, article.text.indexOf('Autre'))).toBeUndefined();
});

test('an unknown language is said to be unknown', () => {
  expect(buildDocument({ ...article, language: { ...article.language, value: 'de' } }).language).toBe('und');
});

test('hash64 is stable, 16 hex digits, and tells near texts apart', () => {
  expect(hash64('')).toMatch(/^[0-9a-f]{16}$/);
  expect(hash64('Rabat')).toBe(hash64('Rabat'));
  const hashes = new Set(Array.from({ length: 20_000 }, (_, index) => hash64(`text ${index}`)));
  expect(hashes.size).toBe(20_000);
  expect(hash64('ab')).not.toBe(hash64('ba'));
});
