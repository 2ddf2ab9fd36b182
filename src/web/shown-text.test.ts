import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, clipText, directionOf, hostOf, safeUrl } from './shown-text.ts';

describe('cleanText', () => {
  test.each([
    ['fin \u202eabc\u202c', 'fin abc'],
    ['a\u2066b\u2069c', 'abc'],
    ['a\u0000b\u0007c', 'abc'],
    ['lone \ud800 surrogate', 'lone \ufffd surrogate'],
    ['\u200bzero\ufeff', 'zero'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['👩\u200d👧', '👩\u200d👧'],
    ['line\nand\ttab', 'line\nand\ttab'],
  ])('%j becomes %j', (input, expected) => {
    expect(cleanText(input)).toBe(expected);
  });

  test('gives well-formed text without direction tricks, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        const clean = cleanText(input);
        expect(Buffer.from(clean).toString()).toBe(clean);
        expect(clean).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe('clipText', () => {
  test.each([
    ['court', 10, 'court'],
    ['une phrase assez longue', 12, 'une phrase…'],
    ['unseulmottreslong', 5, 'unseu…'],
    ['  deux\n mots ', 20, 'deux mots'],
    ['ab😀cd', 3, 'ab…'],
  ])('%j within %i is %j', (text, limit, expected) => {
    expect(clipText(text, limit)).toBe(expected);
  });
});

describe('safeUrl', () => {
  test.each([
    ['https://a.example/x', 'https://a.example/x'],
    ['http://a.example', 'http://a.example/'],
    ['javascript:alert(1)', undefined],
    [' java\nscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['/relative', undefined],
    ['', undefined],
    [undefined, undefined],
    [`https://a.example/${'x'.repeat(3000)}`, undefined],
  ])('%j gives %j', (url, expected) => {
    expect(safeUrl(url)).toBe(expected);
  });
});

test('hostOf leaves www. out', () => {
  expect(hostOf('https://www.gazette.example/a')).toBe('gazette.example');
  expect(hostOf('nonsense')).toBe('');
});

test('directionOf knows the right-to-left languages and lets the browser look at unknown ones', () => {
  expect(['ar', 'ar-MA', 'fr', 'und', 'he'].map(directionOf)).toEqual(['rtl', 'rtl', 'ltr', 'auto', 'rtl']);
});
