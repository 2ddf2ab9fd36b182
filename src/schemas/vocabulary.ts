import { z } from 'zod';
import type { BlockKind, BlockLabel, PageType } from '../core/model/article.ts';
import type { ProblemCode } from '../core/model/page.ts';
import type {
  Basis,
  FieldState,
  MeetingStatus,
  MeetingType,
  Outcome,
  OutcomeKind,
  Participant,
  ReportedMeeting,
  Topic,
  When,
} from '../core/model/record.ts';

// Each list is an object that must name exactly the members of a core type: a member that is added to the model and
// forgotten here, or the other way round, does not compile.
function wordsOf<T extends string>(words: Record<T, string>): T[] {
  return Object.keys(words) as T[];
}

export const meetingTypeSchema = z
  .enum(
    wordsOf<MeetingType>({
      meeting: 'talks face to face',
      call: 'telephone call',
      video: 'talks by video',
      visit: 'only the visit is reported',
      joint_session: 'session of a joint commission or high-level meeting',
      signing: 'the signature is the news',
      statement: 'a statement, message or joint declaration without talks',
      ambassador_call: 'a minister receives the resident ambassador',
      organisation_meeting: 'talks with the head of an organisation',
    }),
  )
  .describe('What kind of meeting it is.');

export const meetingStatusSchema = z
  .enum(wordsOf<MeetingStatus>({ planned: '', held: '', postponed: '', cancelled: '', denied: '', disputed: '' }))
  .describe('Whether the meeting took place, as far as the sources say.');

export const topicSchema = z
  .enum(
    wordsOf<Topic>({
      counterterrorism: '',
      migration: '',
      organised_crime: '',
      trafficking: '',
      border: '',
      civil_protection: '',
      defence: '',
      trade: '',
      energy: '',
      culture: '',
      diplomacy: '',
      other: '',
    }),
  )
  .describe('A topic that was discussed or agreed.');

export const outcomeKindSchema = z
  .enum(
    wordsOf<OutcomeKind>({
      agreed: '',
      signed: '',
      created: '',
      relaunched: '',
      invited: '',
      announced: '',
      roadmap: '',
    }),
  )
  .describe('What kind of outcome it is.');

export const strengthSchema = z
  .enum(wordsOf<Outcome['strength']>({ commitment: '', intent: '', courtesy: '' }))
  .describe('How binding the words are.');

export const basisSchema = z
  .enum(
    wordsOf<Basis>({
      explicit: 'said in so many words',
      counterpart: 'from a counterpart phrase',
      apposition: 'said elsewhere in the text of the same person',
      register: 'from the register of people',
      dyad: 'from an adjective or phrase that names both countries',
      issuer: 'from the ministry that issued the communiqué',
      weekday: 'from a weekday and the day of publication',
      relative: 'from a relative word such as "yesterday"',
      dateline: 'from the dateline',
      publication: 'from the day of publication',
      'inferred-home': 'from the home country of the outlet',
      editor: 'set by an editor',
    }),
  )
  .describe('What the value rests on.');

export const precisionSchema = z
  .enum(wordsOf<When['precision']>({ time: '', day: '', range: '', month: '', year: '', unknown: '' }))
  .describe('How exact the time is.');

export const prominenceSchema = z
  .enum(wordsOf<ReportedMeeting['prominence']>({ main: '', secondary: '', background: '' }))
  .describe('`main` is the news of the text, `background` is only recalled.');

export const capacitySchema = z
  .enum(wordsOf<Participant['capacity']>({ principal: '', signatory: '', delegation: '' }))
  .describe('In what capacity the person took part.');

export const frameRelationSchema = z
  .enum(
    wordsOf<NonNullable<ReportedMeeting['frame']>['relation']>({
      sidelines: '',
      'part-of-visit': '',
      'session-of': '',
    }),
  )
  .describe('How the meeting belongs to something larger.');

export const fieldStateNameSchema = z
  .enum(wordsOf<FieldState['state']>({ single: '', agreed: '', conflict: '', editor: '' }))
  .describe('One source, several that agree, several that do not, or set by an editor.');

export const attributionKindSchema = z.string().describe('E.g. communique, agency, statement, source, outlet.');

export const blockLabelSchema = z
  .enum(
    wordsOf<BlockLabel>({
      headline: '',
      standfirst: '',
      body: '',
      dateline: '',
      byline: '',
      publication: '',
      agency: '',
      caption: '',
      credit: '',
      ticker: '',
      related: '',
      comment: '',
      form: '',
      poll: '',
      rating: '',
      navigation: '',
      social: '',
      'source-link': '',
      notice: '',
      tags: '',
      advert: '',
      legal: '',
      clock: '',
      video: '',
      metadata: '',
      other: '',
    }),
  )
  .describe('What a part of the page was taken for.');

export const blockKindSchema = z
  .enum(
    wordsOf<BlockKind>({ paragraph: '', heading: '', quote: '', 'list-item': '', 'table-row': '', code: '', line: '' }),
  )
  .describe('Structure inside the body.');

export const pageTypeSchema = z
  .enum(
    wordsOf<PageType>({
      article: '',
      'live-blog': '',
      'several-items': '',
      list: '',
      gallery: '',
      video: '',
      forum: '',
      'not-an-article': '',
    }),
  )
  .describe('What kind of page it is.');

export const contentProblemCodeSchema = z
  .enum(
    wordsOf<ProblemCode>({
      'empty-page': '',
      'binary-page': '',
      'page-too-large': '',
      'encoding-guessed': '',
      'encoding-errors': '',
      'html-truncated': '',
      'not-an-article': '',
      'language-unknown': '',
      'language-unsupported': '',
      'no-body': '',
      'text-cut': '',
      'page-too-heavy': '',
    }),
  )
  .describe('Stable code of a problem with the content.');

/** Monday first, like `When.weekday`. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const weekdaySchema = z.enum(weekdays).describe('Weekday as the text says it, when the day is not known.');

export const publishSchema = z
  .enum(['full', 'excerpt', 'facts'])
  .describe("How much of an outlet's text may be shown.");
export type Publish = z.infer<typeof publishSchema>;
