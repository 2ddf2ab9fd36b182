import type { CountryCode, RegisterInference } from '../../model/record.ts';
import { foldName } from '../../text/normalise.ts';
import { nameParts, sameName } from '../names.ts';
import { activeDecisions, type FusionAction, type FusionDecision } from './decisions.ts';

/** What editors said the register concluded wrongly, by report: it stays so whatever the reports join later. */
export interface Rejections {
  has(report: string, field: RegisterInference['field'], country: CountryCode, who?: string): boolean;
}

export type RejectAction = Extract<FusionAction, { kind: 'reject' }>;

export function rejectionsOf(decisions: readonly FusionDecision[]): Rejections {
  const byReport = new Map<string, RejectAction[]>();
  for (const { action } of activeDecisions(decisions)) {
    if (action.kind !== 'reject') continue;
    for (const key of rejectedReports(action)) byReport.set(key, [...(byReport.get(key) ?? []), action]);
  }
  return {
    has: (report, field, country, who) =>
      (byReport.get(report) ?? []).some(
        (one) => one.field === field && one.country === country && (who === undefined || samePerson(one.who, who)),
      ),
  };
}

export function rejectedReports(action: RejectAction): string[] {
  return action.reports.map(({ articleId, report }) => `${articleId}#${report}`);
}

function samePerson(a: string, b: string): boolean {
  return foldName(a) === foldName(b) || (!a.includes(':') && sameName(nameParts(a), nameParts(b)));
}
