import { expect, test } from 'vitest';
import { blockColumns } from '../../src/core/extract/body-model/block-columns.ts';
import type { GoldPage } from '../evaluate/extract/gold-pages.ts';
import { printMeans, scoreBody } from './out-of-fold.ts';
import { trainingPage } from './stages.ts';
import { foldOf, goldLabels } from './training-pages.ts';

const body = 'The lighthouse keeper wrote down every ship that passed, and the colour of its flag.';

test.each([
  [body, 1],
  ['The lighthouse keeper wrote down every ship that passed.', 1],
  ['Subscribe to the letter of the lighthouse today', 0],
  ['the colour', 0],
  ['Flags', 1],
  ['—', -1],
])('a gold body says of %j: %j', (text, label) => {
  expect([...goldLabels([text], { text: `${body}\nFlags` })]).toEqual([label]);
});

test('a gold body holds a paragraph once', () => {
  expect([...goldLabels([body, 'Flags', body], { text: body })]).toEqual([1, 0, 0]);
});

test('phrases say nothing of other blocks', () => {
  const gold = { with_: ['every ship that passed'], without: ['Subscribe'] };
  expect([...goldLabels([body, 'Subscribe now', 'Something else'], gold)]).toEqual([1, 0, -1]);
});

test('pages of one registered name share a fold', () => {
  expect(foldOf('https://www.paper.example/a', 5)).toBe(foldOf('https://sport.paper.example/b', 5));
});

test.each(['html', 'text'] as const)(
  'a page as %s has a row for each block, weighed where the gold tells',
  (format) => {
    const html = `<html><body><article><h1>Ships</h1><p>${body}</p></article><p>Subscribe to our letter here</p></body></html>`;
    const page: GoldPage = { id: '1', url: 'https://paper.example/1', html, gold: { text: body } };
    const { rows, labels, weights, draft } = trainingPage('set', page, format);
    expect(rows).toHaveLength(draft.raw.blocks.length * blockColumns.length);
    expect(rows.some(Number.isNaN)).toBe(false);
    expect([...labels]).toEqual([0, 1, 0]);
    expect(weights.every((weight) => weight > 0)).toBe(true);
  },
);

test('means by set', () => {
  const pages = [
    { set: 'a', ...scoreBody(body, { text: body }) },
    { set: 'b', ...scoreBody(body, { with_: ['every ship', 'no such words'], without: ['colour'] }) },
  ];
  expect(printMeans(pages)).toBe(
    '  a  F1 1.0000 (1.000–1.000)  P 1.000  R 1.000  n=1 pages\n  b  phrases F1 0.5000 (0.500–0.500)  P 0.500  R 0.500  n=2 phrases on 1 pages',
  );
});
