import type { RecordContext } from '../context.ts';

/** Sentences of the body that may still report the main meeting, counted from the first of the text. */
const EARLY_SENTENCES = 6;

/** Headline, lead and first paragraph of the body: only they create the main meeting. */
export function isEarly(context: RecordContext, sentence: number): boolean {
  const tagged = context.sentences[sentence];
  if (tagged === undefined) return false;
  const { block, paragraph } = tagged.sentence;
  if (block === 'headline') return true;
  return (block === 'lead' || paragraph <= 2) && sentence <= EARLY_SENTENCES + 2;
}
