import { expect, test } from 'vitest';
import type { GoldPage } from '../evaluate/extract/gold-pages.ts';
import { printMeans, scoreBody } from './out-of-fold.ts';
import { draftOf, foldOf, goldLabeller, rowsOfDraft } from './training-pages.ts';

const body = 'The lighthouse keeper wrote down every ship that passed, and the colour of its flag.';

test.each([
  [body, 1],
  ['The lighthouse keeper wrote down every ship that passed.', 1],
  ['Subscribe to the letter of the lighthouse today', 0],
  ['the colour', 0],
  ['Flags', 1],
  ['—', undefined],
])('a gold body says of %j: %j', (text, label) => {
  expect(goldLabeller({ text: `${body}\nFlags` })(text)).toBe(label);
});

test('phrases say nothing of other blocks', () => {
  const labelOf = goldLabeller({ with_: ['every ship that passed'], without: ['Subscribe'] });
  expect([body, 'Subscribe now', 'Something else'].map(labelOf)).toEqual([1, 0, undefined]);
});

test('pages of one registered name share a fold', () => {
  expect(foldOf('https://www.paper.example/a', 5)).toBe(foldOf('https://sport.paper.example/b', 5));
});

test('rows of a page carry its labels', () => {
  const html = `<html><body><article><h1>Ships</h1><p>${body}</p></article><p>Subscribe to our letter here</p></body></html>`;
  const page: GoldPage = { id: '1', url: 'https://paper.example/1', html, gold: { text: body } };
  const rows = rowsOfDraft(draftOf(page), page.gold);
  expect(rows.filter(({ label }) => label === 1)).toHaveLength(1);
  expect(rows.filter(({ label }) => label === 0).length).toBeGreaterThan(0);
});

test('means by set', () => {
  const pages = [
    { set: 'a', ...scoreBody(body, { text: body }) },
    { set: 'b', ...scoreBody(body, { with_: ['every ship', 'no such words'], without: ['colour'] }) },
  ];
  expect(printMeans(pages)).toBe('  a  F1 1.0000  P 1.0000  R 1.0000  n=1\n  b  phrases F1 0.5000  n=2');
});
