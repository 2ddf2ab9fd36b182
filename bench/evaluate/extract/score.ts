import { bodyText } from '../../../src/core/extract/body-text.ts';
import type { Article } from '../../../src/core/model/article.ts';
import { bootstrap, type Interval, wilson } from '../press/intervals.ts';
import type { GoldPage } from './gold-pages.ts';
import { type Overlap, shingleCounts, shingleOverlap, wordTokens } from './shingles.ts';

/** Words that were wrongly kept or lost, by the label and reason of their block. */
export type Mistakes = Readonly<Record<string, number>>;

interface Phrases {
  readonly found: number;
  readonly wanted: number;
  readonly wrong: number;
  readonly unwanted: number;
}

export interface PageScore {
  readonly url: string;
  readonly language: string;
  readonly pageType: string;
  /** Type by the gold, where it has one. */
  readonly type?: string;
  /** CPU time of the extraction. */
  readonly milliseconds: number;
  readonly body?: Overlap;
  readonly phrases?: Phrases;
  readonly title?: boolean;
  /** `false` also when no date was given. */
  readonly date?: boolean;
  readonly dateWhereNone: boolean;
  /** F1 of the words of all names. */
  readonly authors?: number;
  readonly kept: Mistakes;
  readonly lost: Mistakes;
}

/** Compares one article with its gold. */
export function scorePage(page: GoldPage, article: Article, milliseconds: number): PageScore {
  const { gold } = page;
  const body = bodyText(article);
  const published = article.published?.value.edtf.slice(0, 10);
  return {
    url: page.url,
    language: article.language.value,
    pageType: article.pageType,
    ...(page.type ? { type: page.type } : {}),
    milliseconds,
    ...(gold.text ? { body: shingleOverlap(body, gold.text) } : {}),
    ...(gold.with_ ? { phrases: scorePhrases(body, gold.with_, gold.without ?? []) } : {}),
    ...(gold.title ? { title: words(article.title?.value ?? '') === words(gold.title) } : {}),
    ...(gold.date ? { date: published === gold.date.slice(0, 10) } : {}),
    dateWhereNone: !gold.date && published !== undefined,
    ...(gold.author ? { authors: wordF1(article.authors.map(({ value }) => value).join(' '), gold.author) } : {}),
    ...(gold.text ? findMistakes(article, gold.text) : { kept: {}, lost: {} }),
  };
}

export function scorePhrases(body: string, wanted: readonly string[], unwanted: readonly string[]): Phrases {
  const text = spaced(body);
  const count = (phrases: readonly string[]) => phrases.filter((phrase) => text.includes(spaced(phrase))).length;
  return { found: count(wanted), wanted: wanted.length, wrong: count(unwanted), unwanted: unwanted.length };
}

/** A block counts as wrong when under 30 % (kept) or over 70 % (lost) of its 4-grams are in the gold. */
function findMistakes(article: Article, gold: string): { kept: Mistakes; lost: Mistakes } {
  const wanted = shingleCounts(wordTokens(gold));
  const kept: Record<string, number> = {};
  const lost: Record<string, number> = {};
  const seen = new Set<string>();
  for (const { start, end, label, reason } of article.blocks) {
    const text = article.text.slice(start, end);
    const tokens = wordTokens(text);
    if (tokens.length < 4 || label === 'metadata') continue;
    const keys = [...shingleCounts(tokens).keys()];
    const share = keys.filter((key) => wanted.has(key)).length / keys.length;
    const name = `${label} ${reason}`;
    if (label === 'body') {
      seen.add(text);
      if (share < 0.3) kept[name] = (kept[name] ?? 0) + tokens.length;
    } else if (share > 0.7 && label !== 'headline' && !seen.has(text)) lost[name] = (lost[name] ?? 0) + tokens.length;
  }
  return { kept, lost };
}

