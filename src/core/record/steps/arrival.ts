import type { MeetingType } from '../../model/record.ts';
import type { RecordContext, TaggedSentence } from '../context.ts';
import type { Candidate } from './triggers.ts';

/** Families that tell of a welcome as well as of a meeting. */
const WELCOMES: ReadonlySet<string> = new Set(['receive', 'received-by']);

/** "She arrived in Oslo on Monday, where she was received by the president": the welcome belongs to the arrival. */
function isWelcome(tagged: TaggedSentence, trigger: Candidate['trigger']): boolean {
  if (!WELCOMES.has(trigger.value.family)) return false;
  return tagged.triggers.some(
    (other) =>
      other.value.family === 'arrive' &&
      other.value.tense !== 'noun' &&
      other.lastToken <= trigger.firstToken &&
      trigger.firstToken - other.lastToken <= WELCOME_REACH,
  );
}

/** Words between the arrival and the welcome. */
const WELCOME_REACH = 30;

/** The kind of meeting that a candidate tells of: its trigger's, but for a welcome on arrival, which tells of the visit. */
export function kindOf(context: RecordContext, { sentence, trigger }: Candidate): MeetingType {
  const tagged = context.sentences[sentence];
  return tagged !== undefined && isWelcome(tagged, trigger) ? 'visit' : trigger.value.type;
}
