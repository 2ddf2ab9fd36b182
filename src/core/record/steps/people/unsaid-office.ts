import type { Trigger } from '../../../languages/language-pack.ts';
import type { Match } from '../../../text/matcher.ts';
import type { RecordContext, TaggedSentence } from '../../context.ts';
import type { Dyad } from '../dyad.ts';
import { isEarly } from '../early.ts';
import type { People } from './entities.ts';
import type { Entity } from './entity.ts';
import type { PersonMention } from './mentions.ts';

const MEETING: ReadonlySet<string> = new Set(['receive', 'received-by', 'meet', 'talk', 'call', 'call-from']);

/** Words between the verb and the name: "by", "with", "a", "مع". */
const GAP = 2;

/**
 * "The Pakistani minister was received by Ananda Silva": a full name right after the verb, without a word about the
 * office, is of the other country of the article's pair, or of the outlet's own when the text speaks of it.
 */
export function placeUnsaidOffices(context: RecordContext, people: People, dyad: Dyad): void {
  for (const [index, tagged] of context.sentences.entries()) {
    if (!isEarly(context, index)) break;
    const mentions = people.mentions.filter((mention) => mention.sentence === index);
    for (const trigger of tagged.triggers) {
      if (!MEETING.has(trigger.value.family) || trigger.value.tense === 'noun') continue;
      const before = mentions.filter((mention) => mention.lastToken <= trigger.firstToken);
      const behind = mentions.filter((mention) => mention.firstToken >= trigger.lastToken);
      const holder = (list: readonly PersonMention[]): Entity | undefined =>
        list.map(people.entityOf).find((entity) => entity?.rank === 'state' && entity.country !== undefined);
      const after = behind.find((mention) => mention.firstToken - trigger.lastToken <= GAP);
      const last = before.at(-1);
      const subject = last !== undefined && trigger.firstToken - last.lastToken <= GAP ? last : undefined;
      const left = holder(before);
      const host = left ?? holder(behind.slice(0, 1));
      const other = left === undefined ? subject : after;
      const guest = other === undefined ? undefined : people.entityOf(other);
      if (host?.country === undefined || guest === undefined || guest.rank !== 'none') continue;
      if (guest.country !== undefined || guest.name.length < 2 || guest === host) continue;
      const country =
        otherCountry(context, dyad, host.country) ??
        (other === after ? seat(tagged, trigger, dyad, host.country) : undefined);
      if (country === undefined || guest.opposite.has(country)) continue;
      guest.rank = 'state';
      guest.country = country;
      guest.countryBasis = 'dyad';
    }
  }
}

/** "Reçu à ⟨town⟩ par X": who receives is at home, where the article speaks of that country. */
function seat(tagged: TaggedSentence, trigger: Match<Trigger>, dyad: Dyad, own: string): string | undefined {
  if (trigger.value.family !== 'received-by') return undefined;
  const place = tagged.places.find(
    ({ firstToken, lastToken }) => firstToken >= trigger.firstToken && lastToken <= trigger.lastToken,
  );
  const spoken = dyad.counts.slice(0, 2).some(([code]) => code === place?.country);
  return spoken && place?.country !== own ? place?.country : undefined;
}

function otherCountry(context: RecordContext, dyad: Dyad, own: string): string | undefined {
  if (dyad.pair?.includes(own) === true) return dyad.pair.find((code) => code !== own);
  const home = context.homeCountry;
  if (home === undefined || home === own || dyad.pair !== undefined) return undefined;
  return dyad.counts.some(([code]) => code === home) ? home : undefined;
}
