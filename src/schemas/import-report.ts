import { z } from 'zod';
import { type ProblemOut, problemSchema } from './problem.ts';

const count = z.int().min(0);

export const skipReasonSchema = z
  .enum(['other-type', 'redirect', 'http-status', 'unchanged', 'no-address'])
  .describe(
    'Why a record of a web archive is no page: a picture or another file; a redirect; an answer other than 200; a capture that points to the same page; no web address.',
  );
type SkipReason = z.infer<typeof skipReasonSchema>;

export const importReportSchema = z
  .strictObject({
    schema: z.literal('rapporteur.import/1'),
    pages: z.strictObject({
      new: count,
      same: count.describe('Already in the archive, nothing to do.'),
      changed: count.describe('A new version; the old one is kept.'),
      failed: count,
    }),
    skipped: z.record(skipReasonSchema, count).describe('Records of web archives that are no pages, by reason.'),
    failures: z
      .array(z.strictObject({ name: z.string(), problem: problemSchema }))
      .describe('By file name or item id; the first thousand. `import --failed` lists all.'),
    record: z.strictObject({ added: count, changed: count, removed: count }).describe('Meetings.'),
    decisionProblems: z
      .array(z.strictObject({ decisionId: z.string(), problem: z.string() }))
      .describe("Editors' decisions that no longer apply."),
    importedDecisions: z
      .enum(['none', 'taken', 'same', 'refused'])
      .describe("Editors' decisions of an exported archive: refused when this archive has others of its own."),
    interrupted: z.boolean(),
    seconds: z.number().min(0),
  })
  .describe('What an import did.');
export type ImportReportOut = z.infer<typeof importReportSchema>;

export const failureListSchema = z
  .strictObject({
    schema: z.literal('rapporteur.failures/1'),
    failures: z.array(
      z.strictObject({
        name: z.string().describe('The file, and the place in it.'),
        problem: problemSchema,
        failedAt: z.string().describe('ISO instant of the last try.'),
        tries: z.int().min(1),
      }),
    ),
  })
  .describe('What imports could not take in.');

export const mostListedFailures = 1000;

export function renderImportReport(report: {
  readonly pages: { readonly new: number; readonly same: number; readonly changed: number; readonly failed: number };
  readonly skipped: ReadonlyMap<SkipReason, number>;
  readonly failures: readonly { readonly name: string; readonly problem: ProblemOut }[];
  readonly record: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly decisionProblems: ReadonlyMap<string, string>;
  readonly importedDecisions: ImportReportOut['importedDecisions'];
  readonly interrupted: boolean;
  readonly seconds: number;
}): ImportReportOut {
  const { pages, record } = report;
  const reasons = skipReasonSchema.options.map((reason) => [reason, report.skipped.get(reason) ?? 0] as const);
  return {
    schema: 'rapporteur.import/1',
    pages: { new: pages.new, same: pages.same, changed: pages.changed, failed: pages.failed },
    skipped: Object.fromEntries(reasons) as ImportReportOut['skipped'],
    failures: report.failures.map(({ name, problem }) => ({ name, problem })),
    record: { added: record.added, changed: record.changed, removed: record.removed },
    decisionProblems: [...report.decisionProblems].map(([decisionId, problem]) => ({ decisionId, problem })),
    importedDecisions: report.importedDecisions,
    interrupted: report.interrupted,
    seconds: report.seconds,
  };
}

export function renderFailureList(failures: z.infer<typeof failureListSchema>['failures']) {
  return { schema: 'rapporteur.failures/1', failures } satisfies z.infer<typeof failureListSchema>;
}
