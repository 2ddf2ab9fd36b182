import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CoverageDay } from '../../jobs/coverage-board.ts';
import type { Translator } from '../i18n.ts';
import { numberText } from '../wording/coverage.ts';

const slot = 10;
const bar = 6;
const height = 44;
const base = height - 4;
const top = 4;

/**
 * Four weeks drawn: a bar a day for what came, a dash for what was expected, in the reading direction. The last day has
 * only begun and is drawn hollow. What a picture says is in its label; the numbers are in the table behind it.
 */
export function CoverageStrip({ days, tr }: { days: readonly CoverageDay[]; tr: Translator }): JSX.Element {
  const width = days.length * slot;
  const most = Math.max(1, ...days.map(({ received, expected = 0 }) => Math.max(received, expected)));
  const y = (articles: number): number => round(base - (articles / most) * (base - top));
  const x = (index: number): number => (tr.direction === 'rtl' ? width - (index + 1) * slot : index * slot);
  return (
    <svg
      class="strip"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={stripText(days, tr)}
    >
      <line class="axis" x1="0" x2={width} y1={base} y2={base} />
      {days.map(({ received, expected }, index) => (
        <>
          {received > 0 && (
            <rect
              class={index === days.length - 1 ? 'came begun' : 'came'}
              x={x(index) + (slot - bar) / 2}
              y={y(received)}
              width={bar}
              height={round(base - y(received))}
            />
          )}
          {expected !== undefined && (
            <line class="expected" x1={x(index) + 0.5} x2={x(index) + slot - 0.5} y1={y(expected)} y2={y(expected)} />
          )}
        </>
      ))}
    </svg>
  );
}

function stripText(days: readonly CoverageDay[], tr: Translator): string {
  const received = days.reduce((sum, day) => sum + day.received, 0);
  const known = days.filter((day) => day.expected !== undefined);
  const args = { days: days.length, received: numberText(received, tr) };
  if (known.length < days.length) return tr.t('coverage.picture', args);
  const expected = known.reduce((sum, day) => sum + (day.expected ?? 0), 0);
  return tr.t('coverage.picture-expected', { ...args, expected: numberText(expected, tr) });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
