import type { z } from 'zod';
import { madeTokenSchema, tokenListSchema } from './access-tokens.ts';
import { accountListSchema, accountSchema } from './accounts.ts';
import { archiveHeadSchema, archivePageLineSchema } from './archive-pages.ts';
import { articleSchema } from './article.ts';
import { articleListSchema } from './article-list.ts';
import { backupReportSchema, backupSchema } from './backup.ts';
import { changeListSchema } from './change-list.ts';
import { claimListSchema } from './claim-list.ts';
import { collectReportSchema, outletsAddedSchema, sourceListSchema } from './collecting.ts';
import { comparisonSchema } from './comparison.ts';
import { countrySchema } from './country.ts';
import { coverageSchema } from './coverage.ts';
import { decisionSchema } from './decision.ts';
import { dispatchSchema } from './dispatch.ts';
import { doctorReportSchema } from './doctor-report.ts';
import { dossierSchema } from './dossier.ts';
import { dossierListSchema } from './dossier-list.ts';
import { exportRowSchema } from './export-rows.ts';
import { healthSchema, readySchema } from './health.ts';
import { failureListSchema, importReportSchema } from './import-report.ts';
import { jobListSchema } from './jobs.ts';
import { lexiconSchema, lexiconSummarySchema } from './lexicon.ts';
import { mechanismListSchema } from './mechanism-list.ts';
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
import { outletListSchema } from './outlet-list.ts';
import { personSchema } from './person.ts';
import { personListSchema } from './person-list.ts';
import { problemSchema } from './problem.ts';
import { readerReportSchema } from './reader-report.ts';
import { readingSchema } from './reading.ts';
import { recordSchema } from './record.ts';
import { retentionSchema } from './retention.ts';
import { searchSchema } from './search.ts';
import { storySchema } from './story.ts';
import { storyListSchema } from './story-list.ts';
import { topicListSchema } from './topic-list.ts';
import { versionsSchema } from './versions.ts';
import { madeWebhookSchema, webhookListSchema } from './webhooks.ts';

/** Every noun that the product emits, for the reference pages, OpenAPI and the tests that check real output. */
export const schemaOf = {
  account: accountSchema,
  accounts: accountListSchema,
  archive: archiveSchema,
  'archive-head': archiveHeadSchema,
  'archive-page': archivePageLineSchema,
  article: articleSchema,
  articles: articleListSchema,
  backup: backupSchema,
  'backup-report': backupReportSchema,
  changes: changeListSchema,
  claims: claimListSchema,
  collect: collectReportSchema,
  comparison: comparisonSchema,
  country: countrySchema,
  coverage: coverageSchema,
  decision: decisionSchema,
  dispatch: dispatchSchema,
  doctor: doctorReportSchema,
  dossier: dossierSchema,
  dossiers: dossierListSchema,
  export: exportReportSchema,
  'export-row': exportRowSchema,
  failures: failureListSchema,
  health: healthSchema,
  import: importReportSchema,
  jobs: jobListSchema,
  lexicon: lexiconSchema,
  'lexicon-summary': lexiconSummarySchema,
  mechanisms: mechanismListSchema,
  meeting: meetingSchema,
  meetings: meetingListSchema,
  novelty: noveltySchema,
  outlet: outletSchema,
  'outlet-list': outletListSchema,
  outlets: sourceListSchema,
  'outlets-added': outletsAddedSchema,
  'pages-export': pagesExportReportSchema,
  people: personListSchema,
  person: personSchema,
  problem: problemSchema,
  'reader-report': readerReportSchema,
  reading: readingSchema,
  ready: readySchema,
  rebuild: rebuildReportSchema,
  record: recordSchema,
  retention: retentionSchema,
  search: searchSchema,
  site: siteSchema,
  stories: storyListSchema,
  story: storySchema,
  token: madeTokenSchema,
  tokens: tokenListSchema,
  topics: topicListSchema,
  version: versionSchema,
  versions: versionsSchema,
  webhook: madeWebhookSchema,
  webhooks: webhookListSchema,
} as const satisfies Record<string, z.ZodType>;
