import { expect, test } from 'vitest';
import { blockModels, choiceModel } from '../body-model/models.ts';
import { bodyText } from '../body-text.ts';
import { extractArticle } from '../extract-article.ts';

test('the models were trained on the columns that the extractor computes, and no path runs in a circle', () => {
  const { html, text } = { html: blockModels('html'), text: blockModels('text') };
  for (const trees of [html.first, html.second, text.first, text.second, choiceModel(false), choiceModel(true)]) {
    expect(trees.starts.length).toBeGreaterThan(20);
    for (const [node, column] of trees.feature.entries()) {
      if (column < 0) continue;
      expect(trees.right[node]).toBeGreaterThan(node + 1);
      expect(column).toBeLessThan(trees.columns.length);
    }
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
