import type { GoldPage } from '../evaluate/extract/gold-pages.ts';
import { shingleOverlap } from '../evaluate/extract/shingles.ts';
import { bootstrap } from '../evaluate/press/intervals.ts';

/** The body of one page against its gold: words, or the phrases of a set that has only those. */
export interface PageBody {
  readonly set: string;
  readonly p?: number;
  readonly r?: number;
  readonly f1?: number;
  readonly found?: number;
  readonly wanted?: number;
  readonly wrong?: number;
}

export function scoreBody(text: string, gold: GoldPage['gold']): Omit<PageBody, 'set'> {
  if (gold.text) return shingleOverlap(text, gold.text);
  const line = spaced(text);
  const count = (phrases: readonly string[]) => phrases.filter((phrase) => line.includes(spaced(phrase))).length;
  const wanted = gold.with_ ?? [];
  return { found: count(wanted), wanted: wanted.length, wrong: count(gold.without ?? []) };
}

/** One line a set: means over pages, or the F1 of all phrases, each with a 95 % interval (bootstrap over pages). */
export function printMeans(pages: readonly PageBody[]): string {
  const sets = [...new Set(pages.map(({ set }) => set))].sort();
  return sets
    .map((set) => {
      const own = pages.filter((page) => page.set === set);
      const words = own.filter(({ f1 }) => f1 !== undefined);
      if (words.length > 0) {
        const mean = (name: 'p' | 'r') => (sum(words, name) / words.length).toFixed(3);
        const f1 = withInterval(words, (some) => sum(some, 'f1') / some.length);
        return `  ${set}  F1 ${f1}  P ${mean('p')}  R ${mean('r')}  n=${words.length} pages`;
      }
      const found = sum(own, 'found');
      const f1 = withInterval(own, (some) => {
        const hits = sum(some, 'found');
        return (2 * hits) / (hits + sum(some, 'wrong') + sum(some, 'wanted'));
      });
      const p = (found / Math.max(1, found + sum(own, 'wrong'))).toFixed(3);
      const r = (found / Math.max(1, sum(own, 'wanted'))).toFixed(3);
      return `  ${set}  phrases F1 ${f1}  P ${p}  R ${r}  n=${sum(own, 'wanted')} phrases on ${own.length} pages`;
    })
    .join('\n');
}

function sum(pages: readonly PageBody[], name: Exclude<keyof PageBody, 'set'>): number {
  return pages.reduce((total, page) => total + (page[name] ?? 0), 0);
}

function withInterval(pages: readonly PageBody[], measure: (pages: readonly PageBody[]) => number): string {
  const interval = bootstrap(pages, (some) => {
    const value = measure(some);
    return Number.isNaN(value) ? null : value;
  });
  const value = measure(pages).toFixed(4);
  return interval ? `${value} (${interval.low.toFixed(3)}–${interval.high.toFixed(3)})` : value;
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
