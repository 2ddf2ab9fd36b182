import { describe, expect, test } from 'vitest';
import { testArticle } from '../../test/helpers/schema-nouns.ts';
import type { Span } from '../core/model/evidence.ts';
import { excerptLimit, publishedText, quoteFrom } from './publish.ts';
import type { Publish } from './vocabulary.ts';

const article = testArticle();
const spanOf = (words: string): Span => ({
  start: article.text.indexOf(words),
  end: article.text.indexOf(words) + words.length,
});

describe('publishedText', () => {
  test('full shows the body and nothing of the page around it', () => {
    const shown = publishedText(article, 'full');
    expect(shown.complete).toBe(true);
    expect(shown.pieces.map((piece) => piece.label)).toEqual(['body', 'body']);
    expect(shown.pieces.map((piece) => piece.text).join('\n')).not.toContain('Another headline');
  });

  test('an excerpt shows the sentences that facts rest on, in text order', () => {
    const shown = publishedText(article, 'excerpt', [spanOf('agreed to exchange'), spanOf('received')]);
    expect(shown.pieces.map((piece) => piece.text)).toEqual([
      'The minister of Aland received his counterpart in Tunis.',
      'The two ministers agreed to exchange information.',
    ]);
    expect(shown.pieces.map((piece) => piece.gapBefore)).toEqual([false, true]);
    expect(shown.title).toBe('Interior ministers of Aland and Borland meet');
    expect(shown.complete).toBe(false);
  });

  test('an excerpt never prints a short text whole', () => {
    const everything = article.blocks.flatMap((block) =>
      Array.from({ length: block.end - block.start }, (_, index) => ({
        start: block.start + index,
        end: block.start + index + 1,
      })),
    );
    const shown = publishedText(article, 'excerpt', everything);
    const body = article.blocks.filter((block) => block.label === 'body');
    const bodyLength = body.reduce((sum, block) => sum + block.end - block.start, 0);
    const shownLength = shown.pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0);
    expect(shownLength).toBeLessThanOrEqual(bodyLength * excerptLimit.shareOfBody);
    expect(shown.pieces.length).toBeGreaterThan(0);
  });

  test('an excerpt without evidence shows title and standfirst only', () => {
    const shown = publishedText(article, 'excerpt');
    expect(shown.pieces).toEqual([]);
    expect(shown.standfirst).toBe('Talks in Tunis on Monday.');
  });

  test('facts show no text but the title', () => {
    const shown = publishedText(article, 'facts', [spanOf('received')]);
    expect(shown).toMatchObject({ standfirst: null, pieces: [], complete: false });
    expect(shown.title).not.toBeNull();
  });
});

test.each<[Publish, string, boolean]>([
  ['full', 'It rained', true],
  ['full', 'Another headline', true],
  ['excerpt', 'received his counterpart', true],
  ['excerpt', 'It rained', false],
  ['excerpt', 'Interior ministers', true],
  ['excerpt', 'Talks in Tunis', true],
  ['facts', 'received his counterpart', false],
  ['facts', 'Talks in Tunis', false],
  ['facts', 'Interior ministers', true],
])('%s: "%s" may be quoted: %s', (publish, words, allowed) => {
  const quoteOf = quoteFrom(article, publishedText(article, publish, [spanOf('received')]));
  expect(quoteOf(spanOf(words))).toBe(allowed ? words : null);
});
