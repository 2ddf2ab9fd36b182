import type { Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { TaggedSentence } from '../context.ts';
import type { PersonMention } from './people/mentions.ts';

/** "A reçu la médaille par X", "des mains de X": who gives something is not received. */
export function isGift(tagged: TaggedSentence, trigger: Match<Trigger>, object: readonly PersonMention[]): boolean {
  const [giver] = object;
  if (trigger.value.family !== 'receive' || trigger.value.subjectAfter === true || giver === undefined) return false;
  let at = giver.firstToken;
  for (const map of [tagged.honorifics, tagged.determiners]) {
    for (const match of map.values()) if (match.lastToken === at) at = match.firstToken;
  }
  return (
    at > trigger.lastToken &&
    tagged.words.some(
      (word) =>
        word.value === 'by' &&
        word.firstToken > trigger.lastToken &&
        (word.lastToken === at || word.lastToken === giver.firstToken),
    )
  );
}
