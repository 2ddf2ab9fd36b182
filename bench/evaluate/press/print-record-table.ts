import { bootstrap, type Interval, wilson } from './intervals.ts';
import type { Counts, PageScore } from './page-score.ts';
import { partOf } from './part.ts';
import { totalCounts } from './score.ts';

/** One figure of the record: a share of cases, or an F1 of counts. */
interface Row {
  readonly name: string;
  readonly ok: (counts: Counts) => number;
  readonly n: (counts: Counts) => number;
  /** False positives; makes the figure an F1. */
  readonly wrong?: (counts: Counts) => number;
}

const ROWS: readonly Row[] = [
  { name: 'main meetings, recall', ok: (c) => c.tpMain, n: (c) => c.nMain },
  { name: 'meetings, precision', ok: (c) => c.predOk, n: (c) => c.predN + c.falseD },
  { name: 'false meetings, distractors', ok: (c) => c.falseDPages, n: (c) => c.nD },
  { name: 'type', ok: (c) => c.type, n: (c) => c.tpMain },
  { name: 'status', ok: (c) => c.status, n: (c) => c.statusN },
  { name: 'day exact', ok: (c) => c.dEx, n: (c) => c.dN },
  { name: 'day where there is none', ok: (c) => c.dInv, n: (c) => c.dNull },
  { name: 'place', ok: (c) => c.plOk, n: (c) => c.plN },
  { name: 'participants F1', ok: (c) => c.nTP, n: (c) => c.nTP + c.nFN, wrong: (c) => c.nFP },
  { name: 'topics F1', ok: (c) => c.tTP, n: (c) => c.tTP + c.tFN, wrong: (c) => c.tFP },
  { name: 'outcomes, recall', ok: (c) => c.oStrict, n: (c) => c.oN },
  { name: 'outcomes, precision', ok: (c) => c.oStrict, n: (c) => c.oPred },
];

/** The figures of the record with the open and the sealed part side by side, then one column a language. */
export function printRecordTable(pages: readonly PageScore[]): string {
  const open = pages.filter((page) => partOf(page.gold) === 'open');
  const sealed = pages.filter((page) => partOf(page.gold) === 'sealed');
  const languages = [...new Set(pages.map((page) => page.gold.lang))].sort();
  const columns: readonly (readonly [string, readonly PageScore[]])[] = [
    ...(open.length > 0 ? ([['open', open]] as const) : []),
    ...(sealed.length > 0 ? ([['sealed', sealed]] as const) : []),
    ...languages.map((language) => [language, pages.filter((page) => page.gold.lang === language)] as const),
  ];
  const head = ['record'.padEnd(30), ...columns.map(([name, part]) => `${name} (${part.length})`.padEnd(24))].join('');
  const lines = ROWS.map((row) =>
    [row.name.padEnd(30), ...columns.map(([, part]) => cell(row, part).padEnd(24))].join('').trimEnd(),
  );
  return `${[head.trimEnd(), ...lines].join('\n')}\n`;
}

function cell(row: Row, pages: readonly PageScore[]): string {
  const total = totalCounts(pages);
  const n = row.n(total);
  const value = measure(row, total);
  if (value === null) return '–';
  const interval: Interval | undefined =
    row.wrong === undefined
      ? wilson(row.ok(total), n)
      : bootstrap(pages, (sample) => measure(row, totalCounts(sample)));
  const span = interval === undefined ? '' : ` [${Math.round(interval.low * 100)}–${Math.round(interval.high * 100)}]`;
  return `${(value * 100).toFixed(1)} n=${n}${span}`;
}

function measure(row: Row, counts: Counts): number | null {
  const ok = row.ok(counts);
  const n = row.n(counts);
  if (row.wrong === undefined) return n > 0 ? ok / n : null;
  const all = 2 * ok + row.wrong(counts) + (n - ok);
  return all > 0 ? (2 * ok) / all : null;
}
