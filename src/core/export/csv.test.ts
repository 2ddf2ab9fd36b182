import { describe, expect, test } from 'vitest';
import { csvCell } from './csv.ts';

describe('csvCell', () => {
  test.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "yes"', '"say ""yes"""'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['-1+1', "'-1+1"],
    [0.5, '0.5'],
    [true, 'true'],
  ])('%j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});
