import { z } from 'zod';

const count = z.int().min(0);

export const backupSchema = z
  .strictObject({
    schema: z.literal('rapporteur.backup/1'),
    madeAt: z.string().describe('ISO instant at which the copy was begun.'),
    version: z.string().describe('Of the program that made it.'),
    dialect: z.enum(['sqlite', 'postgres']),
    schemaNumber: z.int(),
    counts: z.strictObject({
      pages: count,
      articles: count,
      meetings: count,
      people: count,
      outlets: count,
      decisions: count,
    }),
    files: z.array(z.strictObject({ name: z.string(), size: count, sha256: z.string() })),
  })
  .describe('What a backup holds: its manifest.');
export type BackupOut = z.infer<typeof backupSchema>;

export const backupReportSchema = z
  .strictObject({
    schema: z.literal('rapporteur.backup-report/1'),
    path: z.string(),
    manifest: backupSchema,
    verified: z.boolean().nullable().describe('Restored to a passing folder and compared; null when nobody asked.'),
    differences: z.array(z.string()),
  })
  .describe('What "backup" or "restore" did.');
export type BackupReportOut = z.infer<typeof backupReportSchema>;

export function renderBackupReport(report: {
  readonly path: string;
  readonly manifest: BackupOut;
  readonly differences?: readonly string[];
}): BackupReportOut {
  const { path, manifest, differences } = report;
  return {
    schema: 'rapporteur.backup-report/1',
    path,
    manifest,
    verified: differences === undefined ? null : differences.length === 0,
    differences: [...(differences ?? [])],
  };
}
