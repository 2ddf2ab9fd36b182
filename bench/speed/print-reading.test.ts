import { expect, test } from 'vitest';
import type { ReadingResult } from './measure-reading.ts';
import { printReading } from './print-reading.ts';

const run = (total: number): ReadingResult => ({
  times: 2,
  pages: 101,
  firstPage: 50,
  total,
  extract: total / 2,
  record: total / 2,
  p50: 4,
  p95: 9,
  slowest: 20,
  growth: 8,
  peakMemory: 100 * 1024 * 1024,
});

test('shows the middle run and the spread, and says on what', () => {
  const text = printReading([run(500), run(2000), run(1000)], 'three invented pages', 'a machine');
  expect(text).toContain('pages a second      100   (runs: 50 to 200)');
  expect(text).toContain('extraction alone  200');
  expect(text).toContain('Data: three invented pages, each read 2 times');
  expect(text).toContain('100 MB');
});
