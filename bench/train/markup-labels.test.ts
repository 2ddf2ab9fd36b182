import { expect, test } from 'vitest';
import { blockFeatures } from '../../src/core/extract/block-features.ts';
import type { Draft } from '../../src/core/extract/draft.ts';
import { labelBlocks } from '../../src/core/extract/label-steps.ts';
import { parsePage } from '../../src/core/read/parse-page.ts';
import { readPage } from '../../src/core/read/read-page.ts';
import { hideMarkup } from './hide-markup.ts';
import { markupLabels } from './markup-labels.ts';

const prose = 'The ferry between the two islands sailed on Monday, three weeks later than the harbour had planned it.';
const html = `<html><head><meta name="author" content="Ada Quill"><title>Ferry sails again</title></head><body>
<nav><a href="/">Home</a></nav>
<article><h1>Ferry sails again</h1><p>Ada Quill</p><p class="entry-date">3 May 2024</p><p>${prose}</p><p>${prose} Again.</p>
<figure><figcaption>The ferry in the harbour</figcaption></figure></article>
<div class="related-stories"><a href="/2">Quay opens in June</a></div>
<div class="comments"><p>I was there and it was cold on deck.</p></div>
<div class="sidebar"><p>The weather of the week for sailors</p></div>
<footer><a href="/terms">Terms</a><p>Port Daily is printed in Port Hale</p></footer></body></html>`;

function draftOf(hidden: boolean): Draft {
  const page = readPage({ text: html, url: 'https://port.example/1' });
  const parsed = parsePage(page);
  const raw = hidden ? hideMarkup(parsed) : parsed;
  const initial = { page, raw, features: blockFeatures(raw), profile: undefined, profiles: [], decisions: [] };
  return { ...initial, decisions: labelBlocks(initial, new Set(['model-body', 'model-labels'])) };
}

test('what the markup says of each block', () => {
  const draft = draftOf(false);
  const said = markupLabels(draft);
  expect(draft.raw.blocks.map(({ text }, i) => [text.slice(0, 18), said[i]])).toEqual([
    ['Home', 'navigation'],
    ['Ferry sails again', undefined],
    ['Ada Quill', 'byline'],
    ['3 May 2024', 'publication'],
    ['The ferry between ', undefined],
    ['The ferry between ', undefined],
    ['The ferry in the h', 'caption'],
    ['Quay opens in June', 'related'],
    ['I was there and it', 'comment'],
    ['The weather of the', undefined],
    ['Terms', 'navigation'],
    ['Port Daily is prin', 'legal'],
  ]);
});

test('hidden markup says nothing, to the labels or to the rules', () => {
  const draft = draftOf(true);
  const said = markupLabels(draft);
  // The author stands in the metadata, which the models are not asked about.
  expect(said.filter((label) => label !== undefined)).toEqual(['byline']);
  expect(draft.decisions.some((decision) => decision?.reason.startsWith('zone-'))).toBe(false);
  expect(draft.raw.blocks.map(({ text }) => text)).toEqual(draftOf(false).raw.blocks.map(({ text }) => text));
});
