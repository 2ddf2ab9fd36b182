import type { Article } from '../model/article.ts';
import type { ArticleRecord, CountryCode } from '../model/record.ts';
import type { DateMention } from '../text/dates.ts';
import { buildDocument } from '../text/document.ts';
import { buildContext } from './context.ts';
import { findOpenMeetings, splitOpen } from './open-meetings.ts';
import type { PersonRegister } from './register.ts';
import { assembleRecord } from './steps/assemble.ts';
import { leads } from './steps/assembled-values.ts';
import { addAttendance, addInviter } from './steps/attendance.ts';
import { homeCountryOf } from './steps/home-country.ts';
import { impliedPlan, impliedWhen } from './steps/implied-when.ts';
import { mergeCandidates } from './steps/merge-candidates.ts';
import { resolvePeople } from './steps/people/entities.ts';
import { addFamilyNames } from './steps/people/family-names.ts';
import { applyRegister } from './steps/people/known-holders.ts';
import { findPersonMentions } from './steps/people/mentions.ts';
import { placeUnsaidOffices } from './steps/people/unsaid-office.ts';
import { splitSeries } from './steps/series.ts';
import { readDyad, type SidedCandidate, takeSides } from './steps/sides.ts';
import { type Candidate, findCandidates } from './steps/triggers.ts';
import { datesIn } from './steps/when.ts';

/** Changes whenever the same article may give another record. */
export const coderVersion: string = '7';

/**
 * Mentions of people that are resolved, in order of the text. Long reports have two hundred; the limit keeps lists of
 * thousands of names linear.
 */
const MOST_MENTIONS = 500;

export interface CodeRecordOptions {
  /** Who held which post, learnt from the corpus. */
  readonly register?: PersonRegister;
  /** Country of the outlet; without it the address may tell. Only ever an inference. */
  readonly homeCountry?: CountryCode;
}

/**
 * Reads the meetings that an article reports, with a mention in the text for every fact.
 * A pure function of the article, the language data and the options; linear in the length of the text.
 *
 * @example
 * import { codeRecord, extractArticle } from 'rapporteur';
 *
 * const text = 'The foreign ministers of Malta and Cyprus met in Valletta on Friday to discuss fisheries.';
 * const html = `<h1>Ministers meet in Valletta</h1><p>${text}</p>`;
 * const record = codeRecord(extractArticle({ text: html, url: 'https://paper.example/2024/01/19/talks.html' }));
 * for (const meeting of record.meetings) console.log(meeting.type, meeting.when.edtf, meeting.where?.place);
 */
export function codeRecord(article: Article, options: CodeRecordOptions = {}): ArticleRecord {
  const document = buildDocument(article);
  const context = buildContext(document, options.homeCountry ?? homeCountryOf(article));
  const { tokens } = document;
  const found = context.sentences.flatMap((tagged, index) => findPersonMentions(tagged, index, tokens));
  const mentions = addFamilyNames(context, found.slice(0, MOST_MENTIONS)).slice(0, MOST_MENTIONS);
  const people = resolvePeople(context, mentions);
  if (options.register !== undefined) applyRegister(context, people.entities, options.register);
  const dyad = readDyad(context, mentions);
  placeUnsaidOffices(context, people, dyad);
  const sided: SidedCandidate[] = [];
  const halfTold: Candidate[] = [];
  for (const candidate of findCandidates(context, people, dyad.pair)) {
    const taken = takeSides(context, dyad, candidate);
    if (taken === undefined) halfTold.push(candidate);
    else sided.push(...splitSeries(context, taken));
  }
  const dates = new Map<number, readonly DateMention[]>();
  const datesOf = (sentence: number): readonly DateMention[] => {
    const known = dates.get(sentence) ?? datesIn(context, sentence);
    dates.set(sentence, known);
    return known;
  };
  const whole = mergeCandidates(context, sided, datesOf);
  const drafts = [...whole, ...findOpenMeetings(context, halfTold, whole, datesOf)];
  for (const draft of drafts) {
    if (!leads(draft, drafts) || draft.when !== undefined) continue;
    const others = drafts.filter((other) => other !== draft).flatMap((other) => other.parts);
    const taken = new Set(others.map((part) => part.candidate.sentence));
    const isTaken = (sentence: number): boolean => taken.has(sentence);
    if (draft.status === 'held') draft.when = impliedWhen(context, datesOf, isTaken);
    else if (draft.status === 'planned') draft.when = impliedPlan(context, datesOf, isTaken);
  }
  addInviter(context, people, drafts);
  addAttendance(context, people, drafts);
  const written = splitOpen(assembleRecord(context, drafts));
  return { articleId: article.id, textVersion: article.textVersion, coderVersion, ...written };
}
