import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { account, backupManifest, outlet, source, webhook } from '../../test/helpers/plain-nouns.ts';
import { testArticle, testMeeting, testRecord } from '../../test/helpers/schema-nouns.ts';
import { compareTexts } from '../core/compare/compare-texts.ts';
import { comparedArticle } from '../core/compare/compared-text.ts';
import { compareFacts } from '../core/compare/told-facts.ts';
import { learnLexicon } from '../core/group/learn-lexicon.ts';
import { findNovelty } from '../core/novelty/find-novelty.ts';
import { noveltyText } from '../core/novelty/novelty-text.ts';
import { RapporteurError } from '../errors.ts';
import { renderMadeToken, renderTokenList } from './access-tokens.ts';
import { renderAccount, renderAccountList } from './accounts.ts';
import { renderArticle } from './article.ts';
import { renderArticleList } from './article-list.ts';
import { type ArticleRowInput, renderArticleRow } from './article-row.ts';
import { renderBackupReport } from './backup.ts';
import { renderChangeList } from './change-list.ts';
import { renderClaimList } from './claim-list.ts';
import { renderCollectReport, renderOutletsAdded, renderSourceList } from './collecting.ts';
import { renderComparison } from './comparison.ts';
import { renderCountry } from './country.ts';
import { renderCoverage } from './coverage.ts';
import { renderDecision } from './decision.ts';
import { renderDispatch } from './dispatch.ts';
import { renderDoctorReport } from './doctor-report.ts';
import { renderDossier, renderPair } from './dossier.ts';
import { renderDossierList } from './dossier-list.ts';
import { renderExportRows } from './export-rows.ts';
import { renderHealth, renderReady } from './health.ts';
import { renderFailureList, renderImportReport } from './import-report.ts';
import { renderJobList } from './jobs.ts';
import { renderLexiconSummary } from './lexicon.ts';
import { renderMechanismList } from './mechanism-list.ts';
import { renderMeeting, renderMeetingSummary } from './meeting.ts';
import { renderMeetingList } from './meeting-list.ts';
import { renderNovelty } from './novelty.ts';
import {
  renderArchive,
  renderExportReport,
  renderPagesExportReport,
  renderRebuildReport,
  renderSite,
  renderVersion,
} from './operations.ts';
import { renderOutlet } from './outlet.ts';
import { renderOutletList } from './outlet-list.ts';
import { renderPerson } from './person.ts';
import { renderPersonList } from './person-list.ts';
import { errorCodes, renderProblem, statusOf } from './problem.ts';
import { renderReaderReport } from './reader-report.ts';
import { renderReading } from './reading.ts';
import { renderRecord } from './record.ts';
import { schemaOf } from './registry.ts';
import { renderRetention } from './retention.ts';
import { renderSearch } from './search.ts';
import { renderStory } from './story.ts';
import { renderStoryList } from './story-list.ts';
import { renderTopicList } from './topic-list.ts';
import { renderVersions } from './versions.ts';
import { renderMadeWebhook, renderWebhookList } from './webhooks.ts';

const article = testArticle();
const record = testRecord();
const meeting = testMeeting();
const row: ArticleRowInput = {
  id: 'a1',
  title: 'A title',
  standfirst: 'A standfirst',
  language: 'en',
  outletId: 'o1',
  sortDay: '2024-01-22',
  published: '2024-01-22',
  origin: 'import',
  publish: 'excerpt',
  meetingIds: ['mt1'],
};
const lexicon = learnLexicon([{ language: 'fr', text: 'Le port.', english: 'The harbour.' }], {
  source: 'a sentence of our own',
  licence: 'CC0-1.0',
});
const pair = { pair: ['MA', 'ES'], meetings: 1, outcomes: 0, articles: 2 } as const;
const onePage = <Item>(item: Item) => ({ total: 1, items: [item] });
const problem = renderProblem(new RapporteurError('not-found', 'gone'), 'Not found.');

