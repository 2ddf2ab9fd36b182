import { expect, test } from 'vitest';
import { readHtml } from './html-blocks.ts';
import { EntityReader } from './html-entities.ts';

const parts = (text: string, inAttribute: boolean): string[] => {
  const found: string[] = [];
  new EntityReader(text).read(
    0,
    text.length,
    {
      addText: (start, end) => found.push(text.slice(start, end)),
      addEntity: (character, end) => found.push(`${character}@${end}`),
    },
    inAttribute,
  );
  return found;
};

test.each([
  ['a &amp; b', false, ['a ', '&@7', ' b']],
  ['a & b &c', false, ['a & b &c']],
  ['&eacute;t&eacute', false, ['é@8', 't', 'é@16']],
  ['&#8217;&#x1F600;', false, ['’@7', '😀@16']],
  ['&notit;', false, ['¬@4', 'it;']],
  ['?a=1&copy=2', true, ['?a=1&copy=2']],
  ['?a=1&copy=2', false, ['?a=1', '©@9', '=2']],
  ['?a=1&amp;b=2', true, ['?a=1', '&@9', 'b=2']],
])('%j (attribute: %s) has the parts %j', (text, inAttribute, found) => {
  expect(parts(text, inAttribute)).toEqual(found);
});

test('entities in text, title and attributes keep their places', () => {
  const source =
    '<title>A &lt;b> &amp; c</title><p>Fish &amp; chips <a href="/?a=1&amp;b=2&copy=3">&eacute;t&eacute;</a></p>';
  const { blocks, documentTitle } = readHtml(source);
  expect(documentTitle?.value).toBe('A <b> & c');
  expect(blocks[0]?.text).toBe('Fish & chips été');
  expect(blocks[0]?.links[0]?.url).toBe('/?a=1&b=2&copy=3');
  for (const [at, from, length] of blocks[0]?.runs ?? [])
    expect(source.slice(from, from + length)).toBe(blocks[0]?.text.slice(at, at + length));
});
