import { expect, test } from 'vitest';
import { countMarks, firstMark, lastMark } from './text-marks.ts';

test.each([
  ['a, b, c', 2, 0],
  ['أ، ب، ج', 2, 0],
  ['© Quay | a@b.example/#x', 0, 31],
])('%j has %d commas and the marks %d', (text, commas, kinds) => {
  expect(countMarks(text)).toEqual({ commas, kinds });
});

test.each([
  ['The end.', 1],
  ['Why?', 2],
  ['لماذا؟', 2],
  ['He said:', 3],
  ['and so on…', 4],
  ['and so on...', 4],
  ['(AFP)', 5],
  ['in 2024', 6],
  ['a headline', 0],
])('%j ends with mark %d', (text, mark) => {
  expect(lastMark(text)).toBe(mark);
});

test.each([
  ['12 ships', 1],
  ['• item', 2],
  ['« Oui »', 3],
  ['(MAP)', 4],
  ['© Quay', 5],
  ['Ships', 0],
])('%j begins with mark %d', (text, mark) => {
  expect(firstMark(text)).toBe(mark);
});
