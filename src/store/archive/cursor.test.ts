import { expect, test } from 'vitest';
import { readCursor, readOffset, writeCursor } from './cursor.ts';

test('a cursor comes back as it was written', () => {
  expect(readCursor(writeCursor(['2024-01-19', 7]), ['string', 'number'])).toEqual(['2024-01-19', 7]);
  expect(readOffset(writeCursor([40]), 100)).toBe(40);
});

test.each([
  ['another shape', writeCursor([7, '2024-01-19'])],
  ['fewer parts', writeCursor(['2024-01-19'])],
  ['a character that PostgreSQL takes for no text', writeCursor(['2024\u0000', 7])],
  ['a number that fits no column', writeCursor(['2024-01-19', 2 ** 31])],
  ['a broken number', writeCursor(['2024-01-19', 1.5])],
  ['a number without end', Buffer.from('["2024-01-19",1e999]').toString('base64url')],
  ['no JSON', 'abc'],
])('one with %s is refused', (_, cursor) => {
  expect(() => readCursor(cursor, ['string', 'number'])).toThrow('The page cursor is not valid.');
});

test('nobody pages further than a list goes', () => {
  expect(() => readOffset(writeCursor([101]), 100)).toThrow('The page cursor is not valid.');
});
