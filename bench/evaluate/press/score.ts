import { clusterFigures, crossLanguageRecall } from './cluster.ts';
import {
  addCounts,
  type Counts,
  type Figures,
  noCounts,
  type PageScore,
  precisionRecall,
  scorePage,
} from './page-score.ts';
import type { GoldPage, Prediction } from './types.ts';

export interface Share {
  readonly n: number;
  readonly ok: number;
  readonly acc: number | null;
}

/** What a run is scored from; kept so that intervals can resample the pages. */
export interface ScoredPages {
  readonly pages: readonly PageScore[];
  readonly predictions: ReadonlyMap<string, Prediction>;
}

/** Scores each page. `textOf` gives the page text that the spans of the gold point into. */
export function scorePages(
  gold: readonly GoldPage[],
  predictions: ReadonlyMap<string, Prediction>,
  textOf: (id: string) => string,
): ScoredPages {
  return { pages: gold.map((page) => scorePage(page, predictions.get(page.id), textOf(page.id))), predictions };
}

export function totalCounts(pages: readonly PageScore[]): Counts {
  const total = noCounts();
  for (const page of pages) addCounts(total, page.counts);
  return total;
}

export function share(pages: readonly PageScore[], isOk: (page: PageScore) => boolean): Share {
  const ok = pages.filter(isOk).length;
  return { n: pages.length, ok, acc: pages.length > 0 ? ok / pages.length : null };
}

const ratio = (a: number, b: number): number | null => (b > 0 ? a / b : null);
const harmonic = (p: number, r: number): number => (p + r > 0 ? (2 * p * r) / (p + r) : 0);

/** Adds the pages up to the figures that are printed, in the shape that the corpus form prints as JSON. */
export function figuresOf({ pages, predictions }: ScoredPages) {
  const gold = pages.map((page) => page.gold);
  const c = totalCounts(pages);
  const noDate = pages.filter((page) => !page.gold.article.published && !page.gold.article.published_month);
  const noBody = pages.filter((page) => page.body === undefined);
  const precision = c.predN > 0 ? c.predOk / c.predN : 0;
  const recall = c.tpMain / c.nMain;
  const withDistractors = c.predN + c.falseD > 0 ? c.predOk / (c.predN + c.falseD) : 0;
  return {
    pages: pages.length,
    predicted: pages.filter((page) => page.predicted).length,
    language: share(pages, (page) => page.languageOk),
    language_by: byLanguage(pages, (some) => share(some, (page) => page.languageOk)),
    title_exact: share(withTitle(pages), (page) => page.titleExact),
    title_near: share(withTitle(pages), (page) => page.titleNear),
    published_exact: share(withDay(pages), (page) => page.publishedExact),
    published_month_consistent: share(withMonth(pages), (page) => page.publishedMonthOk),
    published_given_where_page_has_none: `${noDate.filter((page) => page.publishedGiven).length}/${noDate.length}`,
    body_macro: bodyMacro(pages),
    body_micro: bodyMicro(pages),
    body_by: bodyBy(pages),
    body_on_pages_without_article: `${noBody.filter((page) => page.bodyWithoutArticle).length}/${noBody.length}`,
    dispatch: clusterFigures(gold, predictions, 'dispatch_group', 'dispatch'),
    story: { ...clusterFigures(gold, predictions, 'story', 'story'), ...crossLanguageRecall(gold, predictions) },
    events: {
      main_gold: c.nMain,
      main_found: c.tpMain,
      recall,
      precision,
      f1: harmonic(precision, recall),
      precision_with_distractors: withDistractors,
      f1_with_distractors: harmonic(withDistractors, recall),
      secondary_found: `${c.secOk}/${c.secN}`,
      type_accuracy: ratio(c.type, c.tpMain),
      status_accuracy: ratio(c.status, c.statusN),
    },
    events_by_lang: eventsBy(pages),
    event_date: {
      n: c.dN,
      exact: ratio(c.dEx, c.dN),
      within_1_day: ratio(c.dNear, c.dN),
      given_where_page_cannot_support: `${c.dInv}/${c.dNull}`,
    },
    place: { n: c.plN, acc: ratio(c.plOk, c.plN), given_where_none: `${c.plInv}/${c.plNull}` },
    participants: {
      on_matched: precisionRecall(c.nTP, c.nFP, c.nFN),
      end_to_end: precisionRecall(c.nTP, c.nFP, c.nFN + c.nFNall),
    },
    topics: {
      on_matched: precisionRecall(c.tTP, c.tFP, c.tFN),
      end_to_end: precisionRecall(c.tTP, c.tFP, c.tFN + c.tFNall),
    },
    outcomes: {
      gold: c.oN,
      recall_same_kind: ratio(c.oStrict, c.oN),
      recall_any_kind: ratio(c.oAny, c.oN),
      precision_same_kind: ratio(c.oStrict, c.oPred),
      spurious_on_events_without: `${c.oSpur}/${c.oNone}`,
    },
    distractors: { pages: c.nD, false_events: c.falseD, pages_with_false_event: c.falseDPages },
  };
}

export const withTitle = (pages: readonly PageScore[]): PageScore[] => pages.filter((page) => page.gold.article.title);
export const withDay = (pages: readonly PageScore[]): PageScore[] =>
  pages.filter((page) => page.gold.article.published);
export const withMonth = (pages: readonly PageScore[]): PageScore[] =>
  pages.filter((page) => !page.gold.article.published && page.gold.article.published_month);

function byLanguage<T>(pages: readonly PageScore[], measure: (pages: readonly PageScore[]) => T): Record<string, T> {
  const languages = [...new Set(pages.map((page) => page.gold.lang))];
  return Object.fromEntries(
    languages.map((language) => [language, measure(pages.filter((page) => page.gold.lang === language))]),
  );
}

function eventsBy(pages: readonly PageScore[]): Record<string, { n: number; recall: number; precision: number }> {
  return byLanguage(
    pages.filter((page) => page.gold.kind !== 'distractor'),
    (some) => {
      const c = totalCounts(some);
      return { n: c.nMain, recall: c.tpMain / c.nMain, precision: c.predN > 0 ? c.predOk / c.predN : 0 };
    },
  );
}

export interface BodyFigures {
  readonly n: number;
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** Mean over the pages that have an article. */
export function bodyMacro(pages: readonly PageScore[]): BodyFigures {
  const sum = { n: 0, p: 0, r: 0, f1: 0 };
  for (const { body } of pages) {
    if (body === undefined) continue;
    sum.n++;
    sum.p += body.p;
    sum.r += body.r;
    sum.f1 += body.f1;
  }
  return { n: sum.n, p: sum.p / sum.n, r: sum.r / sum.n, f1: sum.f1 / sum.n };
}

function bodyMicro(pages: readonly PageScore[]): Figures {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  for (const { body } of pages) {
    tp += body?.tp ?? 0;
    fp += body?.fp ?? 0;
    fn += body?.fn ?? 0;
  }
  return precisionRecall(tp, fp, fn);
}

function bodyBy(pages: readonly PageScore[]): Record<string, BodyFigures> {
  const groups = new Map<string, PageScore[]>();
  for (const page of pages) {
    if (page.body === undefined) continue;
    const origin = page.gold.origin?.split(':')[0]?.split('+')[0];
    const names = [page.gold.lang, origin, page.body.noisy ? 'noisy pages (article < 80% of text)' : undefined];
    for (const name of names) {
      if (!name) continue;
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [page]);
      else group.push(page);
    }
  }
  return Object.fromEntries([...groups].map(([name, group]) => [name, bodyMacro(group)]));
}
