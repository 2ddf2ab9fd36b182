import { expect, test } from 'vitest';
import { parsePage } from '../../read/parse-page.ts';
import { readPage } from '../../read/read-page.ts';
import { inDescription, readHints, shareInJson, titleShare } from './page-hints.ts';

const body = 'The old quay sinks by a hand every year. '.repeat(6);
const page = readPage({
  format: 'html',
  text: `<html><head><title>Old quay sinks</title><meta name="description" content="The old quay sinks by a hand every year, say the engineers of the town.">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Old quay sinks","articleBody":"${body}"}</script></head><body><p>x</p></body></html>`,
});
const raw = parsePage(page);
const hints = readHints({ raw });

test.each([
  ['The old quay sinks by a hand every year.', 1],
  ['THE OLD QUAY — sinks by a hand, every year', 1],
  ['Nothing of the kind stands in the structured data here.', 0],
  ['old', 0],
])('structured body and %j: %d', (text, share) => {
  expect(shareInJson(hints, text)).toBe(share);
});

test.each([
  ['The old quay sinks by a hand every year, say the engineers of the town, who measured it.', 1],
  ['Sign up for the letter of the harbour', 0],
])('description and %j: %d', (text, share) => {
  expect(inDescription(hints, text)).toBe(share);
});

test('a headline shares its words with the title, a menu does not', () => {
  expect(titleShare(hints, 'old quay sinks')).toBe(1);
  expect(titleShare(hints, 'weather tides')).toBe(0);
});
