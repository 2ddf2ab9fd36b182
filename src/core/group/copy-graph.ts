import { foldName } from '../text/normalise.ts';
import { alignPrints } from './align-prints.ts';
import { type DispatchPrint, dispatchPrint, isPrintedLater } from './dispatch-print.ts';
import type { CreditedArticle } from './group-article.ts';

/** Why one text is taken for a copy of another. */
export type CopyReason =
  | 'published-later'
  | 'credits-agency'
  | 'names-outlet'
  | 'aggregated'
  | 'is-cut'
  | 'own-lead'
  | 'accents-lost';

/** Who has the text from whom. */
export interface CopyEdge {
  readonly copy: string;
  /** The article that it was taken from; absent where that is an agency whose own page is not at hand. */
  readonly source?: string;
  /** The agency that the page credits, where none of its own pages is at hand. */
  readonly agency?: string;
  /** 0.5 when nothing tells which was first. */
  readonly certainty: number;
  readonly reasons: readonly CopyReason[];
  /** Share of the copy's words that stand in the source. */
  readonly cover: number;
}

/** Weights in log-odds; what an editor or a machine writes about the source outweighs the clock. */
const weights: Readonly<Record<CopyReason, number>> = {
  'published-later': 2.2,
  'credits-agency': 3,
  'names-outlet': 2.5,
  aggregated: 4,
  'is-cut': 1.6,
  'own-lead': 1,
  'accents-lost': 1.2,
};

/** Of large dispatches only the first are compared with each other; the rest have one of these as their source. */
const mostSources = 24;
/** A difference of cover from which one text is a cut of the other. */
const cutDifference = 0.08;
/** Letters with accents: below this share of the other text's they were lost. */
const lostShare = 0.25;
const fewestAccents = 5;

interface Member {
  readonly article: CreditedArticle;
  readonly print: DispatchPrint;
  readonly folded: string;
  readonly outlet: string;
  readonly agency: string;
  readonly accents: number;
}

/**
 * Who copied whom among the articles of one dispatch: every article but the first has one source, an article or the
 * agency that it credits. Articles whose text is not at hand (empty) are traced by their credits and dates alone. The
 * order of the input does not matter.
 *
 * @example
 * import { traceCopies } from 'rapporteur';
 *
 * const text = 'The ferry between the two islands sailed again on Monday after three weeks in the dock for repairs.';
 * const edges = traceCopies([
 *   { id: 'a', language: 'en', text, published: '2024-01-19' },
 *   { id: 'b', language: 'en', text, published: '2024-01-20' },
 * ]);
 * console.log(edges);
 */
export function traceCopies(articles: readonly CreditedArticle[]): CopyEdge[] {
  const members = articles.map(memberOf).sort(byTime);
  const sources = members.slice(0, mostSources);
  const edges = new Map<string, Weighed>();
  const credit = new Map<string, number>();
  for (const [at, one] of members.entries()) {
    for (const other of sources.slice(0, at)) {
      const { coverA, coverB, pairs } = alignPrints(one.print, other.print);
      const told = { coverA, coverB, leadA: pairs.some(({ a }) => a === 0), leadB: pairs.some(({ b }) => b === 0) };
      const forth = reasonsFor(one, other, told);
      const back = reasonsFor(other, one, { coverA: coverB, coverB: coverA, leadA: told.leadB, leadB: told.leadA });
      const score = weightOf(forth) - weightOf(back);
      edges.set(`${one.article.id}|${other.article.id}`, edgeOf(one, other, score, score >= 0 ? forth : [], coverA));
      edges.set(`${other.article.id}|${one.article.id}`, edgeOf(other, one, -score, score < 0 ? back : [], coverB));
      credit.set(other.article.id, (credit.get(other.article.id) ?? 0) + Math.tanh(score));
      credit.set(one.article.id, (credit.get(one.article.id) ?? 0) - Math.tanh(score));
    }
  }
  const rank = new Map(
    [...sources]
      .sort((a, b) => (credit.get(b.article.id) ?? 0) - (credit.get(a.article.id) ?? 0) || byTime(a, b))
      .map(({ article }, index) => [article.id, index]),
  );
  return members.flatMap((member): CopyEdge[] => {
    const { id } = member.article;
    const own = rank.get(id) ?? Number.POSITIVE_INFINITY;
    const possible = sources.flatMap(({ article }) =>
      (rank.get(article.id) ?? 0) < own ? (edges.get(`${id}|${article.id}`) ?? []) : [],
    );
    const [best] = possible.sort(
      (a, b) => preference(b) - preference(a) || (rank.get(a.source) ?? 0) - (rank.get(b.source) ?? 0),
    );
    const wired =
      best?.reasons.some((reason) => outweighsCredit.has(reason)) === true ? undefined : wiredBy(member, members);
    if (wired !== undefined) return [wired];
    if (best === undefined) return [];
    const { score: _, ...edge } = best;
    return [edge];
  });
}

