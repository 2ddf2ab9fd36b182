import { foldName } from '../../text/normalise.ts';
import type { Report } from './reports.ts';
import { createUnionFind } from './union.ts';

/**
 * Which reports depend on one another: copies of one dispatch, texts of one outlet, of one agency, or resting on one
 * communiqué. Returns the number of the independent source of each report, in the order given.
 */
export function independentSources(reports: readonly Report[]): number[] {
  const sets = createUnionFind(reports.length);
  const firstWith = new Map<string, number>();
  const issuers = communiqueIssuers(reports);
  reports.forEach((report, index) => {
    for (const key of originKeys(report, issuers)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, index);
      else sets.union(first, index);
    }
  });
  return reports.map((_, index) => sets.find(index));
}

export function countSources(reports: readonly Report[]): number {
  return new Set(independentSources(reports)).size;
}

function originKeys(report: Report, issuers: ReadonlyMap<string, readonly string[]>): string[] {
  const { source, meeting } = report;
  const keys = [`article|${report.articleId}`];
  if (source.dispatchId !== undefined) keys.push(`dispatch|${source.dispatchId}`);
  const outlet = source.outletId ?? source.outletName;
  if (outlet !== undefined) keys.push(`outlet|${outlet}`);
  if (source.agency !== undefined) keys.push(`agency|${foldName(source.agency)}`);
  if (meeting.attribution?.kind === 'communique') {
    const position = (issuers.get(source.language) ?? []).indexOf(foldName(meeting.attribution.issuer ?? ''));
    keys.push(`communique|${position}`);
  }
  return keys;
}

/**
 * Issuers of communiqués by language, in order. The same ministry has another name in each language, so the first of
 * each language are taken for one issuer, the second for another: at worst two sources count as one.
 */
function communiqueIssuers(reports: readonly Report[]): Map<string, string[]> {
  const issuers = new Map<string, string[]>();
  for (const { meeting, source } of reports) {
    if (meeting.attribution?.kind !== 'communique') continue;
    const issuer = foldName(meeting.attribution.issuer ?? '');
    const list = issuers.get(source.language) ?? [];
    if (!list.includes(issuer)) list.push(issuer);
    issuers.set(source.language, list.sort());
  }
  return issuers;
}
