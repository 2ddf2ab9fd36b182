import type { Basis, ClaimField, Standing, Sureness } from '../../model/record.ts';
import type { Report } from './reports.ts';
import { agree, certaintyOf, type Vote } from './votes.ts';

/** One report's word for one entry of a list: a topic, an outcome, a statement. */
export type ItemVote = Vote<Basis>;

export function itemVote(
  report: Report,
  sourceOf: ReadonlyMap<string, number>,
  field: ClaimField,
  item: Sureness & { readonly mentions: readonly string[] },
): ItemVote {
  const claims = report.claims(field).filter(({ mentions }) => mentions.some((id) => item.mentions.includes(id)));
  const basis = item.basis ?? 'explicit';
  return {
    key: '',
    value: basis,
    report,
    source: sourceOf.get(report.key) ?? 0,
    certainty: certaintyOf(report, claims, basis),
    claimIds: claims.map((claim) => claim.id),
    evidence: report.evidence(item.mentions),
  };
}

/** Entries of a list add up instead of excluding one another; the basis is that of the surest report. */
export function standingOf(votes: readonly ItemVote[]): Standing {
  const [surest] = [...votes].sort((a, b) => b.certainty - a.certainty || (a.report.key < b.report.key ? -1 : 1));
  return { ...agree(votes), basis: surest?.value ?? 'explicit' };
}
