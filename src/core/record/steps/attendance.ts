import type { RecordContext } from '../context.ts';
import type { MeetingDraft } from './merge-candidates.ts';
import type { People } from './people/entities.ts';
import type { Entity } from './people/entity.ts';

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
    if (!attends) side = entity.country ?? side;
    else if (mayAttend(main, entity)) {
      entity.country ??= side;
      entity.countryBasis ??= 'apposition';
      if (entity.country !== undefined && main.bases.has(entity.country)) main.delegation.push(entity);
    }
  }
}

function mayAttend(main: MeetingDraft, entity: Entity): boolean {
  if (main.actors.includes(entity) || main.delegation.includes(entity) || entity.name.length === 0) return false;
  return entity.rank === 'state' || entity.rank === 'official' || entity.rank === 'ambassador';
}
