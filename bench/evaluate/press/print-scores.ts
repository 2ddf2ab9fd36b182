import { bootstrap, type Interval, wilson } from './intervals.ts';
import { bodyMacro, figuresOf, type ScoredPages, totalCounts } from './score.ts';

/** A table for people: each figure with what it was measured on and its 95 % interval. */
export function printScores(scored: ScoredPages): string {
  const s = figuresOf(scored);
  const c = totalCounts(scored.pages);
  const lines: string[] = [];
  const line = (name: string, text: string): void => {
    lines.push(`${name.padEnd(42)} ${text}`);
  };
  /** A share of independent cases: Wilson. */
  const share = (name: string, ok: number, n: number, more = ''): void =>
    line(name, `${percent(n > 0 ? ok / n : null)}  n=${n}${between(wilson(ok, n))}${more}`);
  /** A figure made of several counts: bootstrap over pages. */
  const f1 = (name: string, n: number, measure: (counts: ReturnType<typeof totalCounts>) => number | null): void =>
    line(
      name,
      `${percent(measure(c))}  n=${n}${between(bootstrap(scored.pages, (pages) => measure(totalCounts(pages))))}`,
    );

  line('pages / predicted', `${s.pages} / ${s.predicted}`);
  share('language', s.language.ok, s.language.n, `  (${languages(s.language_by)})`);
  share('title exact', s.title_exact.ok, s.title_exact.n);
  share('title near', s.title_near.ok, s.title_near.n);
  share('published day exact', s.published_exact.ok, s.published_exact.n);
  share('published month not contradicted', s.published_month_consistent.ok, s.published_month_consistent.n);
  line('published given where the page has none', s.published_given_where_page_has_none);
  const body = bootstrap(scored.pages, (pages) => bodyMacro(pages).f1);
  line(
    'body F1, mean of pages',
    `${percent(s.body_macro.f1)}  n=${s.body_macro.n}${between(body)}  P ${percent(s.body_macro.p)} R ${percent(s.body_macro.r)}`,
  );
  for (const [name, figures] of Object.entries(s.body_by)) {
    line(`  body ${name}`, `${percent(figures.f1)}  n=${figures.n}  P ${percent(figures.p)} R ${percent(figures.r)}`);
  }
  line('body on a page without article', s.body_on_pages_without_article);
  for (const key of ['dispatch', 'story'] as const) {
    const { pairwise, pairs_gold, pairs_pred, bcubed } = s[key];
    const right = Math.round((pairwise.r ?? 0) * pairs_gold);
    line(
      `${key} pairs`,
      `P ${percent(pairwise.p)} (${right}/${pairs_pred})${between(wilson(right, pairs_pred))}  R ${percent(pairwise.r)} (${right}/${pairs_gold})${between(wilson(right, pairs_gold))}`,
    );
    line(`${key} B-cubed`, `P ${percent(bcubed.p)} R ${percent(bcubed.r)} F1 ${percent(bcubed.f1)}`);
  }
  share(
    'story pairs across languages, recall',
    Math.round((s.story.cross_language_recall ?? 0) * s.story.cross_language_pairs),
    s.story.cross_language_pairs,
  );
  share('main meetings, recall', c.tpMain, c.nMain);
  share('meetings, precision', c.predOk, c.predN);
  share('meetings, precision with distractors', c.predOk, c.predN + c.falseD);
  f1('meetings, F1 with distractors', c.nMain, (k) => harmonic(k.predOk, k.predN + k.falseD, k.tpMain, k.nMain));
  for (const [language, figures] of Object.entries(s.events_by_lang)) {
    line(`  meetings ${language}`, `P ${percent(figures.precision)} R ${percent(figures.recall)}  n=${figures.n}`);
  }
  line('secondary meetings found', s.events.secondary_found);
  share('type, found meetings', c.type, c.tpMain);
  share('status, found meetings', c.status, c.statusN);
  share('meeting day exact', c.dEx, c.dN);
  share('meeting day within one', c.dNear, c.dN);
  line('day given where the page has none', s.event_date.given_where_page_cannot_support);
  share('place', c.plOk, c.plN);
  line('place given where there is none', s.place.given_where_none);
  f1('participants F1, found meetings', c.nTP + c.nFN, (k) => counts(k.nTP, k.nFP, k.nFN));
  f1('participants F1, end to end', c.nTP + c.nFN + c.nFNall, (k) => counts(k.nTP, k.nFP, k.nFN + k.nFNall));
  f1('topics F1, found meetings', c.tTP + c.tFN, (k) => counts(k.tTP, k.tFP, k.tFN));
  f1('topics F1, end to end', c.tTP + c.tFN + c.tFNall, (k) => counts(k.tTP, k.tFP, k.tFN + k.tFNall));
  share('outcomes of the same kind, recall', c.oStrict, c.oN);
  share('outcomes of any kind, recall', c.oAny, c.oN);
  share('outcomes of the same kind, precision', c.oStrict, c.oPred);
  line('outcomes on meetings without', s.outcomes.spurious_on_events_without);
  share('distractor pages with a false meeting', c.falseDPages, c.nD);
  const small = scored.pages.length < 40 ? '\nFewer than 40 pages: read the misses, not the percentages.' : '';
  return `${lines.join('\n')}\nIntervals are 95 %: Wilson for shares, 1000 bootstrap rounds over pages with a fixed seed for F1.\nPages of one story or dispatch are not independent: true uncertainty is larger.${small}\n`;
}

function counts(tp: number, fp: number, fn: number): number | null {
  return tp + fp + fn > 0 ? (2 * tp) / (2 * tp + fp + fn) : null;
}

function harmonic(ok: number, given: number, found: number, known: number): number | null {
  if (given === 0 || known === 0) return null;
  const p = ok / given;
  const r = found / known;
  return p + r > 0 ? (2 * p * r) / (p + r) : 0;
}

function percent(share: number | null): string {
  return share === null ? '  n/a' : (100 * share).toFixed(1).padStart(5);
}

function between(interval: Interval | undefined): string {
  if (interval === undefined) return '';
  return ` [${(100 * interval.low).toFixed(0)}–${(100 * interval.high).toFixed(0)}]`;
}

function languages(by: Readonly<Record<string, { readonly ok: number; readonly n: number }>>): string {
  return Object.entries(by)
    .map(([language, { ok, n }]) => `${language} ${ok}/${n}`)
    .join(', ');
}
