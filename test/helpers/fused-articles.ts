import type { Meeting } from '../../src/core/model/record.ts';
import { type Fusion, type FusionOptions, fuseMeetings } from '../../src/core/record/fuse/fuse-meetings.ts';
import { type ArticleSpec, articleRecord, type MeetingSpec } from './article-records.ts';

export const fuse = (articles: readonly ArticleSpec[], options: FusionOptions = {}): Fusion =>
  fuseMeetings(articles.map(articleRecord), options);

/** Articles of each meeting, for comparing what came together. */
export const together = (fusion: Fusion): string[] =>
  fusion.meetings.map((meeting) => meeting.reports.map((one) => `${one.articleId}#${one.report}`).join(' ')).sort();

export const anna = 'minister:interior Anna Karlsson';
export const ben = 'minister:interior Ben Haddad';
export const talks = (more: Partial<MeetingSpec> = {}): MeetingSpec => ({
  sides: { SE: [anna], TN: [ben] },
  day: '2024-03-04',
  ...more,
});

export function meetingOf(article: string, fusion: Fusion): Meeting | undefined {
  return fusion.meetings.find((meeting) => meeting.reports.some((report) => report.articleId === article));
}
