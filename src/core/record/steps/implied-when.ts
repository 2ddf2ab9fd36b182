import { parseIsoDay } from '../../text/calendars.ts';
import { type DateMention, resolveDate } from '../../text/dates.ts';
import type { RecordContext } from '../context.ts';
import { anchorOf, isDateline, isInHeadBracket, type WhenReading, whenOf, yearsIn } from './when.ts';

/** Sentences from the first that may tell the day of what the others tell. */
const IMPLIED_SENTENCES = 6;

/** How many days before the report the news of its first sentences may lie. */
const NEWS_DAYS = 10;

/**
 * The day of a meeting that its own sentences leave open: the one day that the first sentences tell, when it lies
 * shortly before the report and no sentence there recalls or plans something. Two days mean that nothing is known.
 */
export function impliedWhen(
  context: RecordContext,
  datesOf: (sentence: number) => readonly DateMention[],
  isTaken: (sentence: number) => boolean,
): WhenReading | undefined {
  const anchor = anchorOf(context);
  const published = anchor.day === undefined ? undefined : parseIsoDay(anchor.day);
  // Without a day of publication only a day with its year tells, in the last year that the text names.
  const newsYear = published === undefined ? String(yearsIn(context).last) : '';
  let only: WhenReading | undefined;
  for (const [sentence, tagged] of context.sentences.entries()) {
    if (sentence > IMPLIED_SENTENCES) break;
    if (tagged.sentence.block === 'headline' || isTaken(sentence)) continue;
    const cues = new Set(tagged.cues.map((cue) => cue.value));
    if (cues.has('planned') || cues.has('postponed') || cues.has('cancelled')) continue;
    const reach = cues.has('background') ? 1 : NEWS_DAYS;
    for (const mention of datesOf(sentence)) {
      if (!isDayOfNews(context, sentence, mention)) continue;
      if (mention.marker === 'future') continue;
      const { resolved, day } = readDay(mention, anchor);
      // "Yesterday's announcement" and the like stand beside the news; a day long past is history.
      if (day === undefined) continue;
      if (published === undefined) {
        if (cues.has('background') || resolved.edtf?.startsWith(newsYear) !== true) continue;
      } else if (day > published) return undefined;
      else if (published - day > reach) continue;
      if (only !== undefined && only.when.edtf !== resolved.edtf) return undefined;
      only ??= { when: whenOf(resolved), span: { start: mention.start, end: mention.end, sentence } };
    }
  }
  return only;
}

/** How many days ahead of the report a plan told without its own day may lie. */
const PLAN_DAYS = 120;

/**
 * The day of a planned meeting that its own sentences leave open: the one day to come that the first sentences tell,
 * the headline among them. Two days mean that nothing is known.
 */
export function impliedPlan(
  context: RecordContext,
  datesOf: (sentence: number) => readonly DateMention[],
  isTaken: (sentence: number) => boolean,
): WhenReading | undefined {
  const anchor = anchorOf(context);
  const published = anchor.day === undefined ? undefined : parseIsoDay(anchor.day);
  if (published === undefined) return undefined;
  let only: WhenReading | undefined;
  for (const [sentence, tagged] of context.sentences.slice(0, IMPLIED_SENTENCES + 1).entries()) {
    const cues = new Set(tagged.cues.map((cue) => cue.value));
    if (isTaken(sentence) || cues.has('background') || cues.has('postponed') || cues.has('cancelled')) continue;
    for (const mention of datesOf(sentence)) {
      if (!isDayOfNews(context, sentence, mention)) continue;
      if (mention.kind === 'weekday' && tagged.sentence.block !== 'headline' && !cues.has('planned')) continue;
      const { resolved, day } = readDay(mention, { ...anchor, direction: 'future' });
      if (day === undefined || day <= published || day - published > PLAN_DAYS) continue;
      if (only !== undefined && only.when.edtf !== resolved.edtf) return undefined;
      only ??= { when: whenOf(resolved), span: { start: mention.start, end: mention.end, sentence } };
    }
  }
  return only;
}

/** A day of the text itself: no stretch of time, and not the day of the place and agency line. */
function isDayOfNews(context: RecordContext, sentence: number, mention: DateMention): boolean {
  if (mention.kind === 'period' || mention.kind === 'month' || mention.kind === 'year') return false;
  return !isDateline(context, sentence, mention) && !isInHeadBracket(context, sentence, mention);
}

function readDay(mention: DateMention, anchor: Parameters<typeof resolveDate>[1]) {
  const resolved = resolveDate(mention, anchor);
  return { resolved, day: resolved.edtf === undefined ? undefined : parseIsoDay(resolved.edtf.slice(0, 10)) };
}
