import type { z } from 'zod';
import { accountListSchema, accountSchema } from './accounts.ts';
import { archiveHeadSchema, archivePageLineSchema } from './archive-pages.ts';
import { articleSchema } from './article.ts';
import { backupReportSchema, backupSchema } from './backup.ts';
import { collectReportSchema, outletsAddedSchema, sourceListSchema } from './collecting.ts';
import { comparisonSchema } from './comparison.ts';
import { coverageSchema } from './coverage.ts';
import { decisionSchema } from './decision.ts';
import { doctorReportSchema } from './doctor-report.ts';
import { dossierSchema } from './dossier.ts';
import { exportRowSchema } from './export-rows.ts';
import { healthSchema } from './health.ts';
import { failureListSchema, importReportSchema } from './import-report.ts';
import { jobListSchema } from './jobs.ts';
import { lexiconSchema, lexiconSummarySchema } from './lexicon.ts';
import { meetingSchema } from './meeting.ts';
import { meetingListSchema } from './meeting-list.ts';
import { noveltySchema } from './novelty.ts';
import {
  archiveSchema,
  exportReportSchema,
  pagesExportReportSchema,
  rebuildReportSchema,
  siteSchema,
  versionSchema,
} from './operations.ts';
import { outletSchema } from './outlet.ts';
import { personSchema } from './person.ts';
import { problemSchema } from './problem.ts';
import { readerReportSchema } from './reader-report.ts';
import { readingSchema } from './reading.ts';
import { recordSchema } from './record.ts';
import { retentionSchema } from './retention.ts';
import { searchSchema } from './search.ts';
import { storySchema } from './story.ts';
import { versionsSchema } from './versions.ts';

/** Every noun that the product emits, for the reference pages, OpenAPI and the tests that check real output. */
export const schemaOf = {
  account: accountSchema,
  accounts: accountListSchema,
  archive: archiveSchema,
  'archive-head': archiveHeadSchema,
  'archive-page': archivePageLineSchema,
  article: articleSchema,
  backup: backupSchema,
  'backup-report': backupReportSchema,
  collect: collectReportSchema,
  comparison: comparisonSchema,
  coverage: coverageSchema,
  decision: decisionSchema,
  doctor: doctorReportSchema,
  dossier: dossierSchema,
  export: exportReportSchema,
  'export-row': exportRowSchema,
  failures: failureListSchema,
  health: healthSchema,
  import: importReportSchema,
  jobs: jobListSchema,
  lexicon: lexiconSchema,
  'lexicon-summary': lexiconSummarySchema,
  meeting: meetingSchema,
  meetings: meetingListSchema,
  novelty: noveltySchema,
  outlet: outletSchema,
  outlets: sourceListSchema,
  'outlets-added': outletsAddedSchema,
  'pages-export': pagesExportReportSchema,
  person: personSchema,
  problem: problemSchema,
  'reader-report': readerReportSchema,
  reading: readingSchema,
  rebuild: rebuildReportSchema,
  record: recordSchema,
  retention: retentionSchema,
  search: searchSchema,
  site: siteSchema,
  story: storySchema,
  version: versionSchema,
  versions: versionsSchema,
} as const satisfies Record<string, z.ZodType>;
