import { describe, expect, test } from 'vitest';
import { maxBlock, maxBlocks } from './block-builder.ts';
import { readHtml } from './html-blocks.ts';
import { readTextDump } from './text-blocks.ts';

// Blocks of any length would let every expression that looks at one run over megabytes, and out of stack.
describe('texts without an end', () => {
  test.each([
    ['one word', 'a'.repeat(200_000)],
    ['words', 'word '.repeat(40_000)],
    ['marks', '\u0301'.repeat(200_000)],
    ['characters of two units, at odd places', `x${'😀'.repeat(100_000)}`],
    ['spaces between', `one${' '.repeat(200_000)}two`],
  ])('%s', (_, source) => {
    for (const page of [readHtml(`<p>${source}</p>`), readTextDump(source)]) {
      for (const { text, runs } of page.blocks) {
        // A block is cut after the piece that fills it.
        expect(text.length).toBeLessThan(2 * maxBlock);
        // No character is cut in two.
        expect(text).not.toMatch(/\p{Surrogate}/u);
        expect(runs.length).toBeGreaterThan(0);
      }
      const letters = (text: string) => text.replace(/\s/g, '').length;
      expect(page.blocks.reduce((sum, { text }) => sum + letters(text), 0)).toBe(letters(source));
    }
  });

  test.each([
    ['paragraphs', '<p>word', '<p>The end.'],
    ['empty elements', '<p></p>', '<p>The end.'],
    ['lines', 'word\n', 'The end.\n'],
    ['empty lines', '\n', 'The end.\n'],
    ['segments', 'word    ', 'The end.'],
  ])('more %s than any page has are left out', (_, piece, end) => {
    const source = piece.repeat(300_000) + end;
    const page = source.includes('<') ? readHtml(source) : readTextDump(source);
    expect(page.blocks.length).toBeLessThanOrEqual(maxBlocks);
    expect(page.nodes.length).toBeLessThanOrEqual(200_000);
    expect(page.textCut).toBe(!page.blocks.some(({ text }) => text.includes('The end.')));
  });

  test('columns of more lines than a call may have arguments', () => {
    const { blocks } = readTextDump(`${'left'.padEnd(20)}right\n`.repeat(150_000));
    expect(blocks.length).toBeGreaterThan(2);
  });

  test('a title that is never closed is cut', () => {
    const page = readHtml(`<html><head><title>${'word '.repeat(100_000)}</title>`);
    expect(page.documentTitle?.value.length).toBeLessThan(maxBlock);
  });
});
