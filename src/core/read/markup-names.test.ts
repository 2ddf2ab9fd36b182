import { describe, expect, test } from 'vitest';
import { readHtml } from './html-blocks.ts';
import { markupNames } from './markup-names.ts';

describe('names of markup', () => {
  const names = markupNames(['div', 'dir', 'data-src', 'h1', 'a']);
  test.each([
    ['<DIV>', 1, 4, 'div'],
    ['<dir>', 1, 4, 'dir'],
    ['<a>', 1, 2, 'a'],
    ['<h1>', 1, 3, 'h1'],
    ['x Data-SRC=', 2, 10, 'data-src'],
    ['<dit>', 1, 4, undefined],
    ['<divx>', 1, 5, undefined],
    ['<\u0164iv>', 1, 4, undefined],
    ['', 0, 0, undefined],
  ])('%j from %i to %i', (source, start, end, name) => {
    expect(names.find(source, start, end)).toBe(name);
  });

  test.each(['constructor', 'toString', 'hasOwnProperty'])('an element, attribute or role may be called %s', (name) => {
    const page = readHtml(`<${name} ${name}="1" role="${name}" itemprop="${name}"><p>Text.</p></${name}>`);
    expect(page.blocks.map(({ text }) => text)).toEqual(['Text.']);
  });
});
