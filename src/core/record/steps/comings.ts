import type { Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { TaggedSentence } from '../context.ts';
import type { PersonMention } from './people/mentions.ts';

/** "وتوجه النازحين إلى …": behind a verb of going that Arabic puts first stands whom it is about, here nobody in office. */
export function isOfCrowd(
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  mentions: readonly PersonMention[],
  tokens: readonly Token[],
): boolean {
  if (
    trigger.value.type !== 'visit' ||
    trigger.value.subjectAfter !== true ||
    trigger.lastToken - trigger.firstToken < 3
  )
    return false;
  const next = trigger.firstToken + 1;
  const word = tokens[next]?.folded ?? '';
  if (!word.startsWith('ال') || tagged.lexicon.nameEnds.has(word)) return false;
  if (tagged.heads.has(next) || tagged.honorifics.has(next) || tagged.lexicon.delegations.has(word)) return false;
  return !mentions.some((mention) => mention.firstToken < trigger.lastToken && mention.lastToken > next);
}

/** Words between the airport and the welcome there. */
const AIRPORT_BEFORE = 25;

/** A welcome at the airport is an arrival: it does not prove that the two met for talks. */
export function isArrival(tagged: TaggedSentence, trigger: Match<Trigger>): boolean {
  if (trigger.value.family !== 'receive' && trigger.value.family !== 'received-by' && trigger.value.family !== 'meet')
    return false;
  return tagged.words.some(
    (word) =>
      word.value === 'airport' &&
      word.firstToken >= trigger.firstToken - AIRPORT_BEFORE &&
      word.firstToken <= trigger.lastToken + 25,
  );
}
