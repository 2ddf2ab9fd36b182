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
    if (!loose && (mention.kind === 'month' || mention.kind === 'year' || mention.kind === 'period')) continue;
    const distance = mention.start >= at.end ? mention.start - at.end : Math.max(0, at.start - mention.end);
    if (best === undefined || distance < best.distance) best = { mention, distance };
  }
  if (best === undefined) return undefined;
  const resolved = resolveDate(best.mention, anchor);
  return { when: whenOf(resolved), span: { start: best.mention.start, end: best.mention.end, sentence } };
}

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