/** A text as its words: how titles are compared. */
export function words(text: string): string {
  return wordTokens(text).join(' ');
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** F1 of the sets of words: how names are compared. */
export function wordF1(given: string, wanted: string): number {
  const left = new Set(wordTokens(given));
  const right = new Set(wordTokens(wanted));
  const both = [...left].filter((word) => right.has(word)).length;
  return left.size + right.size > 0 ? (2 * both) / (left.size + right.size) : 0;
}

/** A figure with what it was measured on. `value` is null where there was nothing to measure. */
export interface Figure {
  readonly value: number | null;
  readonly n: number;
  readonly interval?: Interval;
}

export interface ExtractFigures {
  readonly pages: number;
  readonly body: { readonly p: Figure; readonly r: Figure; readonly f1: Figure };
  readonly phrases: { readonly p: Figure; readonly r: Figure; readonly f1: Figure; readonly absent: Figure };
  readonly title: Figure;
  readonly date: Figure;
  readonly dateWhereNone: number;
  readonly authors: Figure;
  readonly pagesPerSecond: number;
  readonly p99Milliseconds: number;
  readonly pageTypes: Readonly<Record<string, number>>;
}

/** All figures over pages. Means over pages with bootstrap intervals; shares of independent cases with Wilson's. */
export function figuresOf(scores: readonly PageScore[]): ExtractFigures {
  const mean = (value: (score: PageScore) => number | undefined): Figure => {
    const values = scores.map(value).filter((item) => item !== undefined);
    return withInterval(average(values), values.length, bootstrap(values, average));
  };
  const share = (value: (score: PageScore) => boolean | undefined): Figure => {
    const values = scores.map(value).filter((item) => item !== undefined);
    const ok = values.filter((item) => item).length;
    return withInterval(values.length > 0 ? ok / values.length : null, values.length, wilson(ok, values.length));
  };
  const phrases = scores.map((score) => score.phrases).filter((item) => item !== undefined);
  const pooled = (measure: (sum: (name: keyof Phrases) => number) => number, n: number): Figure => {
    const of = (sample: readonly Phrases[]) => {
      const figure = measure((name) => sample.reduce((sum, item) => sum + item[name], 0));
      return Number.isNaN(figure) ? null : figure;
    };
    return withInterval(of(phrases), n, bootstrap(phrases, of));
  };
  const total = (name: keyof Phrases) => phrases.reduce((sum, item) => sum + item[name], 0);
  const times = scores.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const pageTypes: Record<string, number> = {};
  for (const { pageType } of scores) pageTypes[pageType] = (pageTypes[pageType] ?? 0) + 1;
  return {
    pages: scores.length,
    body: { p: mean(({ body }) => body?.p), r: mean(({ body }) => body?.r), f1: mean(({ body }) => body?.f1) },
    phrases: {
      p: pooled((sum) => sum('found') / (sum('found') + sum('wrong')), total('found') + total('wrong')),
      r: pooled((sum) => sum('found') / sum('wanted'), total('wanted')),
      f1: pooled((sum) => (2 * sum('found')) / (sum('found') + sum('wrong') + sum('wanted')), total('wanted')),
      absent: pooled((sum) => 1 - sum('wrong') / sum('unwanted'), total('unwanted')),
    },
    title: share(({ title }) => title),
    date: share(({ date }) => date),
    dateWhereNone: scores.filter(({ dateWhereNone }) => dateWhereNone).length,
    authors: mean(({ authors }) => authors),
    pagesPerSecond:
      (1000 * scores.length) /
      Math.max(
        1e-9,
        times.reduce((sum, item) => sum + item, 0),
      ),
    p99Milliseconds: times[Math.min(times.length - 1, Math.floor(times.length * 0.99))] ?? 0,
    pageTypes,
  };
}

export function withInterval(value: number | null, n: number, interval: Interval | undefined): Figure {
  return interval === undefined ? { value, n } : { value, n, interval };
}

export function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, item) => sum + item, 0) / values.length;
}
