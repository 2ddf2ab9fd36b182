import type { Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { TaggedSentence } from '../context.ts';
import type { People } from './people/entities.ts';
import type { Entity } from './people/entity.ts';
import type { PersonMention } from './people/mentions.ts';

/** Families in which a lone party meets the person spoken of before. */
export const RECIPROCAL: ReadonlySet<string> = new Set([
  ...['talk', 'meet', 'receive', 'received-by', 'see', 'call', 'call-from', 'video', 'attend'],
]);

/** "L'hôte du jour s'est entretenu avec son homologue norvégien": the other side of the pair, without a name. */
export function counterpartPair(
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  actors: readonly Entity[],
  mentions: readonly PersonMention[],
  people: People,
  dyadPair: readonly [string, string] | undefined,
): readonly [string, string] | undefined {
  const [only, second] = actors;
  if (only?.country === undefined || second !== undefined) return undefined;
  const counterpart =
    RECIPROCAL.has(trigger.value.family) &&
    mentions.some((mention) => mention.roles.some((role) => role.counterpart) && people.entityOf(mention) === only);
  if (dyadPair?.includes(only.country) !== true) return undefined;
  return counterpart || isHeldAt(tagged, trigger, dyadPair, only.country) ? dyadPair : undefined;
}

/** Words between "discussions" and the town. */
const TOWN_REACH = 3;

/** "A mission led by the minister of A … talks in ⟨town of B⟩", of a pair that the article joins. */
function isHeldAt(
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  pair: readonly [string, string],
  own: string,
): boolean {
  if (trigger.value.tense !== 'noun' || trigger.value.type !== 'meeting') return false;
  return tagged.places.some(
    (place) =>
      place.country !== undefined &&
      place.country !== own &&
      pair.includes(place.country) &&
      place.firstToken > trigger.firstToken &&
      place.firstToken - trigger.firstToken <= TOWN_REACH,
  );
}
