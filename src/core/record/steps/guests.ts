import type { Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { TaggedSentence } from '../context.ts';
import type { Entity } from './people/entity.ts';

/** Words between "and his guest" and the verb, and between the verb and "with his guest". */
const BEFORE = 6;
const AFTER = 8;

/** "The president and his guest discussed …": the guest is the last one named before who may be of another country. */
export function guestOf(
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  named: readonly Entity[],
  before: readonly Entity[],
): Entity | undefined {
  const [only, second] = named;
  if (only === undefined || second !== undefined) return undefined;
  const said = [...tagged.anaphors.values()].some(
    (match) =>
      match.value.refers === 'guest' &&
      trigger.firstToken - match.lastToken <= BEFORE &&
      match.firstToken - trigger.lastToken <= AFTER,
  );
  if (!said) return undefined;
  return before.findLast((other) => other !== only && (other.country === undefined || other.country !== only.country));
}
