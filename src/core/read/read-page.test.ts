import { describe, expect, test } from 'vitest';
import { readPage } from './read-page.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Encodes with a table made from the decoder, so that the test needs no encoder of its own. */
function encode(text: string, charset: string): Uint8Array {
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) table.set(new TextDecoder(charset).decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from([...text].map((char) => table.get(char) ?? 63));
}

const french = "Le ministre a été reçu à l'aéroport, où l'attendait son homologue.";
const arabic = 'استقبل وزير النقل نظيره في العاصمة وبحث معه سبل التعاون بين البلدين';

describe('encodings', () => {
  test.each([
    [
      'declared windows-1252',
      encode(french, 'windows-1252'),
      'text/plain; charset=windows-1252',
      french,
      'windows-1252',
      'header',
    ],
    [
      'ISO-8859-1 by name',
      encode(french, 'windows-1252'),
      'text/plain; charset=ISO-8859-1',
      french,
      'windows-1252',
      'header',
    ],
    ['undeclared windows-1252', encode(french, 'windows-1252'), undefined, french, 'windows-1252', 'statistics'],
    [
      'declared windows-1256',
      encode(arabic, 'windows-1256'),
      'text/plain; charset=windows-1256',
      arabic,
      'windows-1256',
      'header',
    ],
    ['undeclared windows-1256', encode(arabic, 'windows-1256'), undefined, arabic, 'windows-1256', 'statistics'],
    ['UTF-8 without a word', utf8(arabic), undefined, arabic, 'utf-8', 'valid-utf8'],
    ['UTF-8 declared as Latin', utf8(french), 'text/plain; charset=iso-8859-1', french, 'utf-8', 'valid-utf8'],
    [
      'Latin declared as UTF-8',
      encode(french, 'windows-1252'),
      'text/plain; charset=utf-8',
      french,
      'windows-1252',
      'statistics',
    ],
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(french)]), undefined, french, 'utf-8', 'bom'],
  ] as const)('%s', (_, bytes, contentType, text, encoding, basis) => {
    const page = readPage({ bytes, ...(contentType ? { contentType } : {}) });
    expect(page.source).toBe(text);
    expect([page.encoding, page.encodingBasis]).toEqual([encoding, basis]);
  });

  test('charset of a meta element', () => {
    const page = readPage({
      bytes: encode(
        `<html><head><meta charset="windows-1256"></head><body><p>${arabic}</p></body></html>`,
        'windows-1256',
      ),
    });
    expect(page).toMatchObject({ format: 'html', encoding: 'windows-1256', encodingBasis: 'meta' });
    expect(page.source).toContain(arabic);
  });

  test.each([true, false])('UTF-16, little endian: %s', (little) => {
    const units = [...french].flatMap((char) => {
      const code = char.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    });
    expect(readPage({ bytes: Uint8Array.from(units) }).source).toBe(french);
  });

  test('damaged UTF-8 keeps what can be read and says so', () => {
    const page = readPage({ bytes: Uint8Array.from([...utf8(arabic), 0xff, ...utf8(arabic)]) });
    expect(page.source).toBe(`${arabic}\ufffd${arabic}`);
    expect(page.problems).toEqual([{ code: 'encoding-errors', at: arabic.length }]);
  });
});

describe('formats and problems', () => {
  test.each([
    ['', 'empty-page'],
    [' \n\t ', 'empty-page'],
  ])('%j is %s', (text, code) => {
    expect(readPage({ text }).problems).toEqual([{ code }]);
    expect(readPage({ bytes: utf8(text) }).problems).toEqual([{ code }]);
  });

  test('binary files by signature and by control characters', () => {
    expect(readPage({ bytes: utf8('%PDF-1.7 …') }).problems).toEqual([{ code: 'binary-page', detail: 'pdf' }]);
    expect(readPage({ bytes: Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 29) }).problems[0]?.code).toBe(
      'binary-page',
    );
    // Every byte value equally often, as in a compressed or encrypted file without a known signature.
    const even = Uint8Array.from({ length: 4096 }, (_, i) => (i * 167 + 40) % 256);
    expect(readPage({ bytes: even }).problems.at(-1)?.code).toBe('binary-page');
  });

  test('too large, with the size', () => {
    expect(readPage({ text: 'x'.repeat(101) }, { maxBytes: 100 }).problems).toEqual([
      { code: 'page-too-large', detail: '101' },
    ]);
  });

  test.each([
    ['<!doctype html><p>x', 'html'],
    ['<div><p>One</p></div>', 'html'],
    ['A text that says 3 < 4 and 5 > 2, and quotes <b> once.', 'text'],
    ['Titre\n\nUn paragraphe de texte.', 'text'],
  ])('%j is %s', (text, format) => {
    expect(readPage({ text }).format).toBe(format);
  });

  test('what no store can keep is replaced one for one', () => {
    expect(readPage({ text: `${french}\0b\ud800c😀` }).source).toBe(`${french} b\ufffdc😀`);
  });
});
