import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../src/core/extract/extract-article.ts';
import type { Article } from '../../src/core/model/article.ts';
import { readPage } from '../../src/core/read/read-page.ts';
import { checkPage, faultsOf } from './check-page.ts';
import { families, measureGrowth } from './growth.ts';
import { savedAt } from './make-page.ts';

const page = readPage({
  text: '<html><body><h1>The ferry sails again</h1><p>The ferry sailed again on Monday, said the captain of the port.</p></body></html>',
  savedAt,
});
const article = extractArticle(page);
const first = article.blocks[0] as Article['blocks'][number];
const published = (edtf: string) => ({
  published: { value: { edtf, precision: 'day' as const }, certainty: 1, basis: 'x', spans: [] },
});

describe('what is checked', () => {
  test('a sound article has no fault', () => {
    expect(faultsOf(page, article, {})).toEqual([]);
    expect(checkPage({ index: 0, input: { text: page.source }, made: [] }).faults).toEqual([]);
  });

  test.each<[string, Partial<Article>, unknown, RegExp]>([
    ['a lone surrogate', { text: article.text.replace('f', '\ud800') }, {}, /well formed/],
    ['blocks that overlap', { blocks: [first, first] }, {}, /^blocks: block/],
    ['blocks that end too early', { blocks: [first] }, {}, /make up/],
    ['a block in the wrong place', { blocks: [{ ...first, start: 1 }, ...article.blocks.slice(1)] }, {}, /^blocks/],
    [
      'a wrong quotation',
      { blocks: [{ ...first, sourceMap: [[0, 3, 5]] }, ...article.blocks.slice(1)] },
      {},
      /source map/,
    ],
    ['a span outside', { links: [{ start: 0, end: 100_000, url: 'https://a.example/' }] }, {}, /span outside/],
    ['evidence outside', {}, { claims: [{ evidence: [{ start: -1, end: 2 }] }] }, /span outside/],
    ['a day in the future', published('2024-06-17'), {}, /in the future/],
  ])('%s is found', (_, change, record, fault) => {
    expect(faultsOf(page, { ...article, ...change }, record).join('\n')).toMatch(fault);
  });

  test('a page of tomorrow may be saved today, east of here', () => {
    expect(faultsOf(page, { ...article, ...published('2024-06-16') }, {})).toEqual([]);
  });

  test('an exception is a fault with its place', () => {
    const input = {
      get text(): string {
        throw new Error('broken');
      },
    };
    expect(checkPage({ index: 0, input, made: [] }).faults[0]).toMatch(/^reading threw: .*broken/);
  });

  test('every family makes pages that grow, and grows itself as they do', () => {
    for (const { page: make } of families) expect(make(4000).length).toBeGreaterThan(make(1000).length * 2);
    expect(measureGrowth(families[0] as (typeof families)[number], 200)).toMatchObject({
      name: 'nested elements, html',
    });
  });
});