/** The page itself says whom it has the text from, nearer than the agency that wrote it. */
const outweighsCredit: ReadonlySet<CopyReason> = new Set(['aggregated', 'names-outlet', 'credits-agency']);

/** What an editor credits outweighs the clock: the agency is the source, though none of its pages is at hand. */
function wiredBy({ article, agency, outlet }: Member, members: readonly Member[]): CopyEdge | undefined {
  if (article.agency === undefined || isPageOf(agency, outlet)) return undefined;
  if (members.some((other) => isPageOf(agency, other.outlet))) return undefined;
  const certainty = 1 / (1 + Math.exp(-weights['credits-agency']));
  return { copy: article.id, agency: article.agency.value, certainty, reasons: ['credits-agency'], cover: 1 };
}

/** The agency's own page: "MAP", "MAP Express". */
function isPageOf(agency: string, outlet: string): boolean {
  return agency !== '' && ` ${outlet} `.includes(` ${agency} `);
}

/** The text that holds most of the copy, unless something says where the copy is from. */
function preference({ cover, score }: { readonly cover: number; readonly score: number }): number {
  return cover * 4 + Math.tanh(score / 2) * 2;
}

interface Weighed extends CopyEdge {
  readonly source: string;
  readonly score: number;
}

function edgeOf(copy: Member, source: Member, score: number, reasons: readonly CopyReason[], cover: number): Weighed {
  const certainty = 1 / (1 + Math.exp(-score));
  return { copy: copy.article.id, source: source.article.id, certainty, reasons, cover, score };
}

function reasonsFor(
  copy: Member,
  source: Member,
  told: { readonly coverA: number; readonly coverB: number; readonly leadA: boolean; readonly leadB: boolean },
): CopyReason[] {
  const reasons: CopyReason[] = [];
  if (isPrintedLater(copy.print, source.print)) reasons.push('published-later');
  if (isPageOf(copy.agency, source.outlet) && !isPageOf(copy.agency, copy.outlet)) reasons.push('credits-agency');
  if (
    copy.article.aggregator !== undefined &&
    copy.outlet !== '' &&
    copy.outlet === source.outlet &&
    source.article.aggregator === undefined
  )
    reasons.push('aggregated');
  if (source.outlet.length > 3 && copy.outlet !== source.outlet && ` ${copy.folded} `.includes(` ${source.outlet} `))
    reasons.push('names-outlet');
  if (told.coverA > told.coverB + cutDifference) reasons.push('is-cut');
  // A lead that only one of them has: its own when the rest of the text is the other's.
  if (told.coverA > 0 && !told.leadA && told.coverA > told.coverB - cutDifference) reasons.push('own-lead');
  if (
    source.accents >= fewestAccents &&
    copy.accents <
      source.accents * lostShare * Math.min(1, copy.print.words.length / Math.max(1, source.print.words.length))
  )
    reasons.push('accents-lost');
  return reasons;
}

function weightOf(reasons: readonly CopyReason[]): number {
  return reasons.reduce((sum, reason) => sum + weights[reason], 0);
}

function memberOf(article: CreditedArticle): Member {
  const print = dispatchPrint(article);
  return {
    article,
    print,
    folded: foldName(article.text),
    outlet: foldName(article.outlet?.value ?? ''),
    agency: foldName(article.agency?.value ?? ''),
    accents: article.text.normalize('NFD').match(/\p{M}/gu)?.length ?? 0,
  };
}

function byTime(a: Member, b: Member): number {
  if (isPrintedLater(a.print, b.print)) return 1;
  if (isPrintedLater(b.print, a.print)) return -1;
  return a.article.id < b.article.id ? -1 : 1;
}
