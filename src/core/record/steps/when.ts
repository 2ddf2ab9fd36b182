import { findPrintedDates } from '../../extract/printed-dates.ts';
import type { When } from '../../model/record.ts';
import { dayNumber, isCivilDay, isoDay, weekdayOf } from '../../text/calendars.ts';
import { type DateMention, findDatesInTokens, type ResolvedDate, resolveDate } from '../../text/dates.ts';
import type { RecordContext } from '../context.ts';
import { isEarly } from './early.ts';

export interface WhenReading {
  readonly when: Omit<When, 'mentions'>;
  readonly span?: { readonly start: number; readonly end: number; readonly sentence: number };
  /** "tomorrow": the word itself places it after the report, whether its day is known or not. */
  readonly ahead?: true;
}

/** Day of publication as far as the article tells it. */
export function anchorOf(context: RecordContext): { day?: string; notLaterThan?: string } {
  const { published, notLaterThan } = context.document.article;
  return {
    ...(published === undefined ? {} : { day: published.value.edtf.slice(0, 10) }),
    ...(notLaterThan === undefined ? {} : { notLaterThan: notLaterThan.value }),
  };
}

/** Dates of one sentence; callers keep them for all triggers of it. */
export function datesIn(context: RecordContext, sentence: number): readonly DateMention[] {
  const tagged = context.sentences[sentence];
  if (tagged === undefined) return [];
  const { firstToken, lastToken } = tagged.sentence;
  return findDatesInTokens(context.document.tokens.slice(firstToken, lastToken), tagged.lexicon.pack.code);
}

/**
 * The date of a trigger: the nearest one in its sentence that tells a day. A month or a year alone is taken only for
 * what is recalled or planned. Nothing is guessed: without a date the day stays unknown.
 */
export function readWhen(
  context: RecordContext,
  sentence: number,
  at: { readonly start: number; readonly end: number },
  status: string,
  dates: readonly DateMention[],
): WhenReading | undefined {
  const loose = status === 'background' || status === 'planned';
  const anchor = { ...anchorOf(context), ...(status === 'planned' ? { direction: 'future' as const } : {}) };
  let best: { mention: DateMention; distance: number } | undefined;
  for (const mention of dates) {
    if (isDateline(context, sentence, mention) || isInHeadBracket(context, sentence, mention)) continue;
    if (mention.kind === 'period') continue;
    if (!loose && (mention.kind === 'month' || mention.kind === 'year')) continue;
    // "…, the ministry said Friday": the day of the statement.
    if (status !== 'cancelled' && status !== 'postponed' && isOfReport(context, sentence, mention)) continue;
    if ((status === 'cancelled' || status === 'postponed') && isOfVerbBefore(context, sentence, at, mention)) continue;
    const distance = gap(mention, at) + (isOfAnother(context, sentence, at, mention) ? OTHER_TRIGGER : 0);
    if (best === undefined || distance < best.distance) best = { mention, distance };
  }
  if (best === undefined || (gap(best.mention, at) > LATE_REACH && !isEarly(context, sentence))) return undefined;
  const resolved = withYearOfText(context, best.mention, resolveDate(best.mention, anchor));
  const { start, end, parts, kind } = best.mention;
  const ahead = kind === 'relative' && (parts.offset ?? 0) > 0 ? { ahead: true as const } : {};
  return { when: whenOf(resolved), span: { start, end, sentence }, ...ahead };
}

/** Words between the reporting verb and its day: "said [on] Friday", "a indiqué [dans la soirée de] vendredi". */
const REPORT_REACH = 2;

function isOfReport(context: RecordContext, sentence: number, mention: DateMention): boolean {
  const tagged = context.sentences[sentence];
  if (tagged === undefined) return false;
  const { tokens } = context.document;
  for (const word of tagged.words) {
    if (word.value !== 'report' || word.end > mention.start) continue;
    const at = tokens[word.lastToken + REPORT_REACH];
    if (at !== undefined && mention.start <= at.start && mention.start >= word.end) return true;
  }
  return false;
}

interface Reach {
  readonly start: number;
  readonly end: number;
}

function gap(a: Reach, b: Reach): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

/** "They spoke on Monday after the visit was called off": the day is that of the verb before it. */
function isOfVerbBefore(context: RecordContext, sentence: number, at: Reach, mention: Reach): boolean {
  if (mention.end > at.start) return false;
  const triggers = context.sentences[sentence]?.triggers ?? [];
  return triggers.some(({ end, start, value }) => value.tense === 'past' && start !== at.start && end <= mention.start);
}

/** What the day of another event in the sentence counts as farther away. */
const OTHER_TRIGGER = 200;

/** "… who arrived on Monday, held talks on Tuesday": a comma closes the clause of the arrival with its day. */
function isOfAnother(context: RecordContext, sentence: number, at: Reach, mention: Reach): boolean {
  if (at.start < mention.end) return false;
  const { text } = context.document;
  const triggers = context.sentences[sentence]?.triggers ?? [];
  if (!/[,،]/u.test(text.slice(mention.end, at.start))) return false;
  return triggers.some(
    ({ start, end, value }) =>
      value.type === 'visit' &&
      value.tense !== 'noun' &&
      start !== at.start &&
      end <= mention.start &&
      !/[,،]/u.test(text.slice(end, mention.start)),
  );
}

