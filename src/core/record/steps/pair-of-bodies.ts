import type { Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { CountryTag, TaggedSentence } from '../context.ts';

/** "Norway's ministry of justice and Peru's ministry of the interior signed": each country beside its own body. */
export function isPairOfBodies(
  tagged: TaggedSentence,
  left: CountryTag,
  right: CountryTag,
  trigger: Match<Trigger>,
): boolean {
  if (trigger.firstToken - right.lastToken > BODY_VERB || right.firstToken - left.lastToken > BODY_GAP) return false;
  const beside = (country: CountryTag, from: number): number | undefined =>
    tagged.words.find(
      (word) =>
        word.value === 'institution' &&
        word.firstToken >= from &&
        (Math.abs(word.firstToken - country.lastToken) <= BODY_REACH ||
          Math.abs(country.firstToken - word.lastToken) <= BODY_REACH) &&
        word.firstToken < trigger.firstToken,
    )?.lastToken;
  const first = beside(left, tagged.sentence.firstToken);
  return first !== undefined && beside(right, first) !== undefined;
}

/** Words between a body and its country, between the two countries, and before the verb. */
const BODY_REACH = 6;
const BODY_GAP = 10;
const BODY_VERB = 8;
