import { z } from 'zod';
import { type ProblemOut, problemSchema } from './problem.ts';

const count = z.int().min(0);

export const importReportSchema = z
  .strictObject({
    schema: z.literal('rapporteur.import/1'),
    pages: z.strictObject({
      new: count,
      same: count.describe('Already in the archive, nothing to do.'),
      changed: count.describe('A new version; the old one is kept.'),
      failed: count,
    }),
    failures: z
      .array(z.strictObject({ name: z.string(), problem: problemSchema }))
      .describe('By file name or item id.'),
    record: z.strictObject({ added: count, changed: count, removed: count }).describe('Meetings.'),
    decisionProblems: z
      .array(z.strictObject({ decisionId: z.string(), problem: z.string() }))
      .describe("Editors' decisions that no longer apply."),
    interrupted: z.boolean(),
    seconds: z.number().min(0),
  })
  .describe('What an import did.');
export type ImportReportOut = z.infer<typeof importReportSchema>;

export function renderImportReport(report: {
  readonly pages: { readonly new: number; readonly same: number; readonly changed: number };
  readonly failures: readonly { readonly name: string; readonly problem: ProblemOut }[];
  readonly record?: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly decisionProblems?: ReadonlyMap<string, string>;
  readonly interrupted?: boolean;
  readonly seconds: number;
}): ImportReportOut {
  const { pages, record } = report;
  return {
    schema: 'rapporteur.import/1',
    pages: { new: pages.new, same: pages.same, changed: pages.changed, failed: report.failures.length },
    failures: report.failures.map(({ name, problem }) => ({ name, problem })),
    record: { added: record?.added ?? 0, changed: record?.changed ?? 0, removed: record?.removed ?? 0 },
    decisionProblems: [...(report.decisionProblems ?? [])].map(([decisionId, problem]) => ({ decisionId, problem })),
    interrupted: report.interrupted ?? false,
    seconds: report.seconds,
  };
}
