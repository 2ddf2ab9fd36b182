import type { When } from '../../model/record.ts';
import { type DateMention, findDatesInTokens, type ResolvedDate, resolveDate } from '../../text/dates.ts';
import type { RecordContext } from '../context.ts';

export interface WhenReading {
  readonly when: Omit<When, 'mentions'>;
  readonly span?: { readonly start: number; readonly end: number; readonly sentence: number };
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
    if (isDateline(context, sentence, mention)) continue;
    if (mention.kind === 'period') continue;
    if (!loose && (mention.kind === 'month' || mention.kind === 'year')) continue;
    const distance = mention.start >= at.end ? mention.start - at.end : Math.max(0, at.start - mention.end);
    if (best === undefined || distance < best.distance) best = { mention, distance };
  }
  if (best === undefined) return undefined;
  const resolved = resolveDate(best.mention, anchor);
  return { when: whenOf(resolved), span: { start: best.mention.start, end: best.mention.end, sentence } };
}

/** "RABAT, 12 Jan (AGENCY) –": the day of the dispatch at the head of the text is not the day of the meeting. */
function isDateline(context: RecordContext, sentence: number, mention: DateMention): boolean {
  const place = context.sentences[sentence]?.sentence;
  if (place === undefined || place.block === 'headline' || mention.start - place.start > DATELINE_REACH) return false;
  const before = context.document.text.slice(place.start, mention.start);
  const after = context.document.text.slice(mention.end, mention.end + 40);
  return /^[^a-zà-ÿ]*,?\s*$|,\s*$/u.test(before) && /^\.?,?\s*(\d{4}\s*)?[(–—:-]/u.test(after);
}

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
