import type { MeetingType } from '../../model/record.ts';
import type { RecordContext, TaggedSentence } from '../context.ts';
import { isLocated } from './place.ts';
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

/** Sentences between the arrival and the welcome. */
const ARRIVAL_REACH = 4;

/** A head of state or government who arrives is received by a minister for welcome: the talks are with the peer. */
function isWelcomeOfHead(context: RecordContext, { sentence, trigger, visitor, actors }: Candidate): boolean {
  if (trigger.value.family !== 'received-by' || visitor === undefined || !HEADS.has(visitor.roleCode)) return false;
  const hosts = actors.filter((actor) => actor !== visitor);
  if (hosts.length === 0 || hosts.some(({ roleCode }) => !roleCode.startsWith('minister'))) return false;
  return context.sentences
    .slice(Math.max(0, sentence - ARRIVAL_REACH), sentence + 1)
    .some(({ triggers }) => triggers.some(({ value }) => value.family === 'arrive' && value.tense !== 'noun'));
}

const HEADS: ReadonlySet<string> = new Set([
  'president',
  'prime_minister',
  'king',
  'queen',
  'emir',
  'sultan',
  'head_of_state',
]);

/** Words between the arrival and the welcome. */
const WELCOME_REACH = 30;

/** Families of talks that may be held from afar. */
const SPOKEN: ReadonlySet<string> = new Set(['talk', 'agree']);

/** "A agreed in a phone call with B to …": the word for the telephone stands before what the verb tells of. */
function isByTelephone(tagged: TaggedSentence, trigger: Candidate['trigger']): boolean {
  if (!SPOKEN.has(trigger.value.family) || trigger.value.type !== 'meeting') return false;
  const isNear = ({ firstToken, lastToken }: { readonly firstToken: number; readonly lastToken: number }): boolean =>
    Math.max(firstToken - trigger.lastToken, trigger.firstToken - lastToken) <= TELEPHONE_REACH;
  return (
    tagged.words.some((word) => word.value === 'telephone' && isNear(word)) ||
    // "A discussed … with B in a telephone conversation": the noun says how.
    tagged.triggers.some((other) => other.value.type === 'call' && other.value.tense === 'noun' && isNear(other))
  );
}

/** Words between the verb and the telephone: a name with its office may stand there. */
const TELEPHONE_REACH = 14;

/**
 * The kind of meeting that a candidate tells of: its trigger's, but for a welcome on arrival, which tells of the visit,
 * and talks by telephone.
 */
export function kindOf(context: RecordContext, candidate: Candidate): MeetingType {
  const { sentence, trigger } = candidate;
  const tagged = context.sentences[sentence];
  if (tagged === undefined) return trigger.value.type;
  if (isWelcome(tagged, trigger) || isWelcomeOfHead(context, candidate)) return 'visit';
  return isByTelephone(tagged, trigger) || isSpokenAfar(context, tagged, trigger) ? 'call' : trigger.value.type;
}

/** Sentences that may tell that the two were in one room. */
const ROOM_SENTENCES = 6;

/** Families that tell no more of a room than "spoke with" itself. */
const NO_ROOM: ReadonlySet<string> = new Set(['agree', 'noun', 'call', 'call-from', 'video']);

/** "The two ministers spoke on Tuesday": who speaks does so by telephone unless the text tells of a place or a meeting. */
function isSpokenAfar(context: RecordContext, tagged: TaggedSentence, trigger: Candidate['trigger']): boolean {
  if (trigger.value.spoken !== true || tagged.places.some((place) => isLocated(context, tagged, place))) return false;
  return !context.sentences
    .slice(0, ROOM_SENTENCES)
    .some(
      ({ triggers, words }) =>
        triggers.some(({ value }) => value.spoken !== true && !NO_ROOM.has(value.family)) ||
        words.some(({ value }) => value === 'sidelines' || value === 'airport' || value === 'presence'),
    );
}
