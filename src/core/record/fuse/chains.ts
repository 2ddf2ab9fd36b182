import type { ChainLinkKind, FusedChainLink } from '../../model/attribution-chain.ts';
import type { MeetingReport } from '../../model/record.ts';
import { foldName } from '../../text/normalise.ts';
import type { Report } from './reports.ts';

/** A copy that gives no credit was most likely wired by whom the other copies of its text credit. */
const copyCertainty = 0.7;
/** In the order in which a report goes through them. */
const order: readonly ChainLinkKind[] = ['communique', 'agency', 'outlet', 'aggregator'];
/** What all copies of one text have in common; who prints it is each copy's own. */
const shared: readonly ChainLinkKind[] = ['communique', 'agency'];

/**
 * The reports of a meeting with the hands that each went through. What one copy of a dispatch leaves out and the others
 * agree on is inferred, with the evidence of the copies that say it; where they disagree nothing is.
 */
export function chainsOf(reports: readonly Report[]): MeetingReport[] {
  const told = new Map<string, Report[]>();
  for (const report of reports) {
    const { dispatchId } = report.source;
    if (dispatchId === undefined) continue;
    told.set(dispatchId, [...(told.get(dispatchId) ?? []), report]);
  }
  return reports.map((report) => {
    const ref = { articleId: report.articleId, report: report.meeting.index };
    const { chain } = report.meeting;
    if (chain === undefined) return ref;
    const own = chain.map(
      ({ mentions, ...link }): FusedChainLink => ({ ...link, evidence: report.evidence(mentions) }),
    );
    const copies = told.get(report.source.dispatchId ?? '') ?? [];
    const inferred = shared.flatMap((kind) =>
      own.some((link) => link.kind === kind) ? [] : inferLink(kind, own, copies),
    );
    const links = [...inferred, ...own].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    return { ...ref, chain: links };
  });
}

function inferLink(kind: ChainLinkKind, own: readonly FusedChainLink[], copies: readonly Report[]): FusedChainLink[] {
  const said = copies.flatMap((copy) =>
    (copy.meeting.chain ?? []).flatMap((link) => (link.kind === kind ? [{ copy, link }] : [])),
  );
  const names = new Set(said.map(({ link }) => foldName(link.name ?? '')));
  const [first] = said;
  if (first === undefined || names.size !== 1) return [];
  // The agency's own page needs nobody to wire it.
  if (own.some(({ name }) => name !== undefined && names.has(foldName(name)))) return [];
  const { name, certainty } = first.link;
  return [
    {
      kind,
      ...(name === undefined ? {} : { name }),
      basis: 'inferred',
      reason: 'other-copy',
      certainty: Math.min(copyCertainty, certainty),
      evidence: said.flatMap(({ copy, link }) => copy.evidence(link.mentions)),
    },
  ];
}
