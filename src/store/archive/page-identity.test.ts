import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseUrl, pageIdentity } from './page-identity.ts';

describe('normaliseUrl', () => {
  test.each([
    ['https://Paper.Example/a', '//paper.example/a'],
    ['http://paper.example:80/a/', '//paper.example/a'],
    ['https://paper.example:443/', '//paper.example'],
    ['https://paper.example:8443/a', '//paper.example:8443/a'],
    ['https://paper.example/a#part', '//paper.example/a'],
    ['https://paper.example/a?utm_source=x&utm_medium=y', '//paper.example/a'],
    ['https://paper.example/a?id=7&fbclid=z&gclid=q', '//paper.example/a?id=7'],
    ['https://paper.example/a?b=2&a=1', '//paper.example/a?b=2&a=1'],
    ['https://paper.example/A', '//paper.example/A'],
    ['  https://paper.example/a  ', '//paper.example/a'],
    ['mailto:someone@paper.example', undefined],
    ['paper.example/a', undefined],
    ['', undefined],
  ])('%s', (address, expected) => {
    expect(normaliseUrl(address)).toBe(expected);
  });

  test('is the same when done again', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
        const once = normaliseUrl(address) ?? '';
        expect(normaliseUrl(`https:${once}`)).toBe(once);
      }),
    );
  });
});

test('the identity of a page is its address, else its name, else its content', () => {
  expect(pageIdentity({ url: 'https://a.example/x/', name: 'n', origin: 'import' }, 'h')).toBe('url://a.example/x');
  expect(pageIdentity({ url: 'not an address', name: 'n', origin: 'sample' }, 'h')).toBe('name:sample:n');
  expect(pageIdentity({ name: '', origin: 'import' }, 'h')).toBe('hash:h');
});