/** Far down in the text a long sentence has room for another event: its day must stand this near, in characters. */
const LATE_REACH = 100;

/** Years that the sentences of the text write out. */
const YEAR = /(?<![\p{N}\p{L}.,/-])((?:19|20)\d{2})(?![\p{N}%]|[.,]\d)/gu;

/**
 * On a page without a day of publication, "Sunday 6 April" has its year when the last year that the text names
 * makes that day a Sunday.
 */
function withYearOfText(context: RecordContext, mention: DateMention, resolved: ResolvedDate): ResolvedDate {
  const { kind, parts } = mention;
  if (resolved.edtf !== undefined || kind !== 'day' || parts.year !== undefined || parts.calendar !== undefined)
    return resolved;
  const { weekday, day, month } = parts;
  if (weekday === undefined || day === undefined || month === undefined) return resolved;
  // Another line may print the same day with its year; else the last year that a text names is that of the news.
  const year = printedYear(context, month, day) ?? yearsIn(context).last;
  if (!isCivilDay({ year, month, day }) || weekdayOf(dayNumber({ year, month, day })) !== weekday) return resolved;
  return { edtf: isoDay(dayNumber({ year, month, day })), precision: 'day', basis: 'weekday', weekday };
}

/** The year of a day that the page prints in full elsewhere, in an embedded post for one; undefined when two differ. */
function printedYear(context: RecordContext, month: number, day: number): number | undefined {
  const tail = `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const years = new Set(yearsIn(context).printed.get(tail));
  return years.size === 1 ? [...years][0] : undefined;
}

interface TextYears {
  /** Last year that a sentence names; −Infinity without one. */
  readonly last: number;
  /** Years by `-MM-DD` of the days that the page prints in full. */
  readonly printed: ReadonlyMap<string, readonly number[]>;
}

/** Read once for an article: many dates may ask. */
const knownYears = new WeakMap<RecordContext, TextYears>();

export function yearsIn(context: RecordContext): TextYears {
  const known = knownYears.get(context);
  if (known !== undefined) return known;
  const { document } = context;
  let last = Number.NEGATIVE_INFINITY;
  for (const { start, end } of document.sentences) {
    for (const match of document.text.slice(start, end).matchAll(YEAR)) last = Math.max(last, Number(match[1]));
  }
  const printed = new Map<string, number[]>();
  for (const { edtf, year } of findPrintedDates(document.article.text)) {
    const years = printed.get(edtf.slice(4, 10));
    if (years === undefined) printed.set(edtf.slice(4, 10), [year]);
    else years.push(year);
  }
  const years = { last, printed };
  knownYears.set(context, years);
  return years;
}

/** "RABAT, 12 Jan (AGENCY) –": the day of the dispatch at the head of the text is not the day of the meeting. */
export function isDateline(context: RecordContext, sentence: number, mention: DateMention): boolean {
  const place = context.sentences[sentence]?.sentence;
  if (place === undefined || place.block === 'headline' || mention.start - place.start > DATELINE_REACH) return false;
  const before = context.document.text.slice(place.start, mention.start);
  const after = context.document.text.slice(mention.end, mention.end + 40);
  return /^[^a-zà-ÿ]*,?\s*$|,\s*$/u.test(before) && /^\.?,?\s*(\d{4}\s*)?[(–—:/-]/u.test(after);
}

/** "OSLO, (Coast Daily / NORINFORM - 24th Feb, 2023) The minister": the bracket of the agency, before any verb. */
export function isInHeadBracket(context: RecordContext, sentence: number, mention: DateMention): boolean {
  const place = context.sentences[sentence]?.sentence;
  if (place === undefined || mention.start - place.start > HEAD_BRACKET_REACH) return false;
  const { text } = context.document;
  const before = text.slice(place.start, mention.start);
  if (/^(?:\p{L}+\s)?$/u.test(before) && /^\d{4}-\d\d-\d\d$/.test(text.slice(mention.start, mention.end))) return true;
  return (
    before.lastIndexOf('(') > before.lastIndexOf(')') && /^[^a-zà-ÿ()]*(?:date [\d-]+ [^a-zà-ÿ()]*)?\(/u.test(before)
  );
}

/** The agency's bracket opens within so many characters. */
const HEAD_BRACKET_REACH = 120;

/** A dateline stands within so many characters of the start of its sentence. */
const DATELINE_REACH = 40;

export function whenOf(resolved: ResolvedDate): Omit<When, 'mentions'> {
  return {
    ...(resolved.edtf === undefined ? {} : { edtf: resolved.edtf }),
    precision: resolved.precision,
    basis: resolved.basis,
    ...(resolved.weekday === undefined ? {} : { weekday: resolved.weekday }),
    ...(resolved.notLaterThan === undefined ? {} : { notLaterThan: resolved.notLaterThan }),
    ...(resolved.conflict === undefined ? {} : { conflict: resolved.conflict }),
  };
}
