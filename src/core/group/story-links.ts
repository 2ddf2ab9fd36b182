import type { Meeting } from '../model/record.ts';
import { spanOfEdtf } from '../record/fuse/reports.ts';
import { noRules, type StoryRules } from './story-decisions.ts';

/** What is known of articles beyond their words. Two articles with one key are one story. */
export interface StoryLinks {
  keysOf(articleId: string): readonly string[];
  /** The fused meeting that is the news of an article. */
  meetingOf(articleId: string): string | undefined;
  tagsOf(articleId: string): readonly string[];
}

export interface LinkSources {
  readonly dispatches: ReadonlyMap<string, string>;
  readonly meetings: readonly Meeting[];
  /** Which reports are the news of their article: indexes of meetings by article id. */
  readonly mainReport: ReadonlyMap<string, readonly number[]>;
  /** Sets of articles that are translations of one text, from whoever knows. */
  readonly translations?: readonly (readonly string[])[];
  readonly rules?: StoryRules;
}

/** Copies of one text, main reports of one meeting, rounds of one visit, translations, and what an editor said. */
export function storyLinks(sources: LinkSources): StoryLinks {
  const { dispatches, meetings, mainReport, translations = [], rules = noRules } = sources;
  const keys = new Map<string, string[]>();
  const meetingOf = new Map<string, string>();
  const link = (article: string, key: string) => {
    const list = keys.get(article);
    if (list === undefined) keys.set(article, [key]);
    else list.push(key);
  };
  for (const [article, dispatch] of dispatches) link(article, `d ${dispatch}`);
  for (const [article, key] of rules.together) link(article, `e ${key}`);
  for (const [index, articles] of translations.entries()) for (const article of articles) link(article, `t ${index}`);
  for (const meeting of meetings) {
    for (const { articleId, keys: ofMeeting } of meetingLinks(meeting, mainReport)) {
      for (const key of ofMeeting) link(articleId, key);
      meetingOf.set(articleId, meeting.id);
    }
  }
  return {
    keysOf: (article) => keys.get(article) ?? [],
    meetingOf: (article) => meetingOf.get(article),
    tagsOf: (article) => rules.tags.get(article) ?? [],
  };
}

/** What a meeting says of the articles whose news it is: the keys that they share. */
export function meetingLinks(
  meeting: Meeting,
  mainReport: ReadonlyMap<string, readonly number[]>,
): { readonly articleId: string; readonly keys: readonly string[] }[] {
  const news = meeting.reports.flatMap(({ articleId, report }) =>
    mainReport.get(articleId)?.includes(report) ? [articleId] : [],
  );
  const keys = [`m ${meeting.id}`, ...new Set(visitKeys(meeting).map((key) => `v ${key}`))];
  return [...new Set(news)].map((articleId) => ({ articleId, keys }));
}

/** The longest that a meeting whose days are not known exactly may have lasted to count as a round of a visit. */
const longestVisit = 7;

/** Two meetings of one pair on one day or the next that share a person are rounds of one visit, and one story. */
function visitKeys(meeting: Meeting): string[] {
  const span = meeting.when.edtf === undefined ? undefined : spanOfEdtf(meeting.when.edtf);
  if (span === undefined || span.to - span.from > longestVisit) return [];
  const countries = meeting.sides.map((side) => side.country).sort();
  const people = meeting.sides.flatMap((side) =>
    side.participants.flatMap((one) => (one.capacity === 'principal' ? (one.personId ?? []) : [])),
  );
  const keys: string[] = [];
  for (const person of people) {
    for (let day = span.from; day <= span.to + 1; day++) {
      for (const [offset, first] of countries.entries()) {
        for (const second of countries.slice(offset + 1)) keys.push(`${first}-${second}|${person}|${day}`);
      }
    }
  }
  return keys;
}
