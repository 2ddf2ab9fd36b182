import { expect, test } from 'vitest';
import { bodyColumns } from '../body-columns.ts';
import { bodyText } from '../body-text.ts';
import { extractArticle } from '../extract-article.ts';
import bodyModel from '../models/body.json' with { type: 'json' };
import type { TreeModel } from '../trees.ts';

const model = bodyModel as TreeModel;

test('the model was trained on the columns that the extractor computes', () => {
  expect(model.schema).toBe('rapporteur.trees/1');
  expect(model.features).toEqual(bodyColumns);
  for (const { feature, threshold, left, right, value } of model.trees) {
    expect(new Set([feature, threshold, left, right, value].map(({ length }) => length)).size).toBe(1);
    // Children come after their parent: no path can run in a circle.
    for (const [node, column] of feature.entries())
      if (column >= 0) expect(Math.min(left[node] ?? 0, right[node] ?? 0)).toBeGreaterThan(node);
  }
});

const paragraphs = [
  'The harbour board met on Tuesday to hear the engineers, who had spent the summer measuring the old quay.',
  'They found that the piles were sound but that the paving had sunk by a hand in the places where lorries turn.',
  'The board agreed to close the eastern half for ten weeks in spring, and to keep the ferries running all the while.',
  'Fishermen asked for a second ladder; the chair promised to have one built before the herring season begins.',
];
const menu = ['Weather', 'Tides', 'Obituaries', 'Classified']
  .map((name) => `<li><a href="/x">${name}</a></li>`)
  .join('');
const html = `<html><head><title>Quay to close for ten weeks</title></head><body><ul>${menu}</ul><article><h1>Quay to close for ten weeks</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article><p>All rights reserved, Harbour Gazette</p></body></html>`;

test('a plain article stays whole, with the model and without', () => {
  expect(bodyText(extractArticle({ text: html }))).toBe(paragraphs.join('\n'));
  expect(bodyText(extractArticle({ text: html }, { switchedOff: ['model-body'] }))).toBe(paragraphs.join('\n'));
});

test('a page without prose has no body to judge', () => {
  expect(bodyText(extractArticle({ text: `<html><body><ul>${menu}</ul></body></html>` }))).toBe('');
});
