import { describe, expect, test } from 'vitest';
import { readTextDump } from './text-blocks.ts';

const texts = (source: string): string[] => readTextDump(source).blocks.map(({ text }) => text);

describe('lines of a dump', () => {
  test.each([
    ['one block a line, blank lines counted', 'One\n\n\nTwo\r\nThree', ['One', 'Two', 'Three']],
    [
      'a ticker is cut at runs of spaces, no-break spaces too',
      'A b c    D e\u00a0\u00a0 \u00a0F\tG',
      ['A b c', 'D e', 'F', 'G'],
    ],
    ['two spaces inside a line stay', 'One  two three.', ['One  two three.']],
    ['a date glued to the text', ' date 2024-05-06 The minister spoke.', ['date 2024-05-06', 'The minister spoke.']],
    ['a date alone stays whole', '2015-07-22 17:42:33', ['2015-07-22 17:42:33']],
    [
      'a file name glued to the text',
      'minister-in-portThe minister spoke.',
      ['minister-in-port', 'The minister spoke.'],
    ],
  ])('%s', (_, source, expected) => {
    expect(texts(source)).toEqual(expected);
  });

  test('gaps and segments are kept', () => {
    expect(readTextDump('a\n\n\nb    c').blocks.map(({ gapBefore, segments }) => [gapBefore, segments])).toEqual([
      [0, 1],
      [2, 2],
      [0, 2],
    ]);
  });

  test('a paragraph wrapped at a fixed width is one block, with its places', () => {
    const source = `The minister of transport met his counterpart
on Tuesday in the port, where both of them saw
the new pier and spoke about the ferry line of
next year.

Second paragraph.`;
    const { blocks } = readTextDump(source);
    expect(blocks.map(({ text }) => text)).toEqual([
      source.slice(0, source.indexOf('\n\n')).replace(/\n/g, ' '),
      'Second paragraph.',
    ]);
    for (const [start, pageStart, length] of blocks[0]?.runs ?? []) {
      expect(blocks[0]?.text.slice(start, start + length)).toBe(source.slice(pageStart, pageStart + length));
    }
  });

  test('headlines of many lengths are not joined', () => {
    const lines = [
      'A short one',
      'A headline that is rather longer than the first one',
      'Another that ends',
      'And one more about the harbour of the north',
    ];
    expect(texts(lines.join('\n'))).toEqual(lines);
  });

  test('two columns are read one after the other', () => {
    const left = [
      'Le ministre a reçu mardi à Port-Royal',
      'son homologue, avec qui il a parlé des',
      'côtes, des ports et des phares, selon',
      'un communiqué.',
    ];
    const right = ['Lire aussi', 'Un phare rénové', 'La foire aux livres', 'Le derby du soir'];
    const source = left.map((line, i) => line.padEnd(44) + right[i]).join('\n');
    expect(texts(`Titre\n\n${source}\n\nFin.`)).toEqual(['Titre', left.join(' '), ...right, 'Fin.']);
  });
});
