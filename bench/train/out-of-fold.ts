import type { GoldPage } from '../evaluate/extract/gold-pages.ts';
import { shingleOverlap } from '../evaluate/extract/shingles.ts';

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

/** One line a set: means over pages, or the F1 of all phrases. */
export function printMeans(pages: readonly PageBody[]): string {
  const sets = [...new Set(pages.map(({ set }) => set))].sort();
  return sets
    .map((set) => {
      const own = pages.filter((page) => page.set === set);
      const sum = (value: (page: PageBody) => number | undefined) =>
        own.reduce((total, page) => total + (value(page) ?? 0), 0);
      const n = own.filter(({ f1 }) => f1 !== undefined).length;
      if (n > 0) {
        const mean = (value: (page: PageBody) => number | undefined) => (sum(value) / n).toFixed(4);
        return `  ${set}  F1 ${mean(({ f1 }) => f1)}  P ${mean(({ p }) => p)}  R ${mean(({ r }) => r)}  n=${n}`;
      }
      const found = sum((page) => page.found);
      const all = found + sum((page) => page.wrong) + sum((page) => page.wanted);
      return `  ${set}  phrases F1 ${((2 * found) / all).toFixed(4)}  n=${sum((page) => page.wanted)}`;
    })
    .join('\n');
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
