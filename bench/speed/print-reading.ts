import { GROWTH, type ReadingResult } from './measure-reading.ts';

/** The middle run of several fresh processes, with the spread of the runs. */
export function printReading(results: readonly ReadingResult[], data: string, machine: string): string {
  const sorted = [...results].sort((a, b) => a.total - b.total);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) return 'No run.\n';
  const rate = (result: ReadingResult): number => perSecond(result.pages - 1, result.total);
  const rates = sorted.map(rate);
  return [
    `Reading: page → article → record, one process, one thread, nothing stored`,
    `Data: ${data}, each read ${middle.times} times`,
    `Machine: ${machine}; ${results.length} fresh processes, the middle one shown`,
    '',
    `pages a second      ${rate(middle).toFixed(0)}   (runs: ${Math.min(...rates).toFixed(0)} to ${Math.max(...rates).toFixed(0)})`,
    `  extraction alone  ${perSecond(middle.pages - 1, middle.extract).toFixed(0)}`,
    `  record alone      ${perSecond(middle.pages - 1, middle.record).toFixed(0)}`,
    `record of a text ${GROWTH} times as long: ${middle.growth.toFixed(1)} times the time`,
    `time a page         p50 ${ms(middle.p50)}, p95 ${ms(middle.p95)}, slowest ${ms(middle.slowest)}`,
    `first page          ${ms(middle.firstPage)} (everything still to be compiled)`,
    `peak memory         ${(middle.peakMemory / 1024 / 1024).toFixed(0)} MB, the whole process`,
    '',
    'What these figures do not prove: see bench/README.md.',
    '',
  ].join('\n');
}

function perSecond(count: number, milliseconds: number): number {
  return milliseconds > 0 ? (1000 * count) / milliseconds : 0;
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
