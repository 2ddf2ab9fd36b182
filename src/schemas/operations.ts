import { z } from 'zod';

// What the smaller commands say with --json. The larger reports have files of their own.

const count = z.int().min(0);

export const versionSchema = z
  .strictObject({ schema: z.literal('rapporteur.version/1'), version: z.string(), node: z.string() })
  .describe('Versions of the program and of Node.');

export const archiveSchema = z
  .strictObject({
    schema: z.literal('rapporteur.archive/1'),
    data: z.string().describe('The data folder as it was named.'),
    dialect: z.enum(['sqlite', 'postgres']),
    pages: count,
    articles: count,
    meetings: count,
    people: count,
    outlets: count,
    decisions: count,
  })
  .describe('An archive and how much it holds.');

export const siteSchema = z
  .strictObject({ schema: z.literal('rapporteur.site/1'), url: z.string(), data: z.string() })
  .describe('Where the reading site answers.');

export const rebuildReportSchema = z
  .strictObject({
    schema: z.literal('rapporteur.rebuild/1'),
    from: z.enum(['extract', 'record', 'group']),
    extracted: count.describe('Pages read again.'),
    coded: count.describe('Articles coded again.'),
    record: z.strictObject({ added: count, changed: count, removed: count }).describe('Meetings.'),
    decisionProblems: z
      .array(z.strictObject({ decisionId: z.string(), problem: z.string() }))
      .describe("Editors' decisions that no longer apply."),
    interrupted: z.boolean(),
  })
  .describe('What a rebuild did.');

export const exportReportSchema = z
  .strictObject({
    schema: z.literal('rapporteur.export/1'),
    format: z.string(),
    file: z.string().nullable().describe('Null for standard output.'),
    meetings: count,
    leftOut: count.describe('Meetings that the format cannot tell: no known day, or nothing took place.'),
  })
  .describe('What an export wrote.');

export const pagesExportReportSchema = z
  .strictObject({
    schema: z.literal('rapporteur.pages-export/1'),
    format: z.enum(['pages', 'warc', 'wacz']),
    file: z.string(),
    pages: count.describe('Versions of pages, each with its bytes.'),
    leftOut: z
      .strictObject({
        withdrawn: count.describe('They name somebody whom an editor withdrew.'),
        unpublished: count.describe('Their outlets do not allow the full text to be shown.'),
      })
      .describe('Articles.'),
  })
  .describe('What an export of pages wrote.');

export function renderPagesExportReport(report: Omit<z.infer<typeof pagesExportReportSchema>, 'schema'>) {
  const { format, file, pages, leftOut } = report;
  const { withdrawn, unpublished } = leftOut;
  return {
    schema: 'rapporteur.pages-export/1',
    format,
    file,
    pages,
    leftOut: { withdrawn, unpublished },
  } satisfies z.infer<typeof pagesExportReportSchema>;
}

export function renderVersion(versions: { readonly version: string; readonly node: string }) {
  return { schema: 'rapporteur.version/1', ...versions } satisfies z.infer<typeof versionSchema>;
}

export function renderArchive(archive: Omit<z.infer<typeof archiveSchema>, 'schema'>) {
  const { data, dialect, pages, articles, meetings, people, outlets, decisions } = archive;
  return {
    schema: 'rapporteur.archive/1',
    data,
    dialect,
    pages,
    articles,
    meetings,
    people,
    outlets,
    decisions,
  } satisfies z.infer<typeof archiveSchema>;
}

export function renderSite(site: { readonly url: string; readonly data: string }) {
  return { schema: 'rapporteur.site/1', ...site } satisfies z.infer<typeof siteSchema>;
}

export function renderRebuildReport(report: {
  readonly from: 'extract' | 'record' | 'group';
  readonly extracted: number;
  readonly coded: number;
  readonly change: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly decisionProblems: ReadonlyMap<string, string>;
  readonly interrupted: boolean;
}) {
  const { from, extracted, coded, change, interrupted } = report;
  return {
    schema: 'rapporteur.rebuild/1',
    from,
    extracted,
    coded,
    record: { added: change.added, changed: change.changed, removed: change.removed },
    decisionProblems: [...report.decisionProblems].map(([decisionId, problem]) => ({ decisionId, problem })),
    interrupted,
  } satisfies z.infer<typeof rebuildReportSchema>;
}

export function renderExportReport(report: Omit<z.infer<typeof exportReportSchema>, 'schema'>) {
  const { format, file, meetings, leftOut } = report;
  return { schema: 'rapporteur.export/1', format, file, meetings, leftOut } satisfies z.infer<
    typeof exportReportSchema
  >;
}