describe('what is rendered fits its schema, also after a trip through JSON', () => {
  const rendered: Record<keyof typeof schemaOf, unknown> = {
    archive: renderArchive({
      data: './data',
      dialect: 'sqlite',
      pages: 1,
      articles: 1,
      meetings: 1,
      people: 1,
      outlets: 1,
      decisions: 0,
    }),
    articles: renderArticleList(onePage(row)),
    claims: renderClaimList(
      onePage({
        id: 'c1',
        articleId: 'a1',
        textVersion: 'v1',
        report: 0,
        field: 'type',
        value: 'meeting',
        source: { articleId: 'a1', channel: 'own' },
        polarity: 'asserted',
        certainty: 0.9,
        basis: 'explicit',
        spans: [{ start: 0, end: 4 }],
      }),
      () => null,
    ),
    country: renderCountry({
      code: 'MA',
      meetings: 1,
      pairs: [pair],
      topics: [{ topic: 'trade', meetings: 1 }],
      people: [],
    }),
    dispatch: renderDispatch('d1', onePage(row)),
    dossiers: renderDossierList(onePage(pair)),
    mechanisms: renderMechanismList(onePage({ slug: 'm', name: 'M', countries: ['ES', 'MA'], meetings: 1 })),
    'outlet-list': renderOutletList(onePage(outlet)),
    people: renderPersonList({ total: 0, items: [] }),
    stories: renderStoryList(
      onePage({
        storyId: 's1',
        lead: row,
        articles: 1,
        outlets: 1,
        dispatches: 1,
        languages: ['en'],
        meetingIds: [],
        lastDay: '2024-01-22',
      }),
    ),
    topics: renderTopicList({ ...onePage({ topic: 'trade', meetings: 1 }), next: 'WzFd' }),
    export: renderExportReport({ format: 'csv', file: 'record.csv', meetings: 1, leftOut: 0 }),
    rebuild: renderRebuildReport({
      from: 'record',
      extracted: 0,
      coded: 1,
      change: { added: 0, changed: 1, removed: 0 },
      decisionProblems: new Map([['d1', 'There is no such meeting.']]),
      interrupted: false,
    }),
    account: renderAccount(account, [{ began: '2024-02-01T10:00:00.000Z', ends: '2024-03-02T10:00:00.000Z' }]),
    accounts: renderAccountList([account]),
    jobs: renderJobList(
      [{ kind: 'extract', state: 'dead', jobs: 1, due: 0 }],
      [
        {
          id: 'extract-1',
          kind: 'extract',
          state: 'dead',
          about: 'https://paper.example/1',
          priority: 0,
          tries: 5,
          addedAt: '2024-02-01T10:00:00.000Z',
          runAt: '2024-02-01T10:00:00.000Z',
          problem,
        },
      ],
    ),
    lexicon,
    'lexicon-summary': renderLexiconSummary(lexicon),
    site: renderSite({ url: 'http://127.0.0.1:4180/', data: './data' }),
    versions: renderVersions({
      articleId: 'a1',
      versions: [1, 2].map((number) => ({
        number,
        article,
        foundAt: '2024-02-01T10:00:00Z',
        lastFoundAt: '2024-02-02T10:00:00Z',
        title: 'Talks',
        titleChanged: false,
      })),
      compared: { before: 1, after: 2, beforeQuote: () => null, afterQuote: () => null },
    }),
    version: renderVersion({ version: '0.1.0', node: '20.19.0' }),
    article: renderArticle({ article, storyId: 's1' }, { publish: 'full', blocks: true, meetingIds: ['mt1'] }),
    comparison: renderComparison(
      { id: 'a1', article, quoteOf: () => null },
      { id: 'a2', article, quoteOf: (span) => article.text.slice(span.start, span.end) },
      compareTexts(comparedArticle(article), comparedArticle(article)),
      compareFacts([record]),
      [{ copy: 'a2', agency: 'MAP', certainty: 0.95, reasons: ['credits-agency'], cover: 1 }],
    ),
    backup: backupManifest,
    'backup-report': renderBackupReport({ path: 'monday', manifest: backupManifest, differences: [] }),
    retention: renderRetention(
      [{ at: '2024-02-01T10:00:00Z', outletId: 'o1', keepDays: 30, articles: 2, bytes: 900 }],
      false,
    ),
    coverage: renderCoverage({
      daysNeeded: 21,
      outlets: [
        {
          outlet,
          state: 'silent',
          sentence: 'No article for 3 whole days.',
          days: [{ day: '2024-02-01', received: 0, expected: 2.5 }],
          rhythm: { daysSeen: 30 },
          silence: { days: 3, missed: 7.5, longestBefore: 1 },
          languages: [
            {
              language: 'en',
              days: [{ day: '2024-02-01', received: 0 }],
              rhythm: { daysSeen: 3 },
              silence: { days: 3, missed: undefined, longestBefore: 0 },
            },
          ],
        },
      ],
      alerts: [{ outlet, kind: 'silent', since: '2024-01-29', sentence: 'No article for 3 whole days.' }],
    }),
    decision: renderDecision({
      id: 'd1',
      action: { kind: 'split', meetingId: 'mt1', reports: [{ articleId: 'a1', report: 0 }] },
      inverse: { kind: 'undo', decisionId: 'd1' },
      actor: 'Editor',
      reason: 'two days',
      at: '2024-02-01T10:00:00Z',
    }),
    doctor: renderDoctorReport('1.0.0', [{ code: 'search-stale', status: 'warning', message: 'Old index.', count: 2 }]),
    dossier: renderDossier(['TN', 'IT'], [meeting]),
    'export-row': renderExportRows(meeting)[0],
    'reader-report': renderReaderReport({
      id: 'r1',
      subject: 'meeting',
      subjectId: 'mt1',
      message: 'The day is wrong.',
      language: 'en',
      at: '2024-02-01T10:00:00Z',
      closed: { at: '2024-02-02T10:00:00Z', by: 'Editor', answer: 'Corrected.' },
    }),
    import: renderImportReport({
      pages: { new: 1, same: 0, changed: 0, failed: 1 },
      skipped: new Map([['redirect', 2]]),
      failures: [{ name: 'a.html', problem }],
      record: { added: 1, changed: 0, removed: 0 },
      decisionProblems: new Map([['d1', 'There is no such meeting.']]),
      importedDecisions: 'none',
      interrupted: false,
      seconds: 0.1,
    }),
    failures: renderFailureList([{ name: 'a.warc#12', problem, failedAt: '2024-02-01T10:00:00Z', tries: 2 }]),
    'archive-head': { schema: 'rapporteur.pages/1', kind: 'head', software: 'x', outlets: [], decisions: [] },
    'archive-page': {
      schema: 'rapporteur.pages/1',
      kind: 'page',
      page: { articleId: 'a1', version: 1, hash: 'ff', savedAt: '2024-02-01T10:00:00Z', text: 'x' },
    },
    'pages-export': renderPagesExportReport({
      format: 'warc',
      file: 'a.warc.gz',
      pages: 1,
      leftOut: { withdrawn: 0, unpublished: 1 },
    }),
    health: renderHealth({ pages: 1, articles: 1, meetings: 1, people: 1, outlets: 1, decisions: 0 }),
    meeting: renderMeeting(meeting),
    meetings: renderMeetingList({ total: 1, items: [meeting] }),
    novelty: renderNovelty(
      {
        id: 'a1',
        language: 'en',
        formula: 0.5,
        novelty: findNovelty(noveltyText('a1', comparedArticle(article)), [
          noveltyText('a0', comparedArticle(article), { day: '2023-01-02' }),
        ]),
        sourceOf: () => ({ title: 'An earlier text', outlet: 'O' }),
      },
      () => null,
    ),
    collect: renderCollectReport({
      sources: { polled: 1, unchanged: 2, failed: 1, blocked: 0 },
      items: { found: 3, stored: 2, failed: 0, waiting: 1 },
      change: { added: 1, changed: 0, removed: 0 },
      failures: [{ name: source.address, problem }],
      interrupted: false,
      seconds: 0.4,
    }),
    outlets: renderSourceList([{ source, outlet: 'O', items: { stored: 2, waiting: 1 } }]),
    'outlets-added': renderOutletsAdded({
      added: [{ source, outlet }],
      failures: [{ name: 'https://dead.example/feed', problem }],
    }),
    outlet: renderOutlet(outlet),
    person: renderPerson({
      id: 'p1',
      slug: 'p',
      name: 'P',
      names: [{ surface: 'P', full: 'P', lang: 'en', script: 'latin' }],
      offices: [
        { roleCode: 'president', roleText: 'President', country: 'IT', evidence: meeting.evidence['when'] ?? [] },
      ],
    }),
    problem,
    reading: renderReading({ article, record }, { blocks: true }),
    record: renderRecord(record, () => null),
    search: renderSearch('tunis', {
      total: 1,
      hits: [{ article: row, snippet: 'in Tunis', marks: [], titleMarks: [], bySpelling: false }],
      facets: {
        counted: 1,
        outlet: [{ value: 'o', name: 'O', count: 1 }],
        language: [{ value: 'en', count: 1 }],
        country: [],
        person: [],
        topic: [],
        month: [{ value: '2024-01', count: 1 }],
      },
      related: { meetings: [meeting], people: [], countries: ['IT'], pairs: [['IT', 'TN']] },
      spellings: [{ slug: 'p', name: 'P', spelling: 'ب' }],
      problems: [{ code: 'unknown-field', found: 'x:y', start: 0, end: 3, instead: 'to:y' }],
    }),
    story: renderStory('s1', [row], [meeting]),
    changes: renderChangeList(
      onePage({
        seq: 1,
        subjectId: 'mt1',
        kind: 'changed',
        at: '2024-02-01T10:00:00Z',
        fields: [{ field: 'status', before: 'planned' }],
      }),
    ),
    webhook: renderMadeWebhook(webhook, 'whsec_x'),
    webhooks: renderWebhookList([webhook]),
    ready: renderReady(true),
    token: renderMadeToken({ name: 'n', scopes: ['read'], createdAt: '2024-02-01T10:00:00Z' }, 'rapp_x'),
    tokens: renderTokenList([
      { name: 'n', scopes: ['mcp'], createdAt: '2024-02-01T10:00:00Z', lastUsedAt: '2024-02-01T10:00:00Z' },
    ]),
  };
  test.each(Object.keys(schemaOf) as (keyof typeof schemaOf)[])('%s', (noun) => {
    const plain: unknown = JSON.parse(JSON.stringify(rendered[noun]));
    expect(schemaOf[noun].parse(plain)).toEqual(rendered[noun]);
    expect(() => schemaOf[noun].parse({ ...(plain as object), surplus: 1 })).toThrow();
  });

  test.each(Object.entries(schemaOf))('%s turns into JSON Schema for the reference', (_noun, schema) => {
    expect(z.toJSONSchema(schema)).toMatchObject({ type: 'object', description: expect.any(String) });
  });
});

test('the day of a meeting is only given when one day is known', () => {
  const range = { ...meeting, when: { ...meeting.when, edtf: '2024-01-22/2024-01-23', precision: 'range' as const } };
  expect(renderMeetingSummary(range).when.day).toBeNull();
  expect(renderMeetingSummary(meeting).when.day).toBe('2024-01-22');
});

test('an outlet that allows only facts shows no standfirst and no snippet', () => {
  const silent = { ...row, publish: 'facts' as const };
  expect(renderArticleRow(silent).standfirst).toBeNull();
  const found = renderSearch('x', {
    total: 1,
    hits: [{ article: silent, snippet: 'x', marks: [], titleMarks: [], bySpelling: false }],
    spellings: [],
    problems: [],
  });
  expect(found.results[0]?.snippet).toBeNull();
});

test('a pair is named in the order of the alphabet', () => {
  expect(renderPair({ pair: ['MA', 'ES'], meetings: 1, outcomes: 0, articles: 1 }).id).toBe('ES-MA');
});

test.each(errorCodes)('problem %s has an HTTP status', (code) => {
  expect(statusOf(code)).toBeGreaterThanOrEqual(400);
});
