import type { RecordContext } from '../context.ts';
import type { MeetingDraft } from './merge-candidates.ts';
import type { People } from './people/entities.ts';
import type { Entity } from './people/entity.ts';
import { isOnlyMentioned } from './people/only-mentioned.ts';

/**
 * Adds those of whom a sentence without a trigger says that they were present ("who was accompanied by …", "حضر اللقاء …")
 * to the delegations of the main meeting. Without a country of their own they are on the side of the person before them.
 */
export function addAttendance(context: RecordContext, people: People, drafts: readonly MeetingDraft[]): void {
  const main = drafts.find((draft) => draft.prominence === 'main');
  if (main === undefined) return;
  const told = new Set(
    drafts.flatMap((draft) => (draft === main ? [] : draft.parts.map((part) => part.candidate.sentence))),
  );
  let side: string | undefined;
  let sentence = -1;
  for (const mention of people.mentions) {
    const tagged = context.sentences[mention.sentence];
    const entity = people.entityOf(mention);
    if (tagged === undefined || entity === undefined || told.has(mention.sentence)) continue;
    if (mention.sentence !== sentence) {
      sentence = mention.sentence;
      side = undefined;
    }
    const presence = tagged.words.find((word) => word.value === 'presence');
    const attends = presence !== undefined && mention.firstToken >= presence.lastToken;
    const mediates = tagged.words.some(
      (word) =>
        word.value === 'auspices' &&
        word.lastToken <= mention.firstToken &&
        mention.firstToken - word.lastToken <= MEDIATOR_REACH,
    );
    if (mediates && isThirdSide(main, entity)) {
      main.bases.set(entity.country, 'explicit');
      main.actors.push(entity);
    } else if (!attends) side = entity.country ?? side;
    else if (mayAttend(main, entity)) {
      entity.country ??= side;
      entity.countryBasis ??= 'apposition';
      if (entity.country !== undefined && main.bases.has(entity.country)) main.delegation.push(entity);
    }
  }
}

/** Words between "under the mediation of" and the name: title and country. */
const MEDIATOR_REACH = 4;

/** "The talks were held under the mediation of C": a state that is neither of the two is the third side. */
function isThirdSide(main: MeetingDraft, entity: Entity): entity is Entity & { readonly country: string } {
  return (
    main.type === 'meeting' &&
    main.bases.size === 2 &&
    entity.rank === 'state' &&
    !entity.former &&
    entity.country !== undefined &&
    !main.bases.has(entity.country)
  );
}

function mayAttend(main: MeetingDraft, entity: Entity): boolean {
  if (main.actors.includes(entity) || main.delegation.includes(entity) || entity.name.length === 0) return false;
  return entity.rank === 'state' || entity.rank === 'official' || entity.rank === 'ambassador';
}

/** A visit "at the invitation of B": B of the country visited is its host where nobody else is named. */
export function addInviter(context: RecordContext, people: People, drafts: readonly MeetingDraft[]): void {
  for (const draft of drafts) {
    if (draft.type !== 'visit') continue;
    const sentences = new Set(draft.parts.map((part) => part.candidate.sentence));
    for (const code of draft.bases.keys()) {
      if (draft.actors.some((actor) => actor.country === code)) continue;
      const host = people.mentions.find((mention) => {
        const tagged = context.sentences[mention.sentence];
        const near = sentences.has(mention.sentence) || sentences.has(mention.sentence - 1);
        if (tagged === undefined || !near || mention.name === undefined || !isOnlyMentioned(tagged, mention))
          return false;
        const entity = people.entityOf(mention);
        return entity?.rank === 'state' && entity.country === code && !entity.former;
      });
      const entity = host === undefined ? undefined : people.entityOf(host);
      if (entity !== undefined) draft.actors.push(entity);
    }
  }
}
