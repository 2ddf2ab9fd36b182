import type { Evidence } from '../../model/evidence.ts';
import type { Basis, Claim, ClaimField, Contradiction, FieldState } from '../../model/record.ts';
import type { Report } from './reports.ts';

/** One report's word for one value of a field. */
export interface Vote<T> {
  /** Equal for values that are the same. */
  readonly key: string;
  readonly value: T;
  readonly report: Report;
  /** Number of the independent source behind the report. */
  readonly source: number;
  readonly certainty: number;
  readonly claimIds: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface Verdict<T> {
  readonly value: T;
  readonly state: FieldState;
  readonly evidence: readonly Evidence[];
  readonly contradiction?: Contradiction;
}

/** How sure a value is that one report gives on this ground. Start values; to be fitted on annotated pages. */
const startValues: Readonly<Record<Basis, number>> = {
  explicit: 0.9,
  counterpart: 0.8,
  apposition: 0.85,
  register: 0.7,
  dyad: 0.75,
  issuer: 0.65,
  weekday: 0.8,
  relative: 0.8,
  dateline: 0.75,
  publication: 0.6,
  'inferred-home': 0.5,
  editor: 1,
};

/** Recalled in passing: less care was taken with it. */
const backgroundWeight = 0.8;
const most = 0.99;

/** @param claims the claims of the report that carry the value; their certainty wins over the start value */
export function certaintyOf(report: Report, claims: readonly Claim[], basis: Basis): number {
  const stated = claims.length === 0 ? startValues[basis] : Math.max(...claims.map((claim) => claim.certainty));
  return stated * (report.background ? backgroundWeight : 1);
}

/** Sources that depend on one another count once, with the surest of them; independent ones add up. */
export function supportOf(votes: readonly Vote<unknown>[]): number {
  const surest = new Map<number, number>();
  for (const vote of votes) surest.set(vote.source, Math.max(surest.get(vote.source) ?? 0, vote.certainty));
  let doubt = 1;
  for (const certainty of surest.values()) doubt *= 1 - certainty;
  return Math.min(most, round(1 - doubt));
}

/**
 * Weighs the values of one field. The best supported wins; a value that an independent source holds against it stays
 * as a contradiction.
 */
export function decide<T>(field: ClaimField, votes: readonly Vote<T>[]): Verdict<T> | undefined {
  const byKey = new Map<string, Vote<T>[]>();
  for (const vote of votes) {
    const list = byKey.get(vote.key);
    if (list === undefined) byKey.set(vote.key, [vote]);
    else list.push(vote);
  }
  const ranked = [...byKey]
    .map(([key, list]) => ({ key, list, support: supportOf(list), sources: new Set(list.map((vote) => vote.source)) }))
    .sort((a, b) => b.support - a.support || b.list.length - a.list.length || (a.key < b.key ? -1 : 1));
  const [winner] = ranked;
  const value = winner?.list[0]?.value;
  if (winner === undefined || value === undefined) return undefined;
  const against = ranked.slice(1).filter(({ sources }) => [...sources].some((source) => !winner.sources.has(source)));
  const total = winner.support + against.reduce((sum, { support }) => sum + support, 0);
  const state: FieldState = {
    certainty: round(against.length === 0 ? winner.support : (winner.support * winner.support) / total),
    independentSources: winner.sources.size,
    state: against.length > 0 ? 'conflict' : winner.sources.size > 1 ? 'agreed' : 'single',
    claimIds: claimIdsOf(winner.list),
  };
  const evidence = evidenceOf(winner.list);
  if (against.length === 0) return { value, state, evidence };
  const contradiction: Contradiction = {
    field,
    values: [winner, ...against].map(({ list }) => ({ value: list[0]?.value, claimIds: claimIdsOf(list) })),
  };
  return { value, state, evidence, contradiction };
}

/** A field whose values add up instead of excluding one another: a country, a participant. */
export function agree(votes: readonly Vote<unknown>[]): FieldState {
  const sources = new Set(votes.map((vote) => vote.source)).size;
  return {
    certainty: supportOf(votes),
    independentSources: sources,
    state: sources > 1 ? 'agreed' : 'single',
    claimIds: claimIdsOf(votes),
  };
}

export function evidenceOf(votes: readonly { readonly evidence: readonly Evidence[] }[]): Evidence[] {
  return distinctEvidence(votes.flatMap((vote) => vote.evidence));
}

export function distinctEvidence(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const one of evidence) seen.set(`${one.articleId}|${one.textVersion}|${one.start}|${one.end}`, one);
  return [...seen.values()].sort(
    (a, b) =>
      compare(a.articleId, b.articleId) || a.start - b.start || a.end - b.end || compare(a.textVersion, b.textVersion),
  );
}

function claimIdsOf(votes: readonly Vote<unknown>[]): string[] {
  return [...new Set(votes.flatMap((vote) => vote.claimIds))].sort();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
