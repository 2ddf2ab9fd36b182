import type { FreshRun, Speed } from './fresh-run.ts';
import { type Figure, figuresOf, type Mistakes, type PageScore } from './score.ts';

/** The figures as a table for people, each with what it was measured on and its 95 % interval. */
export function printFigures(scores: readonly PageScore[], fresh: FreshRun | null): string {
  const figures = figuresOf(scores);
  const lines: string[] = [];
  const line = (name: string, text: string) => lines.push(`${name.padEnd(34)} ${text}`);
  line('pages', `${figures.pages}  (${counts(figures.pageTypes)})`);
  line('body F1, mean of pages', shown(figures.body.f1));
  line('  precision', shown(figures.body.p));
  line('  recall', shown(figures.body.r));
  line('phrases F1', shown(figures.phrases.f1));
  line('  precision', shown(figures.phrases.p));
  line('  recall', shown(figures.phrases.r));
  line('  unwanted phrases absent', shown(figures.phrases.absent));
  line('title exact', shown(figures.title));
  line('date exact', shown(figures.date));
  line('date given where gold has none', String(figures.dateWhereNone));
  line('authors, F1 of words', shown(figures.authors));
  if (fresh === null) line('speed, CPU time, while scoring', speed(figures));
  else {
    line('speed, CPU time, cold', speed(fresh.cold));
    line('  the same pages again', speed(fresh.warm));
  }
  line('peak memory, one page at a time', fresh === null ? 'not measured' : `${fresh.peakMegabytes} MB`);
  lines.push('', 'By language of the page');
  for (const [language, own] of byLanguage(scores)) {
    const { body, phrases, title, date } = figuresOf(own);
    const parts = [['body', body.f1] as const, ['phrases', phrases.f1] as const, ['title', title] as const];
    const text = [...parts, ['date', date] as const]
      .filter(([, figure]) => figure.n > 0)
      .map(([name, figure]) => `${name} ${percent(figure.value)} (n=${figure.n})`)
      .join('  ');
    line(`  ${language}`, text);
  }
  const types = confusion(scores);
  if (types.length > 0) lines.push('', 'Type by the gold, and what the pages were taken for');
  for (const [type, found] of types) line(`  ${type}`, found);
  lines.push('', 'Words wrongly kept, by label and reason');
  for (const [reason, words] of heaviest(scores.map(({ kept }) => kept))) line(`  ${reason}`, String(words));
  lines.push('', 'Words wrongly lost, by label and reason');
  for (const [reason, words] of heaviest(scores.map(({ lost }) => lost))) line(`  ${reason}`, String(words));
  lines.push('', 'Worst pages');
  for (const score of worstPages(scores)) {
    const { p, r, f1 } = score.body ?? phraseOverlap(score);
    lines.push(`${percent(f1)}  P ${percent(p)} R ${percent(r)}  ${score.pageType}  ${score.url.slice(0, 150)}`);
    const kept = heaviest([score.kept]).slice(0, 3);
    const lost = heaviest([score.lost]).slice(0, 3);
    if (kept.length > 0) lines.push(`       kept: ${kept.map(([name, words]) => `${name} ${words}`).join(', ')}`);
    if (lost.length > 0) lines.push(`       lost: ${lost.map(([name, words]) => `${name} ${words}`).join(', ')}`);
  }
  if (scores.length < 40) lines.push('', 'Fewer than 40 pages: read the misses, not the percentages.');
  lines.push(
    '',
    'Intervals are 95 %: Wilson for shares, 1000 bootstrap rounds over pages with a fixed seed for the rest.',
  );
  return `${lines.join('\n')}\n`;
}

function speed({ pagesPerSecond, p99Milliseconds }: Speed): string {
  return `${pagesPerSecond.toFixed(0)} pages/s, p99 ${p99Milliseconds.toFixed(0)} ms`;
}

/** The pages with the lowest body score, at most 20; a page without a miss is none. */
export function worstPages(scores: readonly PageScore[]): readonly PageScore[] {
  const f1 = (score: PageScore) => (score.body ?? phraseOverlap(score)).f1;
  return scores
    .filter((score) => (score.body || score.phrases) && f1(score) < 1)
    .sort((a, b) => f1(a) - f1(b))
    .slice(0, 20);
}

function phraseOverlap({ phrases }: PageScore): { p: number; r: number; f1: number } {
  if (!phrases) return { p: 0, r: 0, f1: 0 };
  const { found, wanted, wrong } = phrases;
  return {
    p: found + wrong > 0 ? found / (found + wrong) : 0,
    r: wanted > 0 ? found / wanted : 1,
    f1: found + wrong + wanted > 0 ? (2 * found) / (found + wrong + wanted) : 1,
  };
}

function byLanguage(scores: readonly PageScore[]): readonly (readonly [string, readonly PageScore[]])[] {
  const groups = new Map<string, PageScore[]>();
  for (const score of scores) groups.set(score.language, [...(groups.get(score.language) ?? []), score]);
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

/** Each type of the gold with the types that its pages were taken for. */
function confusion(scores: readonly PageScore[]): readonly (readonly [string, string])[] {
  const rows = new Map<string, Record<string, number>>();
  for (const { type, pageType } of scores) {
    if (type === undefined) continue;
    const row = rows.get(type) ?? {};
    row[pageType] = (row[pageType] ?? 0) + 1;
    rows.set(type, row);
  }
  return [...rows].map(([type, row]) => [type, counts(row)] as const);
}

function heaviest(mistakes: readonly Mistakes[]): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const page of mistakes)
    for (const [name, words] of Object.entries(page)) sums.set(name, (sums.get(name) ?? 0) + words);
  return [...sums].sort((a, b) => b[1] - a[1]).slice(0, 15);
}

export function shown({ value, n, interval }: Figure): string {
  const range = interval ? ` [${percent(interval.low)}–${percent(interval.high)}]` : '';
  return `${percent(value)}  n=${n}${range}`;
}

export function percent(share: number | null): string {
  return share === null ? 'n/a' : (100 * share).toFixed(1);
}

function counts(by: Readonly<Record<string, number>>): string {
  return Object.entries(by)
    .sort((a, b) => b[1] - a[1])
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');
}
