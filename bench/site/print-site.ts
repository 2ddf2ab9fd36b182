import type { RoomTrace } from './measure-browser.ts';
import type { SiteFigures } from './measure-site.ts';

const number = (value: number): string => value.toFixed(1).padStart(7);
const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1).padStart(6);

export function printSite(figures: SiteFigures, articles: number, machine: string): string {
  const lines = [
    `${articles.toLocaleString('en')} articles · ${machine}`,
    '',
    `${'kind of page'.padEnd(24)}    n   CPU ms p50    p95   wall p50    p95   first   KB+CSS  slowest`,
  ];
  for (const kind of figures.kinds) {
    lines.push(
      `${kind.name.padEnd(24)} ${String(kind.pages).padStart(4)}      ${number(kind.cpu.middle)}${number(kind.cpu.high)}    ${number(kind.wall.middle)}${number(kind.wall.high)} ${number(kind.first)}   ${kilobytes(kind.bytes + figures.css)}  ${kind.slowest}`,
    );
  }
  lines.push(
    '',
    `Style sheet ${kilobytes(figures.css)} KB, scripts ${kilobytes(figures.script)} KB, as sent.`,
    `Cached front page: ${figures.cachedFront.toLocaleString('en')} a second of CPU time.`,
    'What these figures do not prove: see bench/README.md.',
    '',
  );
  return lines.join('\n');
}

export function printBrowser(traces: readonly RoomTrace[]): string {
  return [
    'Chromium at 1.6 Mbit/s and 150 ms round trip, empty cache: middle of 5 visits.',
    '',
    `${'room'.padEnd(20)} first paint ms   largest ms   layout shift`,
    ...traces.map(
      ({ name, firstPaint, largestPaint, shift }) =>
        `${name.padEnd(20)} ${firstPaint.toFixed(0).padStart(14)} ${largestPaint.toFixed(0).padStart(12)} ${shift.toFixed(4).padStart(14)}`,
    ),
    '',
  ].join('\n');
}
